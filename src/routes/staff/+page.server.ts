import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import { weekOf } from '$lib/features/classes/classes.ts';
import { dayInZone } from '$lib/domain/day.ts';
import { staffRoles } from '$lib/domain/role.ts';
import { requireRole } from '$lib/platform/auth/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const asker = requireRole(locals, ...staffRoles);
	const list = await cohorts.listFor(locals.db, asker);
	return {
		cohorts: list.map(({ id, name, zone, participants, classes }) => ({
			id,
			name,
			participants,
			first: classes[0]?.date,
			week: weekOf(classes, dayInZone(locals.now(), zone))
		}))
	};
};
