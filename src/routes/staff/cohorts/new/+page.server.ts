import { fail, redirect } from '@sveltejs/kit';
import { dayInZone } from '$lib/domain/day.ts';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import { lastDay, USUAL_MINUTES, USUAL_WEEKS } from '$lib/features/cohorts/cohorts.ts';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { programmeId } = requireRole(locals, 'coordinator');
	const zone = await cohorts.programmeZone(locals.db, programmeId);
	return {
		zones: [...new Set([zone, ...cohorts.zones])],
		usual: {
			name: '',
			language: locals.language,
			zone,
			first: '',
			time: '18:00',
			weeks: String(USUAL_WEEKS),
			minutes: String(USUAL_MINUTES)
		}
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { programmeId } = requireRole(locals, 'coordinator');
		const given = Object.fromEntries(await request.formData()) as Record<string, string>;
		const form = cohorts.newCohortSchema.safeParse(given);
		if (!form.success) {
			return fail(422, { given, wrong: form.error.issues.map((issue) => String(issue.path[0])) });
		}
		const today = dayInZone(locals.now(), form.data.zone);
		if (lastDay(form.data) < today) return fail(422, { given, wrong: ['over'] });
		const id = await cohorts.create(locals.db, programmeId, form.data, locals.now());
		redirect(303, `/staff/cohorts/${id}`);
	}
};
