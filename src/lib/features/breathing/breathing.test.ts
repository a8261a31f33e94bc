import { describe, expect, test } from 'vitest';
import { breathingKind } from './breathing.kind.ts';
import { momentAt, sidesBetween, starterPace, usualPace } from './breathing.ts';
import { elapsedMs, entryOf, isOver, pause, resume, type Session } from './session.ts';

const aSession = (changes: Partial<Session> = {}): Session => ({
	id: '00000000-0000-4000-8000-000000000001',
	startedAt: Date.parse('2030-01-02T21:00:00Z'),
	pace: usualPace,
	plannedSeconds: 300,
	rescue: false,
	countedMs: 0,
	...changes
});

describe('the pace', () => {
	test('counts four in and six out, and starts over', () => {
		const counts = Array.from({ length: 11 }, (_, second) => momentAt(usualPace, second * 1000));
		expect(counts.map(({ side, count }) => `${side} ${count}`)).toEqual([
			...[1, 2, 3, 4].map((count) => `in ${count}`),
			...[1, 2, 3, 4, 5, 6].map((count) => `out ${count}`),
			'in 1'
		]);
	});

	test('turns from in to out without a hold', () => {
		for (const pace of [usualPace, starterPace]) {
			const sides = sidesBetween(pace, 0, 300_000);
			sides.slice(1).forEach((side, i) => {
				expect(side.startMs).toBe(sides[i]!.endMs);
				expect(side.side).not.toBe(sides[i]!.side);
			});
			expect(sides.at(-1)!.endMs).toBe(300_000);
		}
	});

	test('is taken up in the middle of a breath', () => {
		expect(sidesBetween(usualPace, 5_000, 12_000)).toEqual([
			{ side: 'out', startMs: 4_000, endMs: 10_000 },
			{ side: 'in', startMs: 10_000, endMs: 12_000 }
		]);
	});
});

describe('a session', () => {
	test('counts no time while it is paused', () => {
		const started = resume(aSession(), 1_000);
		const paused = pause(started, 31_000);
		expect(elapsedMs(paused, 900_000)).toBe(30_000);

		const onceMore = resume(paused, 900_000);
		expect(elapsedMs(onceMore, 910_000)).toBe(40_000);
	});

	test('pausing twice counts once', () => {
		const paused = pause(resume(aSession(), 0), 20_000);
		expect(pause(paused, 90_000)).toEqual(paused);
	});

	test('is over at its planned time and never counts more', () => {
		const running = resume(aSession({ plannedSeconds: 60 }), 0);
		expect(isOver(running, 59_999)).toBe(false);
		expect(isOver(running, 60_000)).toBe(true);
		expect(entryOf(pause(running, 3_600_000))?.doneSeconds).toBe(60);
	});

	test('a clock that goes back takes nothing away', () => {
		expect(elapsedMs(aSession({ countedMs: 20_000, runningSinceMs: 50_000 }), 10_000)).toBe(20_000);
	});

	test('what was done counts as it is', () => {
		const entry = entryOf(aSession({ countedMs: 83_400, moodBefore: 3 }));
		expect(entry).toMatchObject({ doneSeconds: 83, plannedSeconds: 300, moodBefore: 3, rescue: false });
		expect(breathingKind.schema.safeParse(entry).success).toBe(true);
	});

	test('less than one breath leaves no entry', () => {
		expect(entryOf(aSession({ countedMs: 9_000 }))).toBeUndefined();
	});
});

describe('an entry', () => {
	const entry = { at: 1, pace: usualPace, plannedSeconds: 300, doneSeconds: 300, rescue: false };

	test.each([
		{ ...entry, pace: { inSeconds: 2, outSeconds: 6 } },
		{ ...entry, pace: { inSeconds: 4, outSeconds: 9 } },
		{ ...entry, pace: { inSeconds: 4, holdSeconds: 4, outSeconds: 6 } },
		{ ...entry, doneSeconds: 301 },
		{ ...entry, moodAfter: 10 }
	])('refuses what no one can have done: %o', (odd) => {
		expect(breathingKind.schema.safeParse(odd).success).toBe(false);
	});
});
