import type { Day } from '$lib/domain/day.ts';
import { otherLanguage, type Language } from '$lib/domain/language.ts';
import { lastWholeDay } from '$lib/features/invites/invites.ts';
import { qrOf } from '$lib/features/invites/qr.server.ts';
import { dayNamer } from '$lib/i18n/dates.ts';
import { loadWords } from '../../../../words.ts';

/** Everything that stands on a card for a fresh secret, in both languages. */
export async function cardFor(
	origin: string,
	secret: string,
	{ expiresAt, zone, language }: { expiresAt: number; zone: string; language: Language }
) {
	const link = `${origin}/in#${secret}`;
	const sides = await Promise.all(
		[language, otherLanguage(language)].map((side) => sideOf(side, lastWholeDay(expiresAt, zone)))
	);
	return { link, qr: qrOf(link), sides };
}

async function sideOf(language: Language, lastDay: Day) {
	const date = dayNamer(language)(lastDay, { day: 'numeric', month: 'long' });
	const t = (await loadWords(language, 'invite')).of('invite');
	return {
		language,
		title: t((w) => w.card.title),
		lead: t((w) => w.card.lead),
		steps: [t((w) => w.card.pen), t((w) => w.card.scan), t((w) => w.card.choose), t((w) => w.card.in)],
		notes: [t((w) => w.card.camera), t((w) => w.card.until, { date }), t((w) => w.card.once), t((w) => w.card.problem)]
	};
}
