import { error } from '@sveltejs/kit';
import { dayInZone } from '$lib/domain/day.ts';
import type { Role } from '$lib/domain/role.ts';
import { rolesIn } from '$lib/platform/auth/asker.ts';
import { requireRoleIn } from '$lib/platform/auth/guard.server.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import { readerAs } from '$lib/features/review/review.ts';
import type { Reading } from '$lib/features/review/review.server.ts';

/** What every page about a cohort begins with: who asks, the cohort and its classes, and what she may read there. */
export async function openCohort(locals: App.Locals, cohortId: string, ...allowed: Role[]) {
	const asker = requireRoleIn(locals, cohortId, ...allowed);
	const cohort = await cohorts.get(locals.db, asker.programmeId, cohortId);
	if (!cohort) error(404, 'errors.notFound');

	const now = locals.now();
	const all = await classes.list(locals.db, cohortId);
	const role = readerAs(rolesIn(asker, cohortId));
	const reading: Reading | undefined = role && {
		programmeId: asker.programmeId,
		cohortId,
		zone: cohort.zone,
		classDays: all.map(({ date }) => date),
		staffId: asker.personId,
		name: asker.name,
		role,
		now
	};
	return { asker, cohort, classes: all, now, today: dayInZone(now, cohort.zone), reading };
}
