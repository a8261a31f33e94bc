import { newId } from '$lib/domain/id.ts';
import { staffRoles, type StaffRole } from '$lib/domain/role.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import { stateOf } from '$lib/features/invites/invites.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';

/** Roles that stand in a cohort; a coordinator belongs to the programme. */
export type CohortRole = Exclude<StaffRole, 'coordinator'>;
export const cohortRoles = staffRoles.filter((role): role is CohortRole => role !== 'coordinator');

export interface Colleague {
	id: string;
	name: string;
	isCoordinator: boolean;
	places: { cohortId: string; cohortName: string; role: CohortRole }[];
}

/** Everyone on the staff of a programme, with the cohorts she works in. */
export async function list(db: Db, programmeId: string): Promise<Colleague[]> {
	const people = await db
		.selectFrom('person')
		.select(['id', 'name', 'is_coordinator'])
		.where('programme_id', '=', programmeId)
		.where('removed_at', 'is', null)
		.where((is) =>
			is.or([
				is('is_coordinator', '=', 1),
				// Also who has no cohort just now, so that she can be given one.
				is.exists(
					is
						.selectFrom('member')
						.select('member.id')
						.whereRef('member.person_id', '=', 'person.id')
						.where('member.role', 'in', cohortRoles)
				)
			])
		)
		.orderBy('name')
		.orderBy('id')
		.execute();
	const places = await db
		.selectFrom('member')
		.innerJoin('cohort', 'cohort.id', 'member.cohort_id')
		.select(['person_id', 'cohort.id as cohortId', 'cohort.name as cohortName', 'role'])
		.where('cohort.programme_id', '=', programmeId)
		.where('role', 'in', cohortRoles)
		.where('left_at', 'is', null)
		.orderBy('cohort.created_at', 'desc')
		.orderBy('cohort.id')
		.execute();

	return people.map(({ id, name, is_coordinator }) => ({
		id,
		name,
		isCoordinator: is_coordinator === 1,
		places: places
			.filter((place) => place.person_id === id)
			.map(({ cohortId, cohortName, role }) => ({ cohortId, cohortName, role: role as CohortRole }))
	}));
}

/** The programme's staff invites that nobody has used, the newest first. */
export async function openInvites(db: Db, programmeId: string, now: number) {
	const rows = await db
		.selectFrom('invite')
		.leftJoin('cohort', 'cohort.id', 'invite.cohort_id')
		.select(['invite.id', 'label', 'role', 'cohort.name as cohortName', 'expires_at as expiresAt'])
		.where('invite.programme_id', '=', programmeId)
		.where('role', 'in', staffRoles)
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.orderBy('invite.created_at', 'desc')
		.orderBy('invite.id')
		.execute();
	return rows.map((row) => ({
		...row,
		role: row.role as StaffRole,
		state: stateOf({ usedAt: null, withdrawnAt: null, expiresAt: row.expiresAt }, now)
	}));
}

export interface NewColleague {
	label: string;
	role: StaffRole;
	/** Where she will work; a coordinator needs none. */
	cohortId: string | undefined;
}

/** Makes an invite for somebody new on the staff. Its secret is shown once. */
export async function invite(
	db: Db,
	programmeId: string,
	{ label, role, cohortId }: NewColleague,
	createdBy: string,
	now: number
): Promise<{ secret: string; expiresAt: number } | 'noCohort'> {
	if (role !== 'coordinator' && !(await ownsCohort(db, programmeId, cohortId))) return 'noCohort';
	const cohort = role === 'coordinator' ? null : cohortId!;
	return invites.create(db, { programmeId, cohortId: cohort, role, label, createdBy, now });
}

/** Takes back an unused staff invite. */
export async function withdraw(db: Db, programmeId: string, inviteId: string, now: number) {
	const found = await db
		.selectFrom('invite')
		.select('cohort_id')
		.where('id', '=', inviteId)
		.where('programme_id', '=', programmeId)
		.where('role', 'in', staffRoles)
		.executeTakeFirst();
	return found ? invites.withdraw(db, programmeId, found.cohort_id, inviteId, now) : 'notFound';
}

