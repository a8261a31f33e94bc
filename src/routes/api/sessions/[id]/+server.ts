import { error } from '@sveltejs/kit';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { RequestHandler } from './$types';

/** Signs one of her phones out; `this` is the phone that asks. */
export const DELETE: RequestHandler = async ({ cookies, locals, params }) => {
	const { personId, sessionId } = requireRole(locals, 'participant');
	const isThis = params.id === 'this' || params.id === sessionId;

	const outcome = await sessions.end(locals.db, personId, isThis ? sessionId : params.id, locals.now());
	if (outcome === 'notFound') error(404, 'errors.notFound');

	if (isThis) cookies.delete(sessions.cookieName(locals.config.origin), sessions.cookieOptions(locals.config.origin));
	return new Response(null, { status: 204 });
};
