import { describe, expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import type { Role } from '$lib/domain/role.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import type { Asker } from '$lib/platform/auth/asker.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import * as cohorts from './cohorts.server.ts';

const NOW = Date.parse('2030-02-20T15:00:00Z');
const eightEvenings: cohorts.NewCohort = {
	name: 'Tuesdays',
	language: 'en',
	zone: 'America/New_York',
	first: '2030-02-26',
	time: '18:00',
	weeks: 8,
	minutes: 90
};

async function aProgramme(db: Db) {
	const programmeId = newId();
	await db
		.insertInto('programme')
		.values({ id: programmeId, name: 'Test', zone: 'America/New_York', is_demo: 0, created_at: NOW })
		.execute();
	return { db, programmeId };
}

async function aMember(db: Db, programmeId: string, cohortId: string, role: Role, name: string) {
	const id = newId();
	await db
		.insertInto('person')
		.values({
			id,
			programme_id: programmeId,
			name,
			language: 'en',
			is_coordinator: 0,
			sign_in_name: null,
			created_at: NOW,
			removed_at: null
		})
		.execute();
	await db
		.insertInto('member')
		.values({ id: newId(), cohort_id: cohortId, person_id: id, role, joined_at: NOW, left_at: null })
		.execute();
	return id;
}

const anAsker = (programmeId: string, places: Asker['places'], isCoordinator = false): Asker => ({
	personId: newId(),
	sessionId: newId(),
	programmeId,
	name: 'Ana',
	language: 'en',
	isDemo: false,
	isCoordinator,
	places
});

const published = async (db: Db, cohortId: string) =>
	streams.read<Record<string, unknown>>(db, { stream: streams.cohortStream(cohortId) });

describe.each(databases)('$name', ({ open }) => {
	test('a class stays at its local time when the clocks change', async () => {
		const { db, programmeId } = await aProgramme(await open());
		const id = await cohorts.create(db, programmeId, eightEvenings, NOW);

		const starts = (await classes.list(db, id)).map(({ date, startsAt }) => `${date} ${startsAt}`);
		expect(starts.slice(1, 3)).toEqual(['2030-03-05 2030-03-05T23:00:00Z', '2030-03-12 2030-03-12T22:00:00Z']);
		expect(starts).toHaveLength(8);
	});

	test("a new cohort's phones are told about it and each of its classes", async () => {
		const { db, programmeId } = await aProgramme(await open());
		const id = await cohorts.create(db, programmeId, eightEvenings, NOW);

		const records = await published(db, id);
		expect(records.filter(({ kind }) => kind === 'class')).toHaveLength(8);
		expect(records.find(({ kind }) => kind === 'cohort')?.body).toEqual({
			name: 'Tuesdays',
			language: 'en',
			zone: 'America/New_York',
			weeks: 8,
			leaders: []
		});
	});

	test('what has not changed is not sent again; who leads is', async () => {
		const { db, programmeId } = await aProgramme(await open());
		const id = await cohorts.create(db, programmeId, eightEvenings, NOW);
		const before = await published(db, id);
		const publish = () => db.transaction().execute((tx) => classes.publishCohort(tx, id, NOW + 1));

		await publish();
		expect(await published(db, id)).toEqual(before);

		await aMember(db, programmeId, id, 'clinician', 'Rosa');
		await aMember(db, programmeId, id, 'participant', 'Luz');
		await publish();
		const changed = (await published(db, id)).filter(({ rev }) => rev > 1);
		expect(changed).toMatchObject([{ kind: 'cohort', body: { leaders: [{ name: 'Rosa', role: 'clinician' }] } }]);
	});

	test('staff see the cohorts they work in, a coordinator those of her programme, and nobody a stranger’s', async () => {
		const { db, programmeId } = await aProgramme(await open());
		const mine = await cohorts.create(db, programmeId, eightEvenings, NOW);
		const other = await cohorts.create(db, programmeId, { ...eightEvenings, name: 'Other' }, NOW + 1);
		const { programmeId: strangers } = await aProgramme(db);
		await aMember(db, programmeId, mine, 'participant', 'Luz');
		const see = async (asker: Asker) =>
			(await cohorts.listFor(db, asker)).map(({ id, participants }) => [id, participants]);

		expect(await see(anAsker(programmeId, [{ cohortId: mine, role: 'clinician' }]))).toEqual([[mine, 1]]);
		expect(await see(anAsker(programmeId, [{ cohortId: mine, role: 'participant' }]))).toEqual([]);
		expect(await see(anAsker(programmeId, [], true))).toEqual([
			[other, 0],
			[mine, 1]
		]);
		expect(await see(anAsker(strangers, [], true))).toEqual([]);
		expect(await cohorts.get(db, strangers, mine)).toBeUndefined();
	});

	test.each([
		['no name', { name: ' ' }],
		['a zone that is none', { zone: 'Moon/Base' }],
		['a day that is none', { first: '2030-02-30' }],
		['no weeks', { weeks: 0 }],
		['more than a year', { weeks: 53 }],
		['a time that is none', { time: '25:00' }]
	])('%s makes no cohort', (_, wrong) => {
		expect(cohorts.newCohortSchema.safeParse({ ...eightEvenings, ...wrong }).success).toBe(false);
	});
});
