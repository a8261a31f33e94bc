import { personNameSchema } from '$lib/features/account/account.ts';
import * as account from '$lib/features/account/account.server.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import { isStaffRole } from '$lib/domain/role.ts';
import { again, comeIn, countTry, opened, textsOf } from '../coming-in.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	open: async (event) => {
		const minutes = await countTry(event, 'inviteByAddress');
		if (minutes !== undefined) return again(event.locals, {}, 'tooMany', minutes);
		const { locals } = event;
		const secret = ((await textsOf(event.request)).secret ?? '').trim();
		const looked = await invites.lookUp(locals.db, secret, locals.now());
		if (looked.state !== 'open' || !isStaffRole(looked.invite.role)) return again(locals, {}, 'closed');
		return opened(locals, secret);
	},

	enter: async (event) => {
		const { locals } = event;
		const values = await textsOf(event.request);
		const minutes = await countTry(event, 'inviteByAddress');
		if (minutes !== undefined) return again(locals, values, 'tooMany', minutes);
		const name = personNameSchema.safeParse(values.name);
		if (!name.success) return again(locals, values, 'nameMissing');

		const door = account.invited(values.secret ?? '', name.data, locals.language, locals.now());
		const outcome = await comeIn(event, values, door);
		if (typeof outcome === 'string') return again(locals, values, outcome);
		return { codes: await account.renewCodes(locals, outcome.personId), values: { name: name.data } };
	}
};
