import { error, json } from '@sveltejs/kit';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import { kindsByName } from '$lib/platform/sync/kind.ts';
import { exchange } from '$lib/platform/sync/exchange.server.ts';
import { readRequest } from '$lib/platform/sync/request.server.ts';
import { recordKinds } from '$lib/records.ts';
import type { RequestHandler } from './$types';

const kinds = kindsByName(recordKinds);

/** The one place where phones and the server meet. Codes are for the phone; she sees words of its own. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const asker = requireRole(locals, 'participant');
	const asked = await readRequest(request, asker.personId);
	if ('status' in asked) error(asked.status, asked.code);
	return json(await exchange(locals.db, asker, asked, { kinds, now: locals.now() }));
};
