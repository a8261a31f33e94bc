import { addDays, type Day } from '$lib/domain/day.ts';
import { MINUTE_MS } from '$lib/domain/clock.ts';
import type { Class } from './classes.kind.ts';

export type { Class, Cohort } from './classes.kind.ts';

export const DAYS_A_WEEK = 7;

/** Where a day lies in a course. */
export type Week = { is: 'before' } | { is: 'week'; week: number; of: number } | { is: 'after' };

/**
 * Week n runs from the day of class n until the day before class n+1; the last one lasts seven days. A course without
 * classes has not begun.
 */
export function weekOf(classes: readonly Pick<Class, 'number' | 'date'>[], day: Day): Week {
	const inOrder = classes.toSorted((a, b) => a.date.localeCompare(b.date));
	const begun = inOrder.filter((one) => one.date <= day);
	const current = begun.at(-1);
	if (!current) return { is: 'before' };
	if (begun.length === inOrder.length && day >= addDays(current.date, DAYS_A_WEEK)) return { is: 'after' };
	return { is: 'week', week: current.number, of: inOrder.length };
}

/** The class that goes on now or comes next; undefined when the course is over. */
export function nextClass<One extends Pick<Class, 'startsAt' | 'minutes'>>(
	classes: readonly One[],
	nowMs: number
): One | undefined {
	return classes
		.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
		.find((one) => nowMs < Date.parse(one.startsAt) + one.minutes * MINUTE_MS);
}

/** One class a week from the first day on. */
export const weeklyDates = (first: Day, weeks: number): Day[] =>
	Array.from({ length: weeks }, (_, week) => addDays(first, week * DAYS_A_WEEK));
