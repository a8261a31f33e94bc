import * as account from '$lib/features/account/account.server.ts';
import * as recoveryCodes from '$lib/features/account/recovery-codes.server.ts';
import { again, comeIn, countTry, opened, textsOf } from '../../coming-in.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	open: async (event) => {
		const minutes = await countTry(event, 'recoveryByAddress');
		if (minutes !== undefined) return again(event.locals, {}, 'tooMany', minutes);
		const { locals } = event;
		const { secret = '' } = await textsOf(event.request);
		if ((await recoveryCodes.find(locals.db, locals.keys, secret)) === undefined) return again(locals, {}, 'closed');
		return opened(locals, secret);
	},

	enter: async (event) => {
		const { locals } = event;
		const values = await textsOf(event.request);
		const minutes = await countTry(event, 'recoveryByAddress');
		if (minutes !== undefined) return again(locals, values, 'tooMany', minutes);
		const outcome = await comeIn(event, values, account.recovered(locals, values.secret ?? '', locals.now()));
		if (typeof outcome === 'string') return again(locals, values, outcome);
		const { name, codesLeft } = await account.mine(locals.db, outcome.personId);
		return { in: { name, codesLeft } };
	}
};
