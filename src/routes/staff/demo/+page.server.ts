import { error, fail, redirect } from '@sveltejs/kit';
import * as demo from '$lib/features/demo/demo.server.ts';
import { announceSetup } from '$lib/features/setup/setup.server.ts';
import { letOut } from '$lib/platform/auth/entry.server.ts';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	demoCoordinator(locals);
};

export const actions: Actions = {
	leave: async (event) => {
		const { locals, request } = event;
		const { programmeId } = demoCoordinator(locals);
		if ((await request.formData()).get('consent') === null) return fail(422, { problem: 'consent' as const });

		const outcome = await demo.leave(locals, programmeId);
		if (outcome === 'notDemo') error(404, 'errors.notFound');
		await letOut(event);
		if (outcome.setupSecret === undefined) redirect(303, '/');

		// Anyone may be the coordinator of a demo. On a server that others can reach, the link to the real programme
		// is therefore only printed where it runs; on one's own machine it opens at once.
		announceSetup(locals.config.origin, outcome.setupSecret);
		if (isOwnMachine(locals.config.origin)) redirect(303, `/setup#${outcome.setupSecret}`);
		redirect(303, '/');
	}
};

function demoCoordinator(locals: App.Locals) {
	const asker = requireRole(locals, 'coordinator');
	if (!asker.isDemo) error(404, 'errors.notFound');
	return asker;
}

const isOwnMachine = (origin: string) => new URL(origin).hostname === 'localhost';
