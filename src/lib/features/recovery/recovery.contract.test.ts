import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import type { Role } from '$lib/domain/role.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import * as recovery from './recovery.server.ts';

const keys = { pepper: randomBytes(32), vault: randomBytes(32) };

async function aPerson(db: Db, role: Role): Promise<{ db: Db; id: string }> {
	const [programme, cohort, id] = [newId(), newId(), newId()];
	const zone = 'America/New_York';
	await db.insertInto('programme').values({ id: programme, name: 'Test', zone, is_demo: 0, created_at: 1 }).execute();
	await db
		.insertInto('cohort')
		.values({ id: cohort, programme_id: programme, name: 'One', language: 'es', zone, created_at: 1 })
		.execute();
	await db
		.insertInto('person')
		.values({
			id,
			programme_id: programme,
			name: 'Luz',
			language: 'es',
			is_coordinator: 0,
			sign_in_name: null,
			created_at: 1,
			removed_at: null
		})
		.execute();
	await db
		.insertInto('member')
		.values({ id: newId(), cohort_id: cohort, person_id: id, role, joined_at: 1, left_at: null })
		.execute();
	return { db, id };
}

const make = (db: Db, id: string) => db.transaction().execute((tx) => recovery.make(tx, keys, id, 'es', 1));

describe.each(databases)('$name', ({ open }) => {
	test('her words let her in again, also typed without accents and in capitals', async () => {
		const { db, id } = await aPerson(await open(), 'participant');
		const words = await make(db, id);
		const typed = words.join(', ').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

		expect(await recovery.personWith(db, keys, typed)).toEqual({
			personId: id,
			name: 'Luz',
			language: 'es',
			isDemo: false
		});
		expect(await recovery.personWith(db, keys, typed)).toBeDefined();
	});

	test('new words end the old ones', async () => {
		const { db, id } = await aPerson(await open(), 'participant');
		const old = await make(db, id);
		await make(db, id);
		expect(await recovery.personWith(db, keys, old.join(' '))).toBeUndefined();
	});

	test('five of six words, or another order, open nothing', async () => {
		const { db, id } = await aPerson(await open(), 'participant');
		const words = await make(db, id);
		expect(await recovery.personWith(db, keys, words.slice(1).join(' '))).toBeUndefined();
		expect(await recovery.personWith(db, keys, [...words.slice(1), words[0]].join(' '))).toBeUndefined();
	});

	test('words never let anyone in as staff', async () => {
		const { db, id } = await aPerson(await open(), 'clinician');
		expect(await recovery.personWith(db, keys, (await make(db, id)).join(' '))).toBeUndefined();
	});
});
