import type { Language } from '$lib/domain/language.ts';
import { AWAY, neutralPage } from './exit.ts';

/** Blanks the screen in this very moment, then puts the neutral page in its place. */
export function leave(language: Language) {
	document.documentElement.hidden = true;
	document.title = '';
	globalThis.speechSynthesis?.cancel();
	remember();
	location.replace(neutralPage(language));
}

/** For the load function of the screens: while she is away it never resolves, so that nothing is painted. */
export async function leaveIfAway(language: Language): Promise<void> {
	if (!isAway()) return;
	leave(language);
	await new Promise(() => {});
}

/** Back, a page kept in the browser's memory, or another tab: none of them shows a screen after she left. Returns the end of the watch. */
export function stayAway(language: Language): () => void {
	const check = (event: Event) => {
		// A page that was just made knows by its load function; one that comes from the browser's memory does not.
		const isFresh = event instanceof PageTransitionEvent && !event.persisted;
		if (!isFresh && isAway()) leave(language);
	};
	const watched = ['pageshow', 'popstate', 'storage', 'focus'] as const;
	for (const name of watched) addEventListener(name, check, { capture: true });
	return () => {
		for (const name of watched) removeEventListener(name, check, { capture: true });
	};
}

function isAway(): boolean {
	try {
		return localStorage.getItem(AWAY) === '1';
	} catch {
		return false;
	}
}

function remember() {
	try {
		localStorage.setItem(AWAY, '1');
	} catch {
		// A browser that forbids storage cannot keep the door shut. Leaving itself works all the same.
	}
}
