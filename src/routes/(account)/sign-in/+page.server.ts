import { fail, redirect } from '@sveltejs/kit';
import { normalSignInName } from '$lib/features/account/account.ts';
import * as codes from '$lib/features/account/one-time-code.server.ts';
import { isStaff } from '$lib/platform/auth/asker.ts';
import { comesFrom, letIn } from '$lib/platform/auth/entry.server.ts';
import { giveBack, take } from '$lib/platform/auth/limits.server.ts';
import { countTry, textsOf } from '../coming-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.asker && isStaff(locals.asker)) redirect(303, '/staff');
};

export const actions: Actions = {
	code: async (event) => {
		const { locals } = event;
		const { signInName = '', code = '' } = await textsOf(event.request);
		const minutes = await countTry(event, 'signInByAddress');
		if (minutes !== undefined) return fail(429, { problem: 'tooMany' as const, minutes, signInName });
		const account = normalSignInName(signInName).slice(0, 100);
		const room = await take(locals.limits, 'signInByAccount', account);
		if (room.state === 'full') {
			return fail(429, { problem: 'tooMany' as const, minutes: room.minutes, signInName });
		}

		const personId = await codes.signIn(locals.db, locals.keys, signInName, code, locals.now());
		if (personId === undefined) return fail(422, { problem: 'notYou' as const, signInName });

		await giveBack(locals.limits, 'signInByAddress', comesFrom(event));
		await giveBack(locals.limits, 'signInByAccount', account);
		await letIn(event, personId);
		redirect(303, '/staff');
	}
};
