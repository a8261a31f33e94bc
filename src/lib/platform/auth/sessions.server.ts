import { DAY_MS, HOUR_MS, MINUTE_MS } from '$lib/domain/clock.ts';
import { newId } from '$lib/domain/id.ts';
import { isStaffRole, type Role } from '$lib/domain/role.ts';
import type { Db, Tx } from '../db/schema.server.ts';
import type { Asker } from './asker.ts';
import { hashSecret, newSecret } from './keys.server.ts';

/** How long a session lives unused, and at most. Staff see many people's data on borrowed laptops; a participant's phone must open after weeks without signal. */
export const limits = {
	participant: { idleMs: 120 * DAY_MS, absoluteMs: 400 * DAY_MS },
	staff: { idleMs: 8 * HOUR_MS, absoluteMs: 7 * DAY_MS }
} as const;

// Seen-at is written at most this often, so that reading does not become writing.
const SEEN_STEP_MS = 5 * MINUTE_MS;

/** `__Host-` needs https; WebKit drops it on plain localhost. */
export const cookieName = (origin: string): string => (origin.startsWith('https:') ? '__Host-session' : 'session');

export function cookieOptions(origin: string) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax' as const,
		secure: origin.startsWith('https:'),
		maxAge: limits.participant.absoluteMs / 1000
	};
}

/** Starts a session and returns the token for the cookie; only its hash is kept. */
export async function start(
	db: Db | Tx,
	personId: string,
	deviceName: string,
	now: number
): Promise<{ id: string; token: string }> {
	const token = newSecret(256);
	const id = newId();
	await db
		.insertInto('session')
		.values({
			id,
			person_id: personId,
			token_hash: hashSecret(token),
			device_name: deviceName,
			created_at: now,
			last_seen_at: now,
			ended_at: null
		})
		.execute();
	return { id, token };
}

/** The person behind a token, or undefined when it is unknown, ended or past its limits. */
export async function asker(db: Db, token: string, now: number): Promise<Asker | undefined> {
	const row = await db
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.person_id')
		.innerJoin('programme', 'programme.id', 'person.programme_id')
		.select([
			'session.id as sessionId',
			'session.created_at',
			'session.last_seen_at',
			'person.id as personId',
			'person.name',
			'person.language',
			'person.is_coordinator',
			'programme.id as programmeId',
			'programme.is_demo'
		])
		.where('session.token_hash', '=', hashSecret(token))
		.where('session.ended_at', 'is', null)
		.where('person.removed_at', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;

	const places = await placesOf(db, row.personId);
	const { idleMs, absoluteMs } = limitsFor(places, row.is_coordinator === 1);
	if (now - row.last_seen_at > idleMs || now - row.created_at > absoluteMs) return undefined;
	if (now - row.last_seen_at > SEEN_STEP_MS) {
		await db.updateTable('session').set({ last_seen_at: now }).where('id', '=', row.sessionId).execute();
	}

	return {
		personId: row.personId,
		sessionId: row.sessionId,
		programmeId: row.programmeId,
		name: row.name,
		language: row.language,
		isDemo: row.is_demo === 1,
		isCoordinator: row.is_coordinator === 1,
		places
	};
}

/** Ends one of a person's own sessions. */
export async function end(
	db: Db | Tx,
	personId: string,
	sessionId: string,
	now: number
): Promise<'ended' | 'notFound'> {
	const ended = await db
		.updateTable('session')
		.set({ ended_at: now })
		.where('id', '=', sessionId)
		.where('person_id', '=', personId)
		.where('ended_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return ended ? 'ended' : 'notFound';
}

/** A person's open sessions, the most recently used first. */
export async function list(db: Db, personId: string, now: number) {
	const { is_coordinator } = await db
		.selectFrom('person')
		.select('is_coordinator')
		.where('id', '=', personId)
		.executeTakeFirstOrThrow();
	const { idleMs, absoluteMs } = limitsFor(await placesOf(db, personId), is_coordinator === 1);
	return db
		.selectFrom('session')
		.select(['id', 'device_name as deviceName', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
		.where('person_id', '=', personId)
		.where('ended_at', 'is', null)
		.where('last_seen_at', '>=', now - idleMs)
		.where('created_at', '>=', now - absoluteMs)
		.orderBy('last_seen_at', 'desc')
		.execute();
}

const placesOf = (db: Db, personId: string) =>
	db
		.selectFrom('member')
		.select(['cohort_id as cohortId', 'role'])
		.where('person_id', '=', personId)
		.where('left_at', 'is', null)
		.orderBy('joined_at')
		.execute();

const limitsFor = (places: readonly { role: Role }[], isCoordinator: boolean) =>
	isCoordinator || places.some((place) => isStaffRole(place.role)) ? limits.staff : limits.participant;
