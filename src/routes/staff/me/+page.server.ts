import { error, fail, redirect } from '@sveltejs/kit';
import { isLanguage } from '$lib/domain/language.ts';
import { staffRoles } from '$lib/domain/role.ts';
import { personNameSchema } from '$lib/features/account/account.ts';
import * as account from '$lib/features/account/account.server.ts';
import * as codes from '$lib/features/account/one-time-code.server.ts';
import { letOut, rememberLanguage } from '$lib/platform/auth/entry.server.ts';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { personId, sessionId } = requireRole(locals, ...staffRoles);
	const devices = await sessions.list(locals.db, personId, locals.now());
	return {
		account: await account.mine(locals.db, personId),
		devices: devices.map((device) => ({ ...device, isThis: device.id === sessionId })),
		offer: codes.offer(locals.keys, locals.now())
	};
};

export const actions: Actions = {
	save: async (event) => {
		const { locals, request } = event;
		const { personId } = requireRole(locals, ...staffRoles);
		const form = await request.formData();
		const name = personNameSchema.safeParse(form.get('name'));
		const language = form.get('language');
		if (!name.success || !isLanguage(language)) return fail(422, { problem: 'nameMissing' as const });
		await account.change(locals.db, personId, { name: name.data, language }, locals.now());
		rememberLanguage(event, language);
		if (language !== locals.language) redirect(303, '/staff/me');
		return { said: 'saved' as const };
	},

	enter: async ({ locals, request }) => {
		const { personId } = requireRole(locals, ...staffRoles);
		const values = Object.fromEntries(
			[...(await request.formData())].map(([name, value]) => [name, String(value)])
		) as account.WayInForm;
		const wayIn = await account.checkWayIn(locals, values);
		const outcome = typeof wayIn === 'string' ? wayIn : await account.comeIn(locals, wayIn, account.herself(personId));
		if (typeof outcome !== 'string') return { said: 'added' as const };
		const offer = codes.sameOffer(locals.keys, values.offer ?? '', locals.now());
		return fail(422, { problem: outcome, offer, signInName: values.signInName });
	},

	removePasskey: async ({ locals, request }) => {
		const { personId } = requireRole(locals, ...staffRoles);
		const passkeyId = String((await request.formData()).get('passkeyId') ?? '');
		return answer(await account.removeWayIn(locals.db, personId, { passkeyId }));
	},

	removeApp: async ({ locals }) => {
		const { personId } = requireRole(locals, ...staffRoles);
		return answer(await account.removeWayIn(locals.db, personId, 'authenticator'));
	},

	renewCodes: async ({ locals }) => {
		const { personId } = requireRole(locals, ...staffRoles);
		return { codes: await account.renewCodes(locals, personId) };
	},

	signOutDevice: async ({ locals, request }) => {
		const { personId } = requireRole(locals, ...staffRoles);
		const sessionId = String((await request.formData()).get('sessionId') ?? '');
		if ((await sessions.end(locals.db, personId, sessionId, locals.now())) === 'notFound')
			error(404, 'errors.notFound');
		return { said: 'deviceSignedOut' as const };
	},

	signOut: async (event) => {
		await letOut(event);
		redirect(303, '/sign-in?out');
	}
};

function answer(outcome: 'removed' | 'lastOne' | 'notFound') {
	if (outcome === 'notFound') error(404, 'errors.notFound');
	return outcome === 'lastOne' ? fail(409, { said: outcome }) : { said: outcome };
}
