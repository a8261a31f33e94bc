import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import { requireRoleIn } from '$lib/platform/auth/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { cardFor } from './card.server.ts';

const labelSchema = z.string().trim().min(1).max(60);
const inviteIdSchema = z.uuid();

export const load: PageServerLoad = async ({ locals, params }) => {
	const { cohort, programmeId } = await ours(locals, params.cohortId);
	const all = await invites.list(locals.db, programmeId, cohort.id, locals.now());
	return { cohort, invites: all.filter(({ role }) => role === 'participant') };
};

export const actions: Actions = {
	make: async ({ locals, params, request }) => {
		const { cohort, personId, programmeId } = await ours(locals, params.cohortId);
		const label = labelSchema.safeParse((await request.formData()).get('label'));
		if (!label.success) return fail(422, { problem: 'label' as const });

		const made = await invites.create(locals.db, {
			programmeId,
			cohortId: cohort.id,
			role: 'participant',
			label: label.data,
			createdBy: personId,
			now: locals.now()
		});
		return { label: label.data, card: await cardFor(locals.config.origin, made.secret, { ...cohort, ...made }) };
	},

	withdraw: async ({ locals, params, request }) => {
		const { cohort, programmeId } = await ours(locals, params.cohortId);
		const id = inviteIdSchema.safeParse((await request.formData()).get('id'));
		if (!id.success) return fail(422, { problem: 'gone' as const });

		const outcome = await invites.withdraw(locals.db, programmeId, cohort.id, id.data, locals.now(), 'participant');
		return outcome === 'withdrawn' ? { done: 'withdrawn' as const } : fail(409, { problem: 'gone' as const });
	},

	renew: async ({ locals, params, request }) => {
		const { cohort, personId, programmeId } = await ours(locals, params.cohortId);
		const id = inviteIdSchema.safeParse((await request.formData()).get('id'));
		if (!id.success) return fail(422, { problem: 'gone' as const });

		const place = { programmeId, cohortId: cohort.id, role: 'participant' } as const;
		const renewed = await invites.renew(locals.db, place, id.data, personId, locals.now());
		if (!renewed) return fail(409, { problem: 'gone' as const });
		return {
			label: renewed.label,
			card: await cardFor(locals.config.origin, renewed.secret, { ...cohort, ...renewed })
		};
	}
};

async function ours(locals: App.Locals, cohortId: string) {
	const { personId, programmeId } = requireRoleIn(locals, cohortId, 'ambassador', 'clinician', 'coordinator');
	const cohort = await cohorts.get(locals.db, programmeId, cohortId);
	if (!cohort) error(404, 'errors.notFound');
	return { cohort, personId, programmeId };
}
