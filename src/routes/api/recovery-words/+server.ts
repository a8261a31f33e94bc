import { json } from '@sveltejs/kit';
import * as recovery from '$lib/features/recovery/recovery.server.ts';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import type { RequestHandler } from './$types';

/** Six new words for whoever is signed in on this phone; the old ones end. */
export const POST: RequestHandler = async ({ locals }) => {
	const { personId } = requireRole(locals, 'participant');
	const { db, keys, language, now } = locals;
	const words = await db.transaction().execute((tx) => recovery.make(tx, keys, personId, language, now()));
	return json({ words });
};
