import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/day.ts';
import {
	active,
	classNow,
	classToPlan,
	doneIdOf,
	endingBy,
	homeworkWeek,
	progress,
	runsAlready,
	untilChoices,
	spanOf,
	type Assigned,
	type Deed
} from './assignments.ts';
import { assignmentSchema } from './assignment.kind.ts';

// Thursdays.
const classDays = ['2026-11-05', '2026-11-12', '2026-11-19'];

const asked = (change: Partial<Assigned> = {}): Assigned => ({
	id: 'a',
	practice: 'mood',
	why: { en: 'To see your week.', es: 'Para ver tu semana.' },
	times: 5,
	fromDay: '2026-11-05',
	untilClass: 2,
	untilDay: '2026-11-12',
	forOne: false,
	...change
});
const uuid = (n: number) => `0b5a7c1e-77c1-4f2e-9d40-${String(n).padStart(12, '0')}`;
const did = (n: number, day: string, practice: Deed['practice'] = 'mood'): Deed => ({ id: uuid(n), practice, day });

describe('the week between classes', () => {
	test.each([
		['the day after a class starts it', '2026-11-06', { from: '2026-11-06', to: '2026-11-12' }],
		['the day of the next class still belongs to it', '2026-11-12', { from: '2026-11-06', to: '2026-11-12' }],
		['before the first class it leads up to that class', '2026-11-01', { from: '2026-10-30', to: '2026-11-05' }],
		['after the last class it goes on by the weekday', '2026-11-20', { from: '2026-11-20', to: '2026-11-26' }]
	])('%s', (_, day, week) => {
		expect(homeworkWeek(day, classDays)).toEqual(week);
	});

	test('a class that falls out makes it longer', () => {
		expect(homeworkWeek('2026-11-10', ['2026-11-05', '2026-11-19'])).toEqual({ from: '2026-11-06', to: '2026-11-19' });
	});

	test('without classes it is the last seven days', () => {
		expect(homeworkWeek('2026-11-10', [])).toEqual({ from: '2026-11-04', to: '2026-11-10' });
	});
});

test('what ends with a class is told until something of its practice follows', () => {
	const mood = asked({ id: 'm' });
	const breathing = asked({ id: 'b', practice: 'breathing' });
	const longer = asked({ id: 'l', practice: 'communication', untilDay: '2026-11-19' });
	const next = asked({ id: 'n', fromDay: '2026-11-12', untilDay: '2026-11-19' });

	expect(endingBy([mood, breathing, longer], '2026-11-10', '2026-11-12')).toEqual(['breathing', 'mood']);
	expect(endingBy([mood, breathing, longer, next], '2026-11-10', '2026-11-12')).toEqual(['breathing']);
});

test.each([
	[{}, true],
	[{ practice: 'breathing' }, false],
	[{ personId: 'luz' }, false],
	[{ fromDay: '2026-11-12', untilDay: '2026-11-19' }, false],
	[{ fromDay: '2026-10-29', untilDay: '2026-11-05' }, false]
] as const)('the same practice for the same people on days in between runs already: %o, %o', (change, runs) => {
	const wanted = {
		practice: 'mood',
		personId: undefined,
		fromDay: '2026-11-06',
		untilDay: '2026-11-12',
		...change
	} as const;
	expect(runsAlready([asked()], wanted) !== undefined).toBe(runs);
});

describe('what is asked for', () => {
	test.each([
		['2026-11-04', 0],
		['2026-11-05', 1],
		['2026-11-12', 1],
		['2026-11-13', 0]
	])('stands from its first day to its last: on %s, %i', (day, count) => {
		expect(active([asked()], day)).toHaveLength(count);
	});

	test('hers alone takes the place of her group’s in the same practice', () => {
		const hers = asked({ id: 'b', forOne: true, times: 2 });
		const breathing = asked({ id: 'c', practice: 'breathing' });
		expect(active([asked(), hers, breathing], '2026-11-06').map(({ id }) => id)).toEqual(['b', 'c']);
	});

	test('what is assigned in class takes the place of what ends there on the day after', () => {
		const next = asked({ id: 'b', fromDay: '2026-11-12', untilDay: '2026-11-19' });
		expect(active([asked(), next], '2026-11-12').map(({ id }) => id)).toEqual(['a']);
		expect(active([asked(), next], '2026-11-13').map(({ id }) => id)).toEqual(['b']);
	});

	test('the latest takes the place of an earlier one', () => {
		const long = asked({ untilDay: '2026-12-24' });
		const newer = asked({ id: 'b', fromDay: '2026-11-12', untilDay: '2026-11-19' });
		expect(active([long, newer], '2026-11-13').map(({ id }) => id)).toEqual(['b']);
		expect(active([long, newer], '2026-11-20').map(({ id }) => id)).toEqual(['a']);
	});
});

