import type { Day } from '$lib/domain/day.ts';
import type { Language } from '$lib/domain/language.ts';

/** Names days as the reader's language writes them. A day has no zone: it is read and written in UTC. */
export const dayNamer = (language: Language) => (day: Day, options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
