import { addDays } from '$lib/domain/day.ts';
import { expect, test } from 'vitest';
import { chartOf } from './chart.ts';

const size = { width: 296, height: 216 };
const week = { from: '2030-01-01', to: '2030-01-07' };
const mark = (day: string, score: number) => ({ day, score });

test('the best stands at the top, the worst at the bottom, the first day at the left', () => {
	const { dots } = chartOf([mark('2030-01-01', 9), mark('2030-01-07', 1)], week, [], size);
	expect(dots).toEqual([
		{ x: 28, y: 8 },
		{ x: 268, y: 208 }
	]);
});

test('a missing day is a gap in the line, not a bridge', () => {
	const { line } = chartOf(
		[1, 2, 4, 5].map((n) => mark(`2030-01-0${n}`, 5)),
		week,
		[],
		size
	);
	expect(line.match(/M/g)).toHaveLength(2);
});

test('a lone day is still a dot', () => {
	expect(chartOf([mark('2030-01-03', 4)], week, [], size).dots).toHaveLength(1);
});

test('several marks of a day are one dot at their mean', () => {
	const { dots } = chartOf([mark('2030-01-01', 9), mark('2030-01-01', 1)], week, [], size);
	expect(dots).toEqual([{ x: 28, y: 108 }]);
});

test('only the class days of these days are marked', () => {
	const { classes } = chartOf([], week, ['2029-12-31', '2030-01-03', '2030-01-10'], size);
	expect(classes.map(({ day }) => day)).toEqual(['2030-01-03']);
});

test('only a week has a letter under each day', () => {
	expect(chartOf([], week, [], size).letters).toHaveLength(7);
	expect(chartOf([], { from: week.from, to: addDays(week.from, 27) }, [], size).letters).toEqual([]);
});
