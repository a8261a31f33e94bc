import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { demoKeys } from '$lib/features/demo/demo.ts';
import * as demo from '$lib/features/demo/demo.server.ts';
import { comesFrom, letIn, rememberLanguage } from '$lib/platform/auth/entry.server.ts';
import { take } from '$lib/platform/auth/limits.server.ts';
import type { RequestHandler } from './$types';

const linkSchema = z.object({ key: z.enum(demoKeys), secret: z.string().max(100) });

/** Lets a browser in as a fictional person. Any number of browsers may come with the same link. */
export const POST: RequestHandler = async (event) => {
	const { db, keys, limits } = event.locals;
	const room = await take(limits, 'demoByAddress', comesFrom(event));
	if (room.state === 'full') return json({ minutes: room.minutes }, { status: 429 });

	const asked = linkSchema.safeParse(await event.request.json().catch(() => undefined));
	if (!asked.success) error(400, 'errors.unexpected');

	const entered = await demo.personBehind(db, keys, asked.data.key, asked.data.secret);
	if (!entered) return json({ state: 'none' });

	await letIn(event, entered.personId);
	if (entered.isParticipant) rememberLanguage(event, entered.language);
	return json({ state: 'in', entered });
};
