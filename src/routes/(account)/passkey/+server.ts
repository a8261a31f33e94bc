import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { newId } from '$lib/domain/id.ts';
import { isStaffRole } from '$lib/domain/role.ts';
import * as passkeys from '$lib/features/account/passkeys.server.ts';
import * as recoveryCodes from '$lib/features/account/recovery-codes.server.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import { isStaff } from '$lib/platform/auth/asker.ts';
import { comesFrom } from '$lib/platform/auth/entry.server.ts';
import { take } from '$lib/platform/auth/limits.server.ts';
import type { RequestHandler } from './$types';

const schema = z.object({
	door: z.enum(['setup', 'invite', 'recovery', 'me']),
	secret: z.string().max(100),
	name: z.string().trim().min(1).max(60)
});

/** What a browser needs to make a passkey, for whoever stands at an open door. The door is taken later, with the form. */
export const POST: RequestHandler = async (event) => {
	const { locals } = event;
	const room = await take(locals.limits, 'recoveryByAddress', comesFrom(event));
	if (room.state === 'full') return json({ problem: 'tooMany', minutes: room.minutes }, { status: 429 });

	const asked = schema.safeParse(await event.request.json().catch(() => undefined));
	if (!asked.success) return json({ problem: 'passkeyRefused' }, { status: 422 });
	const personId = await behind(locals, asked.data.door, asked.data.secret);
	if (personId === undefined) return json({ problem: 'closed' }, { status: 410 });
	return json(await passkeys.registrationOptions(locals, personId, asked.data.name));
};

/** For whom a door would open: somebody new, or the person it belongs to. */
async function behind({ asker, db, keys, now }: App.Locals, door: string, secret: string): Promise<string | undefined> {
	if (door === 'me') return asker && isStaff(asker) ? asker.personId : undefined;
	if (door === 'recovery') return recoveryCodes.find(db, keys, secret);
	if (door === 'setup') return (await setup.isOpen(db, secret)) ? newId() : undefined;
	const looked = await invites.lookUp(db, secret, now());
	return looked.state === 'open' && isStaffRole(looked.invite.role) ? newId() : undefined;
}
