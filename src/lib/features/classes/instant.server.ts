import type { Day } from '$lib/domain/day.ts';

/** The instant that a local date and time stand for. A time that the clocks skip is moved on, one that comes twice is the first. */
export const instantOf = (date: Day, time: string, zone: string): string =>
	Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString();