/** Gives a colleague a place in one more cohort. */
export async function place(
	db: Db,
	programmeId: string,
	{ personId, cohortId, role }: { personId: string; cohortId: string; role: CohortRole },
	now: number
): Promise<'placed' | 'notFound'> {
	return db.transaction().execute(async (tx) => {
		if (!(await ownsCohort(tx, programmeId, cohortId)) || !(await isColleague(tx, programmeId, personId)))
			return 'notFound';
		await tx
			.insertInto('member')
			.values({ id: newId(), cohort_id: cohortId, person_id: personId, role, joined_at: now, left_at: null })
			.onConflict((conflict) =>
				conflict.columns(['cohort_id', 'person_id', 'role']).doUpdateSet({ joined_at: now, left_at: null })
			)
			.execute();
		await classes.publishCohort(tx, cohortId, now);
		return 'placed';
	});
}

/** Takes a colleague out of one cohort: from the next request on she sees nothing of it. */
export async function unplace(
	db: Db,
	programmeId: string,
	{ personId, cohortId }: { personId: string; cohortId: string },
	now: number
): Promise<'left' | 'notFound'> {
	return db.transaction().execute(async (tx) => {
		if (!(await ownsCohort(tx, programmeId, cohortId))) return 'notFound';
		const left = await tx
			.updateTable('member')
			.set({ left_at: now })
			.where('cohort_id', '=', cohortId)
			.where('person_id', '=', personId)
			.where('role', 'in', cohortRoles)
			.where('left_at', 'is', null)
			.returning('id')
			.execute();
		if (left.length === 0) return 'notFound';
		await classes.publishCohort(tx, cohortId, now);
		return 'left';
	});
}

/** Takes a colleague off the staff: every place, every session and every way in. What she wrote stays. */
export async function remove(
	db: Db,
	programmeId: string,
	personId: string,
	now: number
): Promise<'removed' | 'notFound'> {
	return db.transaction().execute(async (tx) => {
		if (!(await isColleague(tx, programmeId, personId))) return 'notFound';
		await tx.updateTable('person').set({ removed_at: now, sign_in_name: null }).where('id', '=', personId).execute();
		const places = await tx
			.updateTable('member')
			.set({ left_at: now })
			.where('person_id', '=', personId)
			.where('left_at', 'is', null)
			.returning('cohort_id')
			.execute();
		for (const cohortId of new Set(places.map((place) => place.cohort_id))) {
			await classes.publishCohort(tx, cohortId, now);
		}
		await tx
			.updateTable('session')
			.set({ ended_at: now })
			.where('person_id', '=', personId)
			.where('ended_at', 'is', null)
			.execute();
		for (const table of ['passkey', 'authenticator', 'recovery'] as const) {
			await tx.deleteFrom(table).where('person_id', '=', personId).execute();
		}
		return 'removed';
	});
}

const ownsCohort = async (db: Db | Tx, programmeId: string, cohortId: string | undefined): Promise<boolean> =>
	(await db
		.selectFrom('cohort')
		.select('id')
		.where('id', '=', cohortId ?? '')
		.where('programme_id', '=', programmeId)
		.executeTakeFirst()) !== undefined;

const isColleague = async (db: Db | Tx, programmeId: string, personId: string): Promise<boolean> =>
	(await db
		.selectFrom('person')
		.leftJoin('member', 'member.person_id', 'person.id')
		.select('person.id')
		.where('person.id', '=', personId)
		.where('person.programme_id', '=', programmeId)
		.where('removed_at', 'is', null)
		.where((is) => is.or([is('is_coordinator', '=', 1), is('member.role', 'in', cohortRoles)]))
		.executeTakeFirst()) !== undefined;
