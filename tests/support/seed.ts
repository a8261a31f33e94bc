import { addDays, dayInZone } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Role } from '$lib/domain/role.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';

/** A programme with one cohort in a database of its own: class 3 of 8 is the day after `now`. */
export async function aCohort(db: Db, now: number) {
	const programmeId = newId();
	const zone = 'America/New_York';
	await db.insertInto('programme').values({ id: programmeId, name: 'P', zone, is_demo: 0, created_at: now }).execute();
	const firstClass = addDays(dayInZone(now, zone), 1 - 14);
	const cohortId = await cohorts.create(
		db,
		programmeId,
		{ name: 'Tuesdays', language: 'en', zone, first: firstClass, time: '18:00', weeks: 8, minutes: 90 },
		now
	);

	async function join(role: Role, name = 'Ana', joinedAt = now): Promise<string> {
		const id = newId();
		await db
			.insertInto('person')
			.values({
				...{ id, programme_id: programmeId, name, language: 'en', is_coordinator: 0, sign_in_name: null },
				...{ created_at: joinedAt, removed_at: null }
			})
			.execute();
		await db
			.insertInto('member')
			.values({ id: newId(), cohort_id: cohortId, person_id: id, role, joined_at: joinedAt, left_at: null })
			.execute();
		return id;
	}

	return { programmeId, cohortId, zone, firstClass, join };
}

/** What a phone would have sent: an entry of hers, as the server keeps it. */
export async function sends(
	db: Db,
	personId: string,
	entry: { id?: string; kind: string; day: string; body: unknown; visibility?: Visibility; now: number }
): Promise<string> {
	const id = entry.id ?? newId();
	const stream = streams.personStream(personId);
	await db
		.transaction()
		.execute((tx) => streams.put(tx, { visibility: 'clinician', ...entry, stream, id, authorId: personId }));
	return id;
}

/** She takes it back: the server keeps the place, and nothing of what stood there. */
export async function takesBack(db: Db, personId: string, id: string): Promise<void> {
	const stream = streams.personStream(personId);
	await db.transaction().execute(async (tx) => {
		const seq = await streams.nextSeq(tx, stream);
		const row = await streams.find(tx, stream, id);
		await streams.write(tx, { ...row!, seq, rev: row!.rev + 1, visibility: 'me', body: null, state: 'unshared' });
	});
}
