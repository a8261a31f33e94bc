import * as assignments from '$lib/features/assignments/assignments.server.ts';
import { active, endingBy } from '$lib/features/assignments/assignments.ts';
import { nextClass, weekOf } from '$lib/features/classes/classes.ts';
import * as people from '$lib/features/people/people.server.ts';
import * as review from '$lib/features/review/review.server.ts';
import { inOrder, isOrder, isQuiet, type Order } from '$lib/features/review/review.ts';
import * as team from '$lib/features/team/team.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { openCohort } from './cohort.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = await openCohort(locals, params.cohortId, 'clinician', 'ambassador', 'coordinator');
	const { asker, cohort, classes, now, today, reading } = desk;

	const asked = await assignments.current(locals.db, { cohortId: cohort.id, day: today, personIds: [] });
	const next = nextClass(classes, now);
	const order = orderOf(url.searchParams.get('order'));
	const rows = reading ? inOrder(await review.overview(locals.db, reading), order, today) : undefined;
	const names = rows ?? (await people.participants(locals.db, asker.programmeId, cohort.id));

	return {
		cohort,
		today,
		week: weekOf(classes, today),
		next,
		order,
		mayAssign: reading?.role === 'clinician',
		/** Whether the days up to the next class, and those after it, have homework yet; and what ends with that class. */
		asked: {
			now: active(asked, today).length > 0,
			afterNext: next === undefined || asked.some(({ untilDay }) => untilDay > next.date),
			ending: next ? endingBy(asked, today, next.date) : []
		},
		rows: rows?.map((row) => ({ ...row, isQuiet: isQuiet(row, today) })),
		/** Who works here, for who puts the team together. */
		team: asker.isCoordinator ? await teamOf(locals.db, asker.programmeId, cohort.id) : undefined,
		names: names.map(({ id, name }) => ({ id, name }))
	};
};

async function teamOf(db: Db, programmeId: string, cohortId: string) {
	const colleagues = await team.list(db, programmeId);
	return colleagues.flatMap(({ id, name, places }) =>
		places.filter((place) => place.cohortId === cohortId).map(({ role }) => ({ id, name, role }))
	);
}

const orderOf = (text: string | null): Order => (isOrder(text) ? text : 'first');
