import { redirect } from '@sveltejs/kit';
import * as setup from '$lib/features/setup/setup.server.ts';
import { isStaff, rolesOf } from '$lib/platform/auth/asker.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	// Who has left every cohort has nowhere to go but here.
	if (locals.asker && rolesOf(locals.asker).length > 0) redirect(303, isStaff(locals.asker) ? '/staff' : '/today');
	return { hasProgramme: await setup.hasProgramme(locals.db) };
};
