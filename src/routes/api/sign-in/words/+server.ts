import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import * as recovery from '$lib/features/recovery/recovery.server.ts';
import { comesFrom, letIn } from '$lib/platform/auth/entry.server.ts';
import { take } from '$lib/platform/auth/limits.server.ts';
import type { RequestHandler } from './$types';

const wordsSchema = z.object({
	words: z.string().max(200),
	/** Whose phone it is so far: another woman's words do not open it. */
	phoneOf: z.string().max(100).optional()
});

/** Lets a participant in on another phone. Whatever is wrong with the words, the answer is the same. */
export const POST: RequestHandler = async (event) => {
	const { db, keys, limits } = event.locals;
	const room = await take(limits, 'wordsByAddress', comesFrom(event));
	if (room.state === 'full') return json({ minutes: room.minutes }, { status: 429 });

	const asked = wordsSchema.safeParse(await event.request.json().catch(() => undefined));
	if (!asked.success) error(400, 'errors.unexpected');
	const entered = await recovery.personWith(db, keys, asked.data.words);
	if (!entered) return json({ state: 'wrong' });
	if (asked.data.phoneOf !== undefined && asked.data.phoneOf !== entered.personId) return json({ state: 'taken' });

	await letIn(event, entered.personId);
	return json({ state: 'in', entered });
};
