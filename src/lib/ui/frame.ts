import { createContext, type Snippet } from 'svelte';

/** What a group of screens puts around each of them. Set by its layout, used by `Screen.svelte`. */
export interface Frame {
	/** Help and Exit, at the right of the top bar. */
	tools: Snippet;
	/** At the top of every screen's content: what she must know first, if there is anything. */
	notice?: Snippet;
	/** Under the content of every screen: the other language. */
	foot: Snippet;
	/** Stands at the left of the top bar where there is nothing to go back to. */
	home: string;
	back: string;
}

export const [getFrame, setFrame] = createContext<Frame>();
