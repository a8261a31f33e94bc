import type { Language } from '$lib/domain/language.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';

/** A woman in a cohort, by the name that her group sees. */
export interface Participant {
	id: string;
	name: string;
	language: Language;
	joinedAt: number;
}

/** Who goes through a course now, by name. Who has left, or has been removed, is not among them. */
export const participants = (db: Db | Tx, programmeId: string, cohortId: string): Promise<Participant[]> =>
	present(db, programmeId, cohortId).orderBy('person.name').orderBy('person.id').execute();

/** One of them. */
export const participant = (
	db: Db | Tx,
	programmeId: string,
	cohortId: string,
	personId: string
): Promise<Participant | undefined> =>
	present(db, programmeId, cohortId).where('person.id', '=', personId).executeTakeFirst();

const present = (db: Db | Tx, programmeId: string, cohortId: string) =>
	db
		.selectFrom('member')
		.innerJoin('person', 'person.id', 'member.person_id')
		.innerJoin('cohort', 'cohort.id', 'member.cohort_id')
		.select(['person.id', 'person.name', 'person.language', 'member.joined_at as joinedAt'])
		.where('cohort.programme_id', '=', programmeId)
		.where('person.programme_id', '=', programmeId)
		.where('member.cohort_id', '=', cohortId)
		.where('member.role', '=', 'participant')
		.where('member.left_at', 'is', null)
		.where('person.removed_at', 'is', null);
