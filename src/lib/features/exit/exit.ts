import type { Language } from '$lib/domain/language.ts';

/**
 * She tapped Exit and has not come back in. `static/exit.js`, which works on pages without our code, spells this name
 * too; `exit.test.ts` holds the two together.
 */
export const AWAY = 'away';

/** A page about cooking: what anyone sees who takes the phone from her, or opens the app after she left. */
export const neutralPage = (language: Language): string => `/measures/${language}`;

const PRESSES = 3;
const WITHIN_MS = 3000;

/** Shift, three times in a row: the same as Exit, for hands on a keyboard. Writing capitals never adds up to it. */
export class ShiftPresses {
	#times: number[] = [];

	/** Takes each key as it goes down; says when it was the third Shift. */
	press(key: string, atMs: number): boolean {
		this.#times = key === 'Shift' ? [...this.#times.filter((time) => atMs - time < WITHIN_MS), atMs] : [];
		return this.#times.length >= PRESSES;
	}
}
