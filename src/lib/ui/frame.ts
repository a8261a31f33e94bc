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

/** What was pressed is gone, or the screen says something else now: whoever uses a keyboard or listens goes on from the top. */
export function startAtTop(): void {
	document.getElementById('main')?.focus({ preventScroll: true });
	scrollTo(0, 0);
}
