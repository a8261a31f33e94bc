import { createContext } from 'svelte';
import type { Words } from './words.ts';

/** The page's words: set once in the root layout, read anywhere below it. */
export const [getWords, setWords] = createContext<Words>();
