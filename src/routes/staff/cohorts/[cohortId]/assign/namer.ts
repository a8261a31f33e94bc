import type { Day } from '$lib/domain/day.ts';
import { dayNamer, inOneLine } from '$lib/i18n/dates.ts';
import type { Words } from '$lib/i18n/words.ts';

/** How the parts of this page name a day, in short and on one line, and whom homework is for. */
export function namer(words: Words, participants: readonly { id: string; name: string }[]) {
	const t = words.of('assignments');
	const day = dayNamer(words.language);
	const nameById = new Map(participants.map(({ id, name }) => [id, name]));
	const person = (personId: string) => nameById.get(personId) ?? '';
	return {
		day: (date: Day) => inOneLine(day(date, { weekday: 'short', day: 'numeric', month: 'short' })),
		person,
		whom: (personId: string | undefined) =>
			personId ? t((w) => w.now.forOne, { name: person(personId) }) : t((w) => w.now.forEveryone)
	};
}
