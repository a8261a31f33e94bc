import { addDays, daysBetween, type Day } from '$lib/domain/day.ts';
import type * as z from 'zod/mini';
import type { moodSchema } from './mood.kind.ts';

export type Mood = z.infer<typeof moodSchema>;

/** One mark on the scale, on the day it is about. */
export interface MoodPoint {
	day: Day;
	score: number;
}

/** What "add more" asks for, as the screen holds it. What is missing was not told. */
export interface Counts {
	helpful?: number;
	unhelpful?: number;
	activities?: number;
	good?: number;
	hard?: number;
	sleepHours?: number;
}

export const WORST = 1;
export const MIDDLE = 5;
export const BEST = 9;
export const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The two lowest marks: she should not have to look for help. Nobody is told. */
export const isHard = (score: number): boolean => score <= 2;

/** One point a day, the mean of that day's marks, oldest first. A day without a mark has no point. */
export function byDay(points: readonly MoodPoint[]): MoodPoint[] {
	return [...Map.groupBy(points, ({ day }) => day)]
		.map(([day, ofDay]) => ({ day, score: mean(ofDay.map(({ score }) => score)) }))
		.toSorted((a, b) => a.day.localeCompare(b.day));
}

/** The body of a mood, with nothing in it that she did not tell. */
export function moodOf(
	score: number,
	at: number,
	{ helpful, unhelpful, activities, good, hard, sleepHours }: Counts
): Mood {
	return {
		score,
		at,
		...some('thoughts', told({ helpful, unhelpful })),
		...told({ activities }),
		...some('contacts', told({ good, hard })),
		...told({ sleepHours })
	};
}

export function countsOf({ thoughts, activities, contacts, sleepHours }: Mood): Counts {
	return told({ ...thoughts, activities, ...contacts, sleepHours });
}

const told = (counts: Record<string, number | undefined>) =>
	Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));

const some = (name: string, counts: object) => (Object.keys(counts).length > 0 ? { [name]: counts } : {});

export type Trend = 'higher' | 'lower' | 'alike' | 'tooEarly';

/** Three days are the fewest that one bad night cannot outvote. */
const DAYS_TO_COMPARE = 3;
/** Less than one step of the scale is not something she would notice. */
const NOTICEABLE = 1;

/** How one stretch of days compares with the one before it. A day without a mark is left out, never counted as zero. */
export function trend(earlier: readonly MoodPoint[], later: readonly MoodPoint[]): Trend {
	const [before, after] = [byDay(earlier), byDay(later)].map((days) => days.map(({ score }) => score));
	if (before!.length < DAYS_TO_COMPARE || after!.length < DAYS_TO_COMPARE) return 'tooEarly';

	const change = mean(after!) - mean(before!);
	if (Math.abs(change) < NOTICEABLE) return 'alike';
	return change > 0 ? 'higher' : 'lower';
}

/** So far below the others, a day must not drown in an average. */
const STANDS_OUT = 2;

/** Whether the latest marked day was clearly harder than the others beside it. */
export function endsHard(points: readonly MoodPoint[]): boolean {
	const scores = byDay(points).map(({ score }) => score);
	const others = scores.slice(0, -1);
	return others.length >= DAYS_TO_COMPARE && scores.at(-1)! <= mean(others) - STANDS_OUT;
}

export const views = ['week', 'month', 'course'] as const;
export type View = (typeof views)[number];

/** Days from one to another, both included. */
export interface Stretch {
	from: Day;
	to: Day;
}

export interface Span {
	shown: Stretch;
	/** The two stretches that its sentence compares: none where the course is too young for two. */
	compared?: { earlier: Stretch; later: Stretch };
}

const DAYS_SHOWN = { week: 7, month: 28 };
/** A course is eight weeks, where the phone does not know the dates of hers. */
const COURSE_DAYS = 56;
const COURSE_ENDS_DAYS = 14;

/**
 * What a view shows: a week or a month and what came just before it, `back` of them ago; or the course from its first
 * class, its last two weeks beside its first two.
 */
export function spanOf(view: View, today: Day, classDays: readonly Day[], back = 0): Span {
	if (view === 'course') return courseSpan(today, classDays);

	const days = DAYS_SHOWN[view];
	const later = endingOn(addDays(today, -back * days), days);
	return { shown: later, compared: { earlier: endingOn(addDays(later.from, -1), days), later } };
}

/** Whether an entry belongs to those days. */
export const within = (stretch: Stretch) => (entry: { day: Day }) =>
	stretch.from <= entry.day && entry.day <= stretch.to;

/** Every day that the span needs, in one query. */
export const reachOf = ({ shown, compared }: Span): Stretch => ({
	from: compared?.earlier.from ?? shown.from,
	to: shown.to
});

export const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

function courseSpan(today: Day, classDays: readonly Day[]): Span {
	const sorted = classDays.toSorted();
	const [first, last] = [sorted[0], sorted.at(-1)];
	const hasStarted = first !== undefined && last !== undefined && first <= today;
	const shown = hasStarted
		? { from: first, to: earlierOf(today, addDays(last, 6)) }
		: { from: addDays(today, 1 - COURSE_DAYS), to: today };
	if (daysBetween(shown.from, shown.to) < 2 * COURSE_ENDS_DAYS - 1) return { shown };

	const earlier = { from: shown.from, to: addDays(shown.from, COURSE_ENDS_DAYS - 1) };
	return { shown, compared: { earlier, later: endingOn(shown.to, COURSE_ENDS_DAYS) } };
}

const endingOn = (to: Day, days: number): Stretch => ({ from: addDays(to, 1 - days), to });

const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);
