import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { staffRoles } from '$lib/domain/role.ts';
import * as team from '$lib/features/team/team.server.ts';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { personId, programmeId } = requireRole(locals, 'coordinator');
	const cohorts = await locals.db
		.selectFrom('cohort')
		.select(['id', 'name'])
		.where('programme_id', '=', programmeId)
		.orderBy('created_at', 'desc')
		.execute();
	return {
		myId: personId,
		cohorts,
		colleagues: await team.list(locals.db, programmeId),
		invites: await team.openInvites(locals.db, programmeId, locals.now())
	};
};

const inviteSchema = z.object({
	label: z.string().trim().min(1).max(60),
	role: z.enum(staffRoles),
	cohortId: z.string().optional()
});
const personSchema = z.object({ personId: z.string() });
const leavingSchema = personSchema.extend({ cohortId: z.string() });
const placeSchema = leavingSchema.extend({ role: z.enum(team.cohortRoles) });

export const actions: Actions = {
	invite: async ({ locals, request }) => {
		const { personId, programmeId } = requireRole(locals, 'coordinator');
		const values = Object.fromEntries(await request.formData());
		const form = inviteSchema.safeParse(values);
		const typed = { label: String(values.label ?? ''), role: String(values.role ?? '') };
		if (!form.success) return fail(422, { problem: 'nameMissing' as const, typed });

		const cohortId = form.data.cohortId || undefined;
		const made = await team.invite(locals.db, programmeId, { ...form.data, cohortId }, personId, locals.now());
		if (made === 'noCohort') return fail(422, { problem: 'noCohort' as const, typed });
		return { invited: { label: form.data.label, link: `${locals.config.origin}/staff-in#${made.secret}` } };
	},

	withdraw: async ({ locals, request }) => {
		const { programmeId } = requireRole(locals, 'coordinator');
		const inviteId = String((await request.formData()).get('inviteId') ?? '');
		if ((await team.withdraw(locals.db, programmeId, inviteId, locals.now())) === 'notFound')
			error(404, 'errors.notFound');
		return { said: 'withdrawn' as const };
	},

	place: async ({ locals, request }) => {
		const { programmeId } = requireRole(locals, 'coordinator');
		const form = placeSchema.safeParse(Object.fromEntries(await request.formData()));
		if (!form.success) error(422, 'errors.unexpected');
		if ((await team.place(locals.db, programmeId, form.data, locals.now())) === 'notFound')
			error(404, 'errors.notFound');
		return { said: 'placed' as const };
	},

	unplace: async ({ locals, request }) => {
		const { programmeId } = requireRole(locals, 'coordinator');
		const form = leavingSchema.safeParse(Object.fromEntries(await request.formData()));
		if (!form.success) error(422, 'errors.unexpected');
		const { personId, cohortId } = form.data;
		const colleague = (await team.list(locals.db, programmeId)).find(({ id }) => id === personId);
		if ((await team.unplace(locals.db, programmeId, form.data, locals.now())) === 'notFound' || !colleague)
			error(404, 'errors.notFound');
		const places = colleague.places.filter((place) => place.cohortId === cohortId);
		return { left: { personId, name: colleague.name, places } };
	},

	remove: async ({ locals, request }) => {
		const asker = requireRole(locals, 'coordinator');
		const form = personSchema.safeParse(Object.fromEntries(await request.formData()));
		if (!form.success) error(422, 'errors.unexpected');
		// The last coordinator could not be let in again by anybody.
		if (form.data.personId === asker.personId) return fail(409, { problem: 'yourself' as const });
		if ((await team.remove(locals.db, asker.programmeId, form.data.personId, locals.now())) === 'notFound')
			error(404, 'errors.notFound');
		return { said: 'removed' as const };
	}
};
