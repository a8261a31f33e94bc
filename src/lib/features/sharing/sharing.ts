import type { Place } from '$lib/domain/place.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Words } from '$lib/i18n/words.ts';

/** Her three switches; all off until she turns one on. */
export interface Switches {
	/** New mood check-ins and breathing go to her clinician. */
	moods: boolean;
	/** New worksheets go to her clinician. */
	worksheets: boolean;
	/** Her team sees that she did something that was asked for, not what she wrote. */
	whatIDid: boolean;
}

/** The words for `PlaceWord`. Needs the word file `sharing`. */
export function placeWords(words: Words): Record<Place, string> {
	const t = words.of('sharing');
	return {
		phone: t((w) => w.place.phone),
		waiting: t((w) => w.place.waiting),
		leaving: t((w) => w.place.leaving),
		sent: t((w) => w.place.sent),
		refused: t((w) => w.place.refused)
	};
}

/** The words for `VisibilityPicker`. Needs the word file `sharing`. */
export function visibilityWords(words: Words): { legend: string } & Record<Visibility, string> {
	const t = words.of('sharing');
	return {
		legend: t((w) => w.visibility.legend),
		me: t((w) => w.visibility.me),
		clinician: t((w) => w.visibility.clinician),
		team: t((w) => w.visibility.team)
	};
}
