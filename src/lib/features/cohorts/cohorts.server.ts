import { z } from 'zod';
import { languages, type Language } from '$lib/domain/language.ts';
import { isStaffRole } from '$lib/domain/role.ts';
import { newId } from '$lib/domain/id.ts';
import type { Asker } from '$lib/platform/auth/asker.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import type { Class } from '$lib/features/classes/classes.ts';
import { MAX_WEEKS, USUAL_MINUTES, USUAL_WEEKS } from './cohorts.ts';

/** The zones to choose from; an older name for one of them is a zone too. */
export const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** What a coordinator fills in. */
export const newCohortSchema = z.object({
	name: z.string().trim().min(1).max(60),
	language: z.enum(languages),
	zone: z.string().refine(isZone),
	first: z.iso.date(),
	time: z.iso.time({ precision: -1 }),
	weeks: z.coerce.number().int().min(1).max(MAX_WEEKS).default(USUAL_WEEKS),
	minutes: z.coerce.number().int().min(15).max(480).default(USUAL_MINUTES)
});
function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

export type NewCohort = z.infer<typeof newCohortSchema>;

export interface CohortInList {
	id: string;
	name: string;
	language: Language;
	zone: string;
	participants: number;
	classes: Class[];
}

/** Makes a cohort with all its classes and tells its stream. */
export async function create(db: Db, programmeId: string, cohort: NewCohort, now: number): Promise<string> {
	return db.transaction().execute((tx) => createIn(tx, programmeId, cohort, now));
}

/** The same, as part of something larger. */
export async function createIn(tx: Tx, programmeId: string, cohort: NewCohort, now: number): Promise<string> {
	const { name, language, zone, ...weekly } = cohort;
	const id = newId();
	await tx
		.insertInto('cohort')
		.values({ id, programme_id: programmeId, name, language, zone, created_at: now })
		.execute();
	await classes.plan(tx, id, weekly);
	await classes.publishCohort(tx, id, now);
	return id;
}

/** The cohorts that a staff member works with: a coordinator's are all of her programme's. */
export async function listFor(db: Db, asker: Asker): Promise<CohortInList[]> {
	const own = asker.places.filter((place) => isStaffRole(place.role)).map((place) => place.cohortId);
	const rows = await db
		.selectFrom('cohort')
		.select((is) => [
			'id',
			'name',
			'language',
			'zone',
			is
				.selectFrom('member')
				.select(({ fn }) => fn.countAll<number>().as('n'))
				.whereRef('member.cohort_id', '=', 'cohort.id')
				.where('member.role', '=', 'participant')
				.where('member.left_at', 'is', null)
				.as('participants')
		])
		.where('programme_id', '=', asker.programmeId)
		.$if(!asker.isCoordinator, (query) => query.where('id', 'in', own.length > 0 ? own : ['']))
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();

	return Promise.all(
		rows.map(async (row) => ({
			...row,
			participants: Number(row.participants),
			classes: await classes.list(db, row.id)
		}))
	);
}

/** A cohort of this programme. */
export const get = (db: Db | Tx, programmeId: string, cohortId: string) =>
	db
		.selectFrom('cohort')
		.select(['id', 'name', 'language', 'zone'])
		.where('id', '=', cohortId)
		.where('programme_id', '=', programmeId)
		.executeTakeFirst();

export async function programmeZone(db: Db, programmeId: string): Promise<string> {
	const { zone } = await db
		.selectFrom('programme')
		.select('zone')
		.where('id', '=', programmeId)
		.executeTakeFirstOrThrow();
	return zone;
}
