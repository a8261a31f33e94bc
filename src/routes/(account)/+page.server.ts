import { redirect } from '@sveltejs/kit';
import * as setup from '$lib/features/setup/setup.server.ts';
import { isStaff } from '$lib/platform/auth/asker.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.asker) redirect(303, isStaff(locals.asker) ? '/staff' : '/today');
	return { hasProgramme: await setup.hasProgramme(locals.db) };
};
