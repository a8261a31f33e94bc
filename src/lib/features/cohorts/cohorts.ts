import { addDays, type Day } from '$lib/domain/day.ts';

export const MAX_WEEKS = 52;
export const USUAL_WEEKS = 8;
export const USUAL_MINUTES = 90;

/** The day of the last class of a course that meets once a week. */
export const lastDay = ({ first, weeks }: { first: Day; weeks: number }): Day => addDays(first, 7 * (weeks - 1));
