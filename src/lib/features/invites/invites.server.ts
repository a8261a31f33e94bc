import { newId } from '$lib/domain/id.ts';
import type { Role } from '$lib/domain/role.ts';
import { hashSecret, newSecret } from '$lib/platform/auth/keys.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import { INVITE_LIFE_MS, RETRY_MS, stateOf, type InviteState } from './invites.ts';

export interface NewInvite {
	programmeId: string;
	/** Null for a coordinator, who belongs to the programme. */
	cohortId: string | null;
	role: Role;
	/** What staff call her until she is in. */
	label: string;
	createdBy: string | null;
	now: number;
}

/** An open invite, as much of it as whoever holds the secret may be told to. */
export interface OpenInvite {
	id: string;
	programmeId: string;
	cohortId: string | null;
	role: Role;
}

export type Looked = { state: 'open'; invite: OpenInvite } | { state: Exclude<InviteState, 'open'> };

/** Makes an invite. The secret goes into a link or onto a card now or never: only its hash is kept. */
export async function create(
	db: Db | Tx,
	{ programmeId, cohortId, role, label, createdBy, now }: NewInvite
): Promise<{ id: string; secret: string; expiresAt: number }> {
	const id = newId();
	const secret = newSecret(128);
	const expiresAt = now + INVITE_LIFE_MS;
	await db
		.insertInto('invite')
		.values({
			id,
			programme_id: programmeId,
			cohort_id: cohortId,
			role,
			label,
			secret_hash: hashSecret(secret),
			created_by: createdBy,
			created_at: now,
			expires_at: expiresAt,
			used_at: null,
			used_by: null,
			request_hash: null,
			withdrawn_at: null
		})
		.execute();
	return { id, secret, expiresAt };
}

/** What a secret is good for. Only an open one says anything about itself. */
export async function lookUp(db: Db | Tx, secret: string, now: number): Promise<Looked> {
	const row = await db
		.selectFrom('invite')
		.select(['id', 'programme_id as programmeId', 'cohort_id as cohortId', 'role'])
		.select(['used_at as usedAt', 'withdrawn_at as withdrawnAt', 'expires_at as expiresAt'])
		.where('secret_hash', '=', hashSecret(secret))
		.executeTakeFirst();
	if (!row) return { state: 'unknown' };

	const state = stateOf(row, now);
	if (state !== 'open') return { state };
	const { id, programmeId, cohortId, role } = row;
	return { state, invite: { id, programmeId, cohortId, role } };
}

/**
 * Takes an invite for a person who is made in the same transaction; undefined when it is no longer open. Of any number
 * of requests at once, one is let in.
 *
 * `request` is a random text that the asking browser made: it alone may claim the invite again (see `takenBy`).
 */
export async function take(
	tx: Tx,
	secret: string,
	personId: string,
	now: number,
	request?: string
): Promise<OpenInvite | undefined> {
	return tx
		.updateTable('invite')
		.set({ used_at: now, used_by: personId, request_hash: request === undefined ? null : hashSecret(request) })
		.where('secret_hash', '=', hashSecret(secret))
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.where('expires_at', '>', now)
		.returning(['id', 'programme_id as programmeId', 'cohort_id as cohortId', 'role'])
		.executeTakeFirst();
}

/** Who came in with this very request a moment ago: the answer to a browser that never heard the first one. */
export async function takenBy(db: Db | Tx, secret: string, request: string, now: number): Promise<string | undefined> {
	const row = await db
		.selectFrom('invite')
		.select('used_by as personId')
		.where('secret_hash', '=', hashSecret(secret))
		.where('request_hash', '=', hashSecret(request))
		.where('used_at', '>', now - RETRY_MS)
		.executeTakeFirst();
	return row?.personId ?? undefined;
}

/** Makes an unused invite worthless; with `role`, only one for that role. */
export async function withdraw(
	db: Db | Tx,
	programmeId: string,
	cohortId: string | null,
	inviteId: string,
	now: number,
	role?: Role
): Promise<'withdrawn' | 'notFound'> {
	const withdrawn = await db
		.updateTable('invite')
		.set({ withdrawn_at: now })
		.where('id', '=', inviteId)
		.where('programme_id', '=', programmeId)
		.where('cohort_id', cohortId === null ? 'is' : '=', cohortId)
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.$if(role !== undefined, (query) => query.where('role', '=', role!))
		.returning('id')
		.executeTakeFirst();
	return withdrawn ? 'withdrawn' : 'notFound';
}

/** A new invite in the place of one that nobody used; the old one stops working. Undefined when it was used after all. */
export async function renew(
	db: Db,
	place: { programmeId: string; cohortId: string; role: Role },
	inviteId: string,
	createdBy: string,
	now: number
): Promise<{ id: string; secret: string; expiresAt: number; label: string } | undefined> {
	return db.transaction().execute(async (tx) => {
		await withdraw(tx, place.programmeId, place.cohortId, inviteId, now, place.role);
		const old = await tx
			.selectFrom('invite')
			.select('label')
			.where('id', '=', inviteId)
			.where('programme_id', '=', place.programmeId)
			.where('cohort_id', '=', place.cohortId)
			.where('role', '=', place.role)
			.where('used_at', 'is', null)
			.executeTakeFirst();
		if (!old) return undefined;
		return { label: old.label, ...(await create(tx, { ...place, label: old.label, createdBy, now })) };
	});
}

/** The invites of a cohort (or, with null, of the programme's coordinators), the newest first. */
export async function list(db: Db | Tx, programmeId: string, cohortId: string | null, now: number) {
	const rows = await db
		.selectFrom('invite')
		.select(['id', 'role', 'label', 'created_at as createdAt', 'expires_at as expiresAt'])
		.select(['used_at as usedAt', 'withdrawn_at as withdrawnAt'])
		.where('programme_id', '=', programmeId)
		.where('cohort_id', cohortId === null ? 'is' : '=', cohortId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(({ usedAt, withdrawnAt, ...row }) => ({
		...row,
		usedAt,
		state: stateOf({ usedAt, withdrawnAt, expiresAt: row.expiresAt }, now)
	}));
}
