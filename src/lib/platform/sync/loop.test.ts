import { expect, test } from 'vitest';
import type { Exchanged } from './exchange.device.ts';
import { FIRST_WAIT_MS, LONGEST_WAIT_MS, REST_MS, startLoop } from './loop.ts';

/** A loop whose server answers as told, with a clock that stands still until a timer is fired by hand. */
async function aLoop(...answers: (Exchanged | 'elsewhere' | Error)[]) {
	let exchanges = 0;
	let isWatched = true;
	const problems: unknown[] = [];
	const timers: { work: () => void; ms: number }[] = [];
	const loop = startLoop({
		exchange: async () => {
			const answer = answers[exchanges++] ?? 'done';
			if (answer instanceof Error) throw answer;
			return answer;
		},
		ontalked: () => {},
		onproblem: (problem) => problems.push(problem),
		isWatched: () => isWatched,
		setTimer: (work, ms) => timers[timers.push({ work, ms }) - 1],
		clearTimer: (timer) => {
			if (timer) timers.splice(timers.indexOf(timer as (typeof timers)[number]), 1);
		},
		random: () => 1
	});
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	await settled();
	return {
		loop,
		problems,
		exchanges: () => exchanges,
		timers: () => timers.map(({ ms }) => ms),
		look: (does: boolean) => (isWatched = does),
		wake: async () => {
			loop.wake();
			await settled();
		},
		passTime: async () => {
			timers.shift()?.work();
			await settled();
		}
	};
}

test('it talks at the start, and rests', async () => {
	const { exchanges, timers } = await aLoop('done');

	expect(exchanges()).toBe(1);
	expect(timers()).toEqual([REST_MS]);
});

test('it goes on while there is more to say', async () => {
	const { exchanges } = await aLoop('again', 'again', 'done');

	expect(exchanges()).toBe(3);
});

test('without a server it waits longer each time, up to a limit, and starts afresh once it was heard', async () => {
	const unreachable = Array.from({ length: 10 }, () => 'unreachable' as const);
	const { timers, passTime } = await aLoop(...unreachable, 'done', 'unreachable');
	const waits = [...timers()];
	for (let i = 0; i < 9; i += 1) {
		await passTime();
		waits.push(...timers());
	}

	expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map((times) => times * FIRST_WAIT_MS));
	expect(waits.at(-1)).toBe(LONGEST_WAIT_MS);
	await passTime();
	expect(timers()).toEqual([REST_MS]);
	await passTime();
	expect(timers()).toEqual([FIRST_WAIT_MS]);
});

test('a wake does not wait for the timer, and leaves only one', async () => {
	const { exchanges, timers, wake } = await aLoop('unreachable', 'done');

	await wake();

	expect(exchanges()).toBe(2);
	expect(timers()).toEqual([REST_MS]);
});

test('nobody looks, nothing is fetched', async () => {
	const { exchanges, look, passTime, timers } = await aLoop('done');
	look(false);

	await passTime();

	expect(exchanges()).toBe(1);
	expect(timers()).toEqual([REST_MS]);
});

test('a broken exchange is reported and tried again', async () => {
	const problem = new Error('the store is gone');
	const { problems, timers } = await aLoop(problem);

	expect(problems).toEqual([problem]);
	expect(timers()).toEqual([FIRST_WAIT_MS]);
});

test('stopped, it stays still', async () => {
	const { loop, exchanges, timers, wake } = await aLoop('done');

	loop.stop();
	await wake();

	expect(exchanges()).toBe(1);
	expect(timers()).toEqual([]);
});
