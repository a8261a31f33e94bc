import { error, json } from '@sveltejs/kit';
import * as joining from '$lib/features/joining/joining.server.ts';
import { isStaff } from '$lib/platform/auth/asker.ts';
import { deviceName } from '$lib/platform/auth/device-name.ts';
import { comesFrom, rememberLanguage } from '$lib/platform/auth/entry.server.ts';
import { take } from '$lib/platform/auth/limits.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { RequestHandler } from './$types';

/** Lets a woman in with her card. The same request from the same browser may be repeated for a while. */
export const POST: RequestHandler = async (event) => {
	const { config, db, keys, limits, now, asker } = event.locals;
	const room = await take(limits, 'inviteByAddress', comesFrom(event));
	if (room.state === 'full') return json({ minutes: room.minutes }, { status: 429 });

	const asked = joining.joinSchema.safeParse(await event.request.json().catch(() => undefined));
	if (!asked.success) error(400, 'errors.unexpected');
	if (asker && isStaff(asker)) return json({ state: 'staff' });

	const device = deviceName(event.request.headers.get('user-agent'));
	const outcome = await joining.join(db, keys, { ...asked.data, deviceName: device }, now());
	if (outcome.state !== 'in') return json({ state: outcome.state });

	event.cookies.set(sessions.cookieName(config.origin), outcome.sessionToken, sessions.cookieOptions(config.origin));
	rememberLanguage(event, asked.data.language);
	return json({ state: 'in', joined: outcome.joined });
};
