import { error, json } from '@sveltejs/kit';
import * as joining from '$lib/features/joining/joining.server.ts';
import { isStaff } from '$lib/platform/auth/asker.ts';
import { comesFrom } from '$lib/platform/auth/entry.server.ts';
import { take } from '$lib/platform/auth/limits.server.ts';
import type { RequestHandler } from './$types';

/** Whether a card would let this browser in. It tells nothing else about the card, and takes nothing. */
export const POST: RequestHandler = async (event) => {
	const { db, limits, now, asker } = event.locals;
	const room = await take(limits, 'inviteByAddress', comesFrom(event));
	if (room.state === 'full') return json({ minutes: room.minutes }, { status: 429 });

	const asked = joining.checkSchema.safeParse(await event.request.json().catch(() => undefined));
	if (!asked.success) error(400, 'errors.unexpected');
	if (asker && isStaff(asker)) return json({ state: 'staff' });
	return json({ state: await joining.check(db, asked.data, now()) });
};
