import type { Language } from '$lib/domain/language.ts';

/**
 * She tapped Exit and has not come back in. `static/exit.js`, which works on pages without our code, spells this name
 * too; `exit.test.ts` holds the two together.
 */
export const AWAY = 'away';

/** A page about cooking: what anyone sees who takes the phone from her, or opens the app after she left. */
export const neutralPage = (language: Language): string => `/measures/${language}`;
