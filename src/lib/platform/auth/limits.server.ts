import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MINUTE_MS } from '$lib/domain/clock.ts';

/**
 * How often something may be tried: points in a window of minutes. By account where a secret is short enough to guess,
 * by address everywhere. Generous by address, because a whole class may sit behind one.
 */
const rules = {
	signInByAddress: { points: 60, minutes: 15 },
	signInByAccount: { points: 10, minutes: 60 },
	recoveryByAddress: { points: 20, minutes: 15 },
	wordsByAddress: { points: 20, minutes: 15 },
	inviteByAddress: { points: 120, minutes: 15 },
	setupByAddress: { points: 30, minutes: 15 },
	demoByAddress: { points: 300, minutes: 15 }
} as const;

export type LimitName = keyof typeof rules;
export type Limits = Record<LimitName, RateLimiterMemory>;

/** `open`, or how many whole minutes to wait. */
export type Room = { state: 'open' } | { state: 'full'; minutes: number };

/** One process counts for itself: with several servers an attacker gets as many tries as there are servers. */
export const createLimits = (): Limits =>
	Object.fromEntries(
		Object.entries(rules).map(([keyPrefix, { points, minutes }]) => [
			keyPrefix,
			new RateLimiterMemory({ keyPrefix, points, duration: minutes * 60 })
		])
	) as Limits;

/** Counts one try. When there is no room left, answer 429 and say how many minutes to wait. */
export async function take(limits: Limits, name: LimitName, key: string): Promise<Room> {
	try {
		await limits[name].consume(key);
		return { state: 'open' };
	} catch (full) {
		if (!(full instanceof RateLimiterRes)) throw full;
		return { state: 'full', minutes: Math.max(1, Math.ceil(full.msBeforeNext / MINUTE_MS)) };
	}
}

/** A try that succeeded does not count. */
export async function giveBack(limits: Limits, name: LimitName, key: string): Promise<void> {
	await limits[name].reward(key);
}

/** Where a request comes from, as one household: an IPv6 network (/64) counts as one, since its owner has all of it. */
export function addressKey(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!address.includes(':')) return address;

	const [head = '', tail = ''] = address.toLowerCase().split('%')[0]!.split('::');
	const left = head ? head.split(':') : [];
	const right = tail ? tail.split(':') : [];
	const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
	return [...left, ...zeros, ...right]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
