import { addDays } from '$lib/domain/day.ts';
import { expect, test } from 'vitest';
import { moodSchema } from './mood.kind.ts';
import { byDay, countsOf, endsHard, moodOf, reachOf, spanOf, trend, within, type MoodPoint } from './mood.ts';

const marks = (from: string, ...scores: (number | undefined)[]): MoodPoint[] =>
	scores.flatMap((score, n) => (score === undefined ? [] : [{ day: addDays(from, n), score }]));

test('several marks of one day become one, their mean', () => {
	expect(
		byDay([
			{ day: '2030-01-02', score: 3 },
			{ day: '2030-01-01', score: 9 },
			{ day: '2030-01-02', score: 6 }
		])
	).toEqual([
		{ day: '2030-01-01', score: 9 },
		{ day: '2030-01-02', score: 4.5 }
	]);
});

test.each([
	['higher', [3, 4, 3], [5, 5, 4]],
	['lower', [8, 8, 8], [2, 3, 2]],
	['alike', [5, 5, 5], [5, 6, 5]],
	['tooEarly', [5, 5], [9, 9, 9, 9]],
	['tooEarly', [5, 5, 5], [9, 9]],
	['tooEarly', [], []]
] as const)('beside the week before: %s', (expected, earlier, later) => {
	expect(trend(marks('2030-01-01', ...earlier), marks('2030-01-08', ...later))).toBe(expected);
});

test('a missed day is left out of the comparison, never counted as zero', () => {
	const earlier = marks('2030-01-01', 5, 5, 5, 5, 5, 5, 5);
	expect(trend(earlier, marks('2030-01-08', 5, undefined, undefined, 5, undefined, undefined, 5))).toBe('alike');
});

test.each([
	['a last day two steps below the others', [6, 5, 7, 4], true],
	['one that is a little below', [6, 5, 7, 5], false],
	['too few others', [9, 9, 1], false],
	['a hard day that is over', [6, 1, 6, 6], false]
] as const)('a hard last day is seen: %s', (_, scores, expected) => {
	expect(endsHard(marks('2030-01-01', ...scores))).toBe(expected);
});

test('three marks on one day are one day, too few to compare', () => {
	const oneDay = [1, 1, 1].map((score) => ({ day: '2030-01-08', score }));
	expect(trend(marks('2030-01-01', 9, 9, 9), oneDay)).toBe('tooEarly');
});

test('a week shows seven days and is compared with the seven before', () => {
	expect(spanOf('week', '2030-01-14', [])).toEqual({
		shown: { from: '2030-01-08', to: '2030-01-14' },
		compared: {
			earlier: { from: '2030-01-01', to: '2030-01-07' },
			later: { from: '2030-01-08', to: '2030-01-14' }
		}
	});
});

test('going back shows the stretch before, without a day twice or left out', () => {
	const now = spanOf('month', '2030-03-01', []);
	const before = spanOf('month', '2030-03-01', [], 1);
	expect(before.shown).toEqual(now.compared?.earlier);
	expect(addDays(before.shown.to, 1)).toBe(now.shown.from);
});

test('the course runs from its first class to today', () => {
	expect(spanOf('course', '2030-01-20', ['2030-01-15', '2030-01-08', '2030-01-22']).shown).toEqual({
		from: '2030-01-08',
		to: '2030-01-20'
	});
});

test('a course that is over ends with the week of its last class, however long ago', () => {
	expect(spanOf('course', '2032-01-01', ['2030-01-01', '2030-02-19'])).toEqual({
		shown: { from: '2030-01-01', to: '2030-02-25' },
		compared: {
			earlier: { from: '2030-01-01', to: '2030-01-14' },
			later: { from: '2030-02-12', to: '2030-02-25' }
		}
	});
});

test('a course without dates on the phone is the last eight weeks', () => {
	expect(spanOf('course', '2030-02-25', []).shown).toEqual({ from: '2030-01-01', to: '2030-02-25' });
});

test('a young course is not compared with itself, an older one is by its ends', () => {
	expect(spanOf('course', '2030-01-27', ['2030-01-01', '2030-02-19']).compared).toBeUndefined();
	expect(spanOf('course', '2030-01-28', ['2030-01-01', '2030-02-19']).compared).toEqual({
		earlier: { from: '2030-01-01', to: '2030-01-14' },
		later: { from: '2030-01-15', to: '2030-01-28' }
	});
});

test('one query reaches everything that a span shows and compares', () => {
	expect(reachOf(spanOf('week', '2030-01-14', []))).toEqual({ from: '2030-01-01', to: '2030-01-14' });
	expect(marks('2030-01-01', 1, 2, 3).filter(within({ from: '2030-01-02', to: '2030-01-02' }))).toEqual([
		{ day: '2030-01-02', score: 2 }
	]);
});

test.each([
	[{ score: 0, at: 1 }],
	[{ score: 10, at: 1 }],
	[{ score: 5.5, at: 1 }],
	[{ score: 5 }],
	[{ score: 5, at: 1, activities: -1 }],
	[{ score: 5, at: 1, sleepHours: 25 }],
	[{ score: 5, at: 1, sleepHours: 7.25 }],
	[{ score: 5, at: 1, note: 'words have an entry of their own' }]
])('%j is no mood', (body) => {
	expect(moodSchema.safeParse(body).success).toBe(false);
});

test('a mood needs a mark and a moment; the rest is hers to add', () => {
	expect(moodSchema.safeParse({ score: 1, at: 0 }).success).toBe(true);
	expect(
		moodSchema.safeParse({
			score: 9,
			at: 1_890_000_000_000,
			thoughts: { helpful: 2 },
			activities: 0,
			contacts: { good: 1, hard: 99 },
			sleepHours: 6.5
		}).success
	).toBe(true);
});

test('what she did not tell is not in the body, and a zero she told is', () => {
	expect(moodOf(5, 1, {})).toEqual({ score: 5, at: 1 });
	expect(moodOf(5, 1, { helpful: undefined, hard: 0 })).toEqual({ score: 5, at: 1, contacts: { hard: 0 } });
});

test('counts survive the way into a body and back', () => {
	const counts = { helpful: 2, unhelpful: 0, activities: 3, good: 1, hard: 4, sleepHours: 6.5 };
	const mood = moodOf(7, 1, counts);
	expect(moodSchema.safeParse(mood).success).toBe(true);
	expect(countsOf(mood)).toEqual(counts);
	expect(countsOf({ score: 7, at: 1 })).toEqual({});
});
