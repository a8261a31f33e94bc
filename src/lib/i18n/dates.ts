import type { Day } from '$lib/domain/day.ts';
import { localeOf, type Language } from '$lib/domain/language.ts';

/** Names days as the reader's language writes them. A day has no zone: it is read and written in UTC. */
export const dayNamer = (language: Language) => (day: Day, options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));

/** A short date or a time that is not torn apart at the end of a line: "Nov 21", "5:30 PM". */
export const inOneLine = (text: string): string => text.replaceAll(' ', '\u00a0');

/** Says a local time, `HH:MM`, as the reader's language does: "6:00 PM". A class keeps its own clock, whatever zone the phone is in. */
export const sayTime = (language: Language, time: string): string =>
	sayMoment(language, Date.parse(`2000-01-01T${time}Z`), 'UTC');

/** Says a moment (epoch milliseconds) on the clock of a zone; without one, on the phone's own. */
export const sayMoment = (language: Language, atMs: number, zone?: string): string =>
	inOneLine(
		new Intl.DateTimeFormat(localeOf[language], { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(atMs)
	);

/** A day in full: "Tuesday, November 24". */
export const sayDay = (language: Language, day: Day): string =>
	dayNamer(language)(day, { weekday: 'long', day: 'numeric', month: 'long' });

/** The date on which an instant falls in a zone: "November 24". */
export const sayDateAt = (language: Language, atMs: number, zone: string): string =>
	new Intl.DateTimeFormat(localeOf[language], { day: 'numeric', month: 'long', timeZone: zone }).format(atMs);

/** A zone's name as people say it: "Eastern Time", "hora del este". */
export function sayZone(language: Language, zone: string): string {
	const parts = new Intl.DateTimeFormat(localeOf[language], {
		timeZone: zone,
		timeZoneName: 'longGeneric'
	}).formatToParts();
	return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
