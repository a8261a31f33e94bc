import type { Day } from '$lib/domain/day.ts';
import type { Language } from '$lib/domain/language.ts';

/** "Saturday, November 28", "sábado, 28 de noviembre". */
export const dayInWords = (day: Day, language: Language): string =>
	format(day, language, { day: 'numeric', month: 'long' });

/** "Saturday", "Sábado": standing alone. */
export function weekdayInWords(day: Day, language: Language): string {
	const word = format(day, language, {});
	return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}

const format = (day: Day, language: Language, options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(language, { weekday: 'long', ...options, timeZone: 'UTC' }).format(
		Date.parse(`${day}T12:00:00Z`)
	);
