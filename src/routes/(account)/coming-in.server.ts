import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Problem } from '$lib/features/account/account.ts';
import * as account from '$lib/features/account/account.server.ts';
import * as codes from '$lib/features/account/one-time-code.server.ts';
import { comesFrom, letIn } from '$lib/platform/auth/entry.server.ts';
import { take, type LimitName } from '$lib/platform/auth/limits.server.ts';

/** The texts of a form. What is not text is not there. */
export async function textsOf(request: Request): Promise<Partial<Record<string, string>>> {
	const entries = [...(await request.formData())].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string'
	);
	return Object.fromEntries(entries);
}

/** What a page that has a door shows after a step: the door's secret and all she typed come back. */
export interface Step<Wrong extends string = never> {
	secret?: string;
	offer?: codes.Offer;
	values?: Partial<Record<string, string>>;
	problem?: Problem | Wrong;
	minutes?: number;
	/** She is in, and these are her recovery codes. */
	codes?: string[];
}

/** Counts a try from this address; the minutes to wait when there is no room left. */
export async function countTry(event: RequestEvent, name: LimitName): Promise<number | undefined> {
	const room = await take(event.locals.limits, name, comesFrom(event));
	return room.state === 'open' ? undefined : room.minutes;
}

/** The door is open: what the form needs for its second step. */
export const opened = ({ keys, now }: App.Locals, secret: string): Step => ({
	secret,
	offer: codes.offer(keys, now())
});

/** The same form again, with what was wrong. */
export function again<Wrong extends string>(
	{ keys, now }: App.Locals,
	values: Partial<Record<string, string>>,
	problem: Problem | Wrong,
	minutes?: number
) {
	const offer = codes.sameOffer(keys, values.offer ?? '', now()) ?? codes.offer(keys, now());
	const { secret, name, programme, zone, signInName } = values;
	return fail(statusByProblem[problem] ?? 422, {
		secret,
		offer,
		problem,
		minutes,
		values: { name, programme, zone, signInName }
	});
}

const statusByProblem: Partial<Record<string, number>> = { closed: 410, tooMany: 429 };

/** Takes the door with the way in that the form brings, and signs her in on this device. */
export async function comeIn(event: RequestEvent, values: Partial<Record<string, string>>, door: account.Door) {
	const { locals } = event;
	const wayIn = await account.checkWayIn(locals, values);
	if (typeof wayIn === 'string') return wayIn;
	const outcome = await account.comeIn(locals, wayIn, door);
	if (typeof outcome === 'string') return outcome;
	await letIn(event, outcome.personId);
	return outcome;
}
