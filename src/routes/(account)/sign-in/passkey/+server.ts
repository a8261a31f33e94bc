import { json, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import * as passkeys from '$lib/features/account/passkeys.server.ts';
import { comesFrom, letIn } from '$lib/platform/auth/entry.server.ts';
import { giveBack, take } from '$lib/platform/auth/limits.server.ts';
import type { RequestHandler } from './$types';

const answerSchema = z.object({ challengeId: z.string(), answer: z.object({ id: z.string() }).loose() });

/** A challenge for whichever passkey the browser has. */
export const POST: RequestHandler = async (event) =>
	(await tooMany(event)) ?? json(await passkeys.signInOptions(event.locals));

/** The passkey's answer: she is in, or it is not known. */
export const PUT: RequestHandler = async (event) => {
	const full = await tooMany(event);
	if (full) return full;
	const { locals } = event;
	const asked = answerSchema.safeParse(await event.request.json().catch(() => undefined));
	const personId = asked.success
		? await passkeys.checkSignIn(locals, asked.data.challengeId, asked.data.answer)
		: undefined;
	if (personId === undefined) return json({ problem: 'passkeyUnknown' }, { status: 422 });

	// Both steps of a try that succeeded.
	await giveBack(locals.limits, 'signInByAddress', comesFrom(event));
	await giveBack(locals.limits, 'signInByAddress', comesFrom(event));
	await letIn(event, personId);
	return json({});
};

async function tooMany(event: RequestEvent) {
	const room = await take(event.locals.limits, 'signInByAddress', comesFrom(event));
	return room.state === 'full' ? json({ problem: 'tooMany', minutes: room.minutes }, { status: 429 }) : undefined;
}
