import { expect, test } from 'vitest';
import { problemSolvingSchema } from './problem-solving.kind.ts';
import * as problems from './problem-solving.ts';
import type { ProblemSolving } from './problem-solving.ts';

const ideas = ['Ask Ana', 'Take the bus', 'Walk'].map((text, n) => ({ id: `i${n + 1}`, text }));

const planned = (over: Partial<ProblemSolving> = {}): ProblemSolving => ({
	...problems.blank(),
	what: 'No ride on Tuesday',
	goal: 'Get to class once',
	ideas,
	chosen: 'i1',
	firstStep: 'Send Ana a text',
	...problems.planFor('2030-03-05'),
	...over
});

test('a sheet is one question a screen, with one screen for each idea to weigh', () => {
	const sheet = planned();
	const seen = problems.path(sheet);

	expect(seen.map(({ question }) => question)).toEqual([
		...['what', 'who', 'when', 'where', 'goal', 'ideas', 'weigh', 'weigh', 'weigh', 'choose'],
		...['firstStep', 'day', 'helper', 'obstacle', 'planB', 'summary', 'tried', 'result', 'satisfaction']
	]);
});

test('every screen has a number of its own, and going on never adds one', () => {
	const sheet = planned({ tried: 'yes' });
	const numbers = problems
		.path(sheet)
		.filter(({ question }) => question !== 'summary')
		.map((place) => problems.progress(sheet, place));
	expect(numbers.map(({ at }) => at)).toEqual([...Array.from({ length: 15 }, (_, n) => n + 1), 1, 2, 3]);
	expect(new Set(numbers.slice(0, 15).map(({ of }) => of))).toEqual(new Set([15]));

	expect(problems.progress(problems.blank(), { question: 'what' })).toEqual({ at: 1, of: 15 });
	expect(problems.progress(planned({ ideas: ideas.slice(1) }), { question: 'ideas' })).toEqual({ at: 6, of: 15 });
	expect(problems.progress(planned({ tried: 'notYet' }), { question: 'tried' })).toEqual({ at: 1, of: 1 });
});

test('going on and back again leads through the same screens', () => {
	const sheet = planned({ tried: 'yes' });
	const seen = problems.path(sheet);

	seen.slice(0, -1).forEach((place, n) => {
		expect(problems.after(sheet, place)).toEqual(seen[n + 1]);
		expect(problems.before(sheet, seen[n + 1]!)).toEqual(place);
	});
	expect(problems.before(sheet, { question: 'what' })).toEqual({ question: 'what' });
	expect(problems.after(sheet, { question: 'satisfaction' })).toEqual({ question: 'summary' });
});

test('she comes back to where she left, also when the idea she was weighing is gone', () => {
	expect(problems.resume(planned({ place: { question: 'helper' } }))).toEqual({ question: 'helper' });
	expect(problems.resume(planned({ place: { question: 'weigh', idea: 'i2' } }))).toEqual({
		question: 'weigh',
		idea: 'i2'
	});
	expect(problems.resume(planned({ place: { question: 'weigh', idea: 'gone' } }))).toEqual({
		question: 'weigh',
		idea: 'i1'
	});
	expect(problems.resume({ ...problems.blank(), place: { question: 'weigh', idea: 'i1' } })).toEqual({
		question: 'ideas'
	});
});

test('what was not tried has no result to look back on', () => {
	for (const tried of ['notYet', 'noNeed'] as const) {
		expect(problems.after(planned({ tried }), { question: 'tried' })).toEqual({ question: 'summary' });
	}
});

test('going on leads to the first screen that still needs something', () => {
	expect(problems.firstOpen(planned({ goal: '' }))).toEqual({ question: 'goal' });
	expect(problems.firstOpen(planned())).toEqual({ question: 'summary' });
});

test('three ideas are asked for, and blank lines are no ideas', () => {
	const [first, second, third] = ideas as [problems.Idea, problems.Idea, problems.Idea];
	expect(problems.isAnswered(planned({ ideas: [first, second] }), 'ideas')).toBe(false);
	expect(problems.isAnswered(planned({ ideas: [first, second, { ...third, text: '  ' }] }), 'ideas')).toBe(false);
	expect(problems.isAnswered(planned(), 'ideas')).toBe(true);
});

test.each([
	{ what: ' ' },
	{ goal: '' },
	{ ideas: ideas.slice(0, 2) },
	{ chosen: undefined },
	{ chosen: 'gone' },
	{ firstStep: '' },
	{ day: undefined }
])('a plan is complete when what it rests on is there: not with %o', (missing) => {
	expect(problems.isPlanned(planned())).toBe(true);
	expect(problems.isPlanned(planned(missing))).toBe(false);
});

test('who, when, where, helper, obstacle and plan B may stay empty', () => {
	expect(problems.stage(planned())).toBe('planned');
});

test('Today asks for the look-back from the day after the plan until she has looked back', () => {
	expect(problems.isDue(planned(), '2030-03-05')).toBe(false);
	expect(problems.isDue(planned(), '2030-03-06')).toBe(true);
	expect(problems.isDue(planned(), '2030-04-01')).toBe(true);
	expect(problems.isDue(planned({ tried: 'notYet', askOn: '2030-03-09' }), '2030-03-08')).toBe(false);
	expect(problems.isDue(planned({ tried: 'yes', satisfaction: 0 }), '2030-03-09')).toBe(false);
	expect(problems.isDue(planned({ tried: 'noNeed' }), '2030-03-09')).toBe(false);
	expect(problems.isDue(planned({ goal: '' }), '2030-03-09')).toBe(false);
});

test('an idea is weighed by effort, cost, and what it does to her and to others', () => {
	const idea = { id: 'i', text: 'Walk', effort: 'against', cost: 'for', me: 'for', others: 'between' } as const;
	expect(problems.weigh(idea)).toEqual({ for: ['cost', 'me'], against: ['effort'] });
});

test('trying again keeps the problem and its ideas, and none of the old plan', () => {
	const next = problems.again(planned({ tried: 'yes', satisfaction: 2, result: 'It rained', plannedOn: '2030-03-01' }));
	expect(next).toMatchObject({ what: 'No ride on Tuesday', ideas, place: { question: 'choose' }, result: '' });
	expect(problems.stage(next)).toBe('started');
	expect(next.plannedOn).toBeUndefined();
});

test('the schema takes every sheet that the screens can make, and nothing else', () => {
	expect(problemSolvingSchema.parse(problems.blank())).toEqual(problems.blank());
	expect(problemSolvingSchema.parse(planned({ time: '18:30' }))).toEqual(planned({ time: '18:30' }));
	expect(problemSolvingSchema.parse(planned({ time: 'naptime', tried: 'partly', satisfaction: 7 }))).toBeTruthy();

	for (const wrong of [
		{ satisfaction: 11 },
		{ time: '25:00' },
		{ day: 'soon' },
		{ what: 'x'.repeat(2001) },
		{ odd: 1 }
	]) {
		expect(problemSolvingSchema.safeParse({ ...planned(), ...wrong }).success, JSON.stringify(wrong).slice(0, 40)).toBe(
			false
		);
	}
});
