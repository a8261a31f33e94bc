import { expect, test } from 'vitest';
import { nextClass, weekOf, weeklyDates } from './classes.ts';

const eight = weeklyDates('2030-01-08', 8).map((date, i) => ({ number: i + 1, date }));

test('classes fall on the same weekday, one a week', () => {
	expect(weeklyDates('2030-02-26', 3)).toEqual(['2030-02-26', '2030-03-05', '2030-03-12']);
});

test.each([
	['the day before the first class', '2030-01-07', { is: 'before' }],
	['the day of the first class', '2030-01-08', { is: 'week', week: 1, of: 8 }],
	['the day before the second class', '2030-01-14', { is: 'week', week: 1, of: 8 }],
	['the day of the third class', '2030-01-22', { is: 'week', week: 3, of: 8 }],
	['the last day of the last week', '2030-03-04', { is: 'week', week: 8, of: 8 }],
	['seven days after the last class', '2030-03-05', { is: 'after' }]
])('%s', (_, day, week) => {
	expect(weekOf(eight, day)).toEqual(week);
});

test('a week without class makes the week before it longer', () => {
	const moved = [
		{ number: 2, date: '2030-01-22' },
		{ number: 1, date: '2030-01-08' }
	];
	expect(weekOf(moved, '2030-01-20')).toEqual({ is: 'week', week: 1, of: 2 });
});

test('a course without classes has not begun', () => {
	expect(weekOf([], '2030-01-08')).toEqual({ is: 'before' });
});

test('a class is the next one until it has ended', () => {
	const one = { startsAt: '2030-01-08T23:00:00Z', minutes: 90 };
	const two = { startsAt: '2030-01-15T23:00:00Z', minutes: 90 };
	expect(nextClass([two, one], Date.parse('2030-01-09T00:29:00Z'))).toBe(one);
	expect(nextClass([two, one], Date.parse('2030-01-09T00:30:00Z'))).toBe(two);
	expect(nextClass([two, one], Date.parse('2030-02-01T00:00:00Z'))).toBeUndefined();
});
