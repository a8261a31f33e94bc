import { json } from '@sveltejs/kit';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { RequestHandler } from './$types';

/** The phones that are in as this participant. */
export const GET: RequestHandler = async ({ locals }) => {
	const { personId, sessionId } = requireRole(locals, 'participant');
	const open = await sessions.list(locals.db, personId, locals.now());
	return json(open.map((session) => ({ ...session, isThis: session.id === sessionId })));
};
