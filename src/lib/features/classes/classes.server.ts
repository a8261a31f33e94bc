import type { Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import { cohortKind, classKind, type Class, type Cohort } from './classes.kind.ts';
import { weeklyDates } from './classes.ts';
import { instantOf } from './instant.server.ts';

export interface Weekly {
	first: Day;
	/** Local time, `HH:MM`. */
	time: string;
	weeks: number;
	minutes: number;
}

/** Writes down a course's classes, one a week from the first day on. */
export async function plan(tx: Tx, cohortId: string, { first, time, weeks, minutes }: Weekly): Promise<void> {
	const rows = weeklyDates(first, weeks).map((date, i) => ({
		id: newId(),
		cohort_id: cohortId,
		number: i + 1,
		date,
		time,
		minutes
	}));
	await tx.insertInto('class_session').values(rows).execute();
}

/** A cohort's classes in order. */
export async function list(db: Db | Tx, cohortId: string): Promise<(Class & { id: string })[]> {
	const rows = await db
		.selectFrom('class_session')
		.innerJoin('cohort', 'cohort.id', 'class_session.cohort_id')
		.select(['class_session.id', 'number', 'date', 'time', 'minutes', 'cohort.zone'])
		.where('cohort_id', '=', cohortId)
		.orderBy('number')
		.execute();
	return rows.map((row) => ({ ...row, startsAt: instantOf(row.date, row.time, row.zone) }));
}

/**
 * Tells the cohort's phones about it and its classes. To be called in every transaction that changes the cohort, its
 * classes or who leads it; what has not changed is not sent again.
 */
export async function publishCohort(tx: Tx, cohortId: string, now: number): Promise<void> {
	const stream = streams.cohortStream(cohortId);
	// Held first: of two staff who come in at once, the second sees the first among those who lead.
	await streams.hold(tx, stream);
	const classes = await list(tx, cohortId);
	const wanted = [
		{ id: cohortId, kind: cohortKind.name, day: classes[0]?.date, body: await describe(tx, cohortId, classes.length) },
		...classes.map(({ id, ...body }) => ({ id, kind: classKind.name, day: body.date, body }))
	];

	const live = await streams.read(tx, { stream, kinds: [cohortKind.name, classKind.name] });
	const liveById = new Map(live.map((record) => [record.id, JSON.stringify(record.body)]));
	for (const record of wanted) {
		if (liveById.get(record.id) === JSON.stringify(record.body)) continue;
		await streams.put(tx, { stream, ...record, visibility: 'team', authorId: null, now });
	}

	const wantedIds = new Set(wanted.map((record) => record.id));
	for (const { id } of live) if (!wantedIds.has(id)) await streams.remove(tx, { stream, id, now });
}

async function describe(tx: Tx, cohortId: string, weeks: number): Promise<Cohort> {
	const cohort = await tx
		.selectFrom('cohort')
		.select(['name', 'language', 'zone'])
		.where('id', '=', cohortId)
		.executeTakeFirstOrThrow();
	const leaders = await tx
		.selectFrom('member')
		.innerJoin('person', 'person.id', 'member.person_id')
		.select(['person.name', 'member.role'])
		.where('member.cohort_id', '=', cohortId)
		.where('member.role', 'in', ['clinician', 'ambassador'])
		.where('member.left_at', 'is', null)
		.orderBy('member.joined_at')
		.orderBy('member.id')
		.execute();
	return { ...cohort, weeks, leaders };
}