describe('progress', () => {
	const week = homeworkWeek('2026-11-08', classDays);

	test('counts this practice in this week, several a day as well', () => {
		const deeds = [
			did(1, '2026-11-06'),
			did(2, '2026-11-06'),
			did(3, '2026-11-08', 'breathing'),
			did(4, '2026-11-12'),
			did(5, '2026-11-13')
		];
		expect(progress(asked({ fromDay: '2026-10-29' }), deeds, week)).toEqual({ done: 3, target: 5 });
	});

	test('an entry and its done mark count once', () => {
		const entry = did(1, '2026-11-06');
		expect(progress(asked(), [entry, { ...entry, id: doneIdOf(entry.id) }], week).done).toBe(1);
	});

	test('what she does on the evening of the class counts from the first moment, and still the next day', () => {
		const deeds = [did(1, '2026-11-05')];
		expect(progress(asked(), deeds, homeworkWeek('2026-11-05', classDays)).done).toBe(1);
		expect(progress(asked(), deeds, homeworkWeek('2026-11-06', classDays)).done).toBe(1);
	});

	test('what is asked in the middle of a week counts what she had done in it, and nothing before', () => {
		const deeds = [did(1, week.from), did(2, addDays(week.from, -1))];
		expect(progress(asked({ fromDay: addDays(week.from, 2) }), deeds, week).done).toBe(1);
	});
});

test('a done mark has an id of its own, the same on every phone, and is a UUID', () => {
	const id = crypto.randomUUID();
	expect(doneIdOf(id)).not.toBe(id);
	expect(doneIdOf(doneIdOf(id))).toBe(doneIdOf(id));
	expect(doneIdOf(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test.each([
	['no reason in Spanish', { why: { en: 'Because.', es: ' ' } }],
	['no times', { times: 0 }],
	['more than three a day', { times: 22 }],
	['an end before its start', { untilDay: '2026-11-04' }]
])('an assignment with %s is refused', (_, change) => {
	const body = { ...asked(), id: undefined };
	delete body.id;
	expect(assignmentSchema.safeParse(body).success).toBe(true);
	expect(assignmentSchema.safeParse({ ...body, ...change }).success).toBe(false);
});

describe('until when', () => {
	const classes = classDays.map((date, i) => ({ number: i + 1, date }));

	test('can be any class that lies ahead, today’s too, or a week after the last', () => {
		expect(untilChoices(classes, '2026-11-12')).toEqual([
			{ day: '2026-11-12', number: 2 },
			{ day: '2026-11-19', number: 3 },
			{ day: '2026-11-26' }
		]);
	});

	test.each([
		['with today’s class: from today to the next', 2, '2026-11-12', { fromDay: '2026-11-12', untilDay: '2026-11-19' }],
		['with a class that has been: from today', 1, '2026-11-10', { fromDay: '2026-11-10', untilDay: '2026-11-12' }],
		['with a class to come: from that class', 2, '2026-11-10', { fromDay: '2026-11-12', untilDay: '2026-11-19' }],
		['with the last class: one more week', 3, '2026-11-19', { fromDay: '2026-11-19', untilDay: '2026-11-26' }],
		['long after the course: a week', 3, '2027-01-05', { fromDay: '2027-01-05', untilDay: '2027-01-12' }]
	])('%s', (_, number, today, span) => {
		expect(spanOf(classes, number, today)).toEqual(span);
	});

	test.each([
		['this week has no homework yet', false, '2026-11-11', 1],
		['this week has its homework and the next class is tomorrow', true, '2026-11-11', 2],
		['the next class is further off', true, '2026-11-09', 1],
		['it is the day of a class', true, '2026-11-12', 2]
	])('planned first, when %s', (_, hasHomework, today, number) => {
		expect(classToPlan(classes, today, { hasHomework })).toBe(number);
	});

	test.each([
		['2026-11-01', 1],
		['2026-11-12', 2],
		['2026-11-18', 2],
		['2027-01-01', 3]
	])('on %s homework is given as in class %i', (today, number) => {
		expect(classNow(classes, today)).toBe(number);
	});
});
