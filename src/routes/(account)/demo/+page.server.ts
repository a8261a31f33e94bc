import { redirect } from '@sveltejs/kit';
import * as demo from '$lib/features/demo/demo.server.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	// Whoever looks at a demo may be anyone in it: nobody there is real.
	links: await demo.links(locals),
	mayStart: !(await setup.hasProgramme(locals.db))
});

export const actions: Actions = {
	start: async ({ locals }) => {
		await demo.start(locals);
		redirect(303, '/demo');
	}
};
