import { addDays } from '$lib/domain/day.ts';
import { expect, test } from 'vitest';
import type { Mood } from './mood.ts';
import { patterns } from './patterns.ts';

// 2030-01-06 is a Sunday.
const days = (...bodies: Partial<Mood>[]) =>
	bodies.map((body, n) => ({ day: addDays('2030-01-06', n), body: { score: 5, at: 0, ...body } }));
const times = (count: number, body: (n: number) => Partial<Mood>) => Array.from({ length: count }, (_, n) => body(n));
const none = new Set<string>();

test('days with pleasant activities that were marked higher are told', () => {
	const lived = days(...times(12, (n) => ({ activities: n % 2, score: n % 2 ? 7 : 4 })));
	expect(patterns(lived, none)).toEqual([{ trait: 'activities', direction: 'higher' }]);
});

test('nothing is told before there are five days on each side', () => {
	const lived = days(...times(8, (n) => ({ activities: n % 2, score: n % 2 ? 9 : 1 })));
	expect(patterns(lived, none)).toEqual([]);
});

test('a count she did not give is not a zero', () => {
	const lived = days(...times(12, (n) => (n % 2 ? { activities: 1, score: 7 } : { score: 4 })));
	expect(patterns(lived, none)).toEqual([]);
});

test('a difference that scattered marks can bring about by themselves is not told', () => {
	const scattered = { with: [9, 1, 9, 1, 9, 9], without: [1, 9, 1, 1, 9, 9] };
	const lived = days(
		...scattered.with.map((score) => ({ activities: 1, score })),
		...scattered.without.map((score) => ({ activities: 0, score }))
	);
	expect(patterns(lived, none)).toEqual([]);
});

test('a difference of less than one step is not told, however steady', () => {
	const lived = days(
		...times(28, (n) => ({ activities: n % 2, score: n % 2 ? 6 : 5 })),
		...times(2, (n) => ({ activities: n % 2, score: n % 2 ? 5 : 6 }))
	);
	expect(patterns(lived, none)).toEqual([]);
});

test('hard contacts, thoughts, sleep and breathing are looked at too', () => {
	const good = { contacts: { good: 1, hard: 0 }, thoughts: { helpful: 3, unhelpful: 1 }, sleepHours: 8, score: 7 };
	const hard = { contacts: { good: 0, hard: 2 }, thoughts: { helpful: 0, unhelpful: 2 }, sleepHours: 5, score: 3 };
	const told = (keep: (body: Partial<Mood>) => Partial<Mood>) =>
		patterns(days(...times(14, (n) => ({ ...keep(n % 2 ? good : hard), score: n % 2 ? 7 : 3 }))), none);

	expect(told(({ contacts }) => ({ contacts: { hard: contacts!.hard } }))).toEqual([
		{ trait: 'hardContacts', direction: 'lower' }
	]);
	expect(told(({ contacts }) => ({ contacts: { good: contacts!.good } }))).toEqual([
		{ trait: 'goodContacts', direction: 'higher' }
	]);
	expect(told(({ thoughts }) => ({ thoughts }))).toEqual([{ trait: 'helpfulThoughts', direction: 'higher' }]);
	expect(told(({ sleepHours }) => ({ sleepHours }))).toEqual([{ trait: 'sleep', direction: 'higher' }]);

	const lived = days(...times(14, (n) => ({ score: n % 2 ? 7 : 3 })));
	const breathed = new Set(lived.filter((_, n) => n % 2).map(({ day }) => day));
	expect(patterns(lived, breathed)).toEqual([{ trait: 'breathing', direction: 'higher' }]);
});

test('a weekday is told after four of it', () => {
	const lived = (weeks: number) => days(...times(weeks * 7, (n) => ({ score: n % 7 === 1 ? 2 : 6 })));
	expect(patterns(lived(3), none)).toEqual([]);
	expect(patterns(lived(4), none)).toEqual([{ weekday: 1, direction: 'lower' }]);
});

test('at most three are told, the clearest first', () => {
	const lived = days(
		...times(28, (n) => ({
			score: n % 2 ? 8 : 3,
			activities: n % 2,
			contacts: { good: n % 2, hard: (n + 1) % 2 },
			sleepHours: n % 2 ? 8 : 4
		}))
	);
	expect(patterns(lived, none)).toHaveLength(3);
});
