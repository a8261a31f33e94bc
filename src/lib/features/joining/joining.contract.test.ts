import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '$lib/domain/clock.ts';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import * as recovery from '$lib/features/recovery/recovery.server.ts';
import { newId } from '$lib/domain/id.ts';
import type { Role } from '$lib/domain/role.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import * as joining from './joining.server.ts';

const NOW = Date.parse('2030-01-10T15:00:00Z');
const keys = { pepper: randomBytes(32), vault: randomBytes(32) };
const REQUEST = 'a request made by her browser';

async function aCard(db: Db, role: Role = 'participant') {
	const programmeId = newId();
	await db
		.insertInto('programme')
		.values({ id: programmeId, name: 'Test', zone: 'America/New_York', is_demo: 0, created_at: NOW })
		.execute();
	const cohortId = await cohorts.create(
		db,
		programmeId,
		{
			name: 'One',
			language: 'es',
			zone: 'America/New_York',
			first: '2030-01-15',
			time: '18:00',
			weeks: 8,
			minutes: 90
		} as const,
		NOW
	);
	const { secret } = await invites.create(db, {
		programmeId,
		cohortId,
		role,
		label: 'Card 1',
		createdBy: null,
		now: NOW
	});
	return { db, secret, cohortId };
}

const join = (db: Db, secret: string, change: { request?: string; name?: string } = {}, now = NOW) =>
	joining.join(
		db,
		keys,
		{ secret, request: REQUEST, language: 'es', name: 'Luz', deviceName: 'Chrome, Android', ...change },
		now
	);

async function joined(db: Db, secret: string) {
	const outcome = await join(db, secret);
	if (outcome.state !== 'in') throw new Error(outcome.state);
	return outcome;
}

describe.each(databases)('$name', ({ open }) => {
	test('a card gives her a place, a session and six words, under the name she picked', async () => {
		const { db, secret, cohortId } = await aCard(await open());
		const { joined: told, sessionToken } = await joined(db, secret);

		expect(told).toMatchObject({ name: 'Luz', language: 'es', isDemo: false });
		expect(told.words).toHaveLength(6);
		expect(await sessions.asker(db, sessionToken, NOW)).toMatchObject({
			personId: told.personId,
			places: [{ cohortId, role: 'participant' }]
		});
	});

	test('nothing about her is published by coming in', async () => {
		const { db, secret } = await aCard(await open());
		const before = await db.selectFrom('record').selectAll().execute();
		await joined(db, secret);
		expect(await db.selectFrom('record').selectAll().execute()).toEqual(before);
	});

	test('her browser may ask again when the answer was lost: one place, and what the last answer said works', async () => {
		const { db, secret } = await aCard(await open());
		const first = await joined(db, secret);

		expect(await joining.check(db, { secret, request: REQUEST }, NOW)).toBe('open');
		const second = await join(db, secret, { name: 'Sol' }, NOW + 60_000);

		if (second.state !== 'in') throw new Error(second.state);
		expect(second.joined).toMatchObject({ personId: first.joined.personId, name: 'Sol' });
		expect(await sessions.asker(db, second.sessionToken, NOW)).toBeDefined();
		expect(await sessions.asker(db, first.sessionToken, NOW)).toBeUndefined();
		expect(await recovery.personWith(db, keys, second.joined.words.join(' '))).toMatchObject({ name: 'Sol' });
		expect(await recovery.personWith(db, keys, first.joined.words.join(' '))).toBeUndefined();
		expect(await db.selectFrom('person').select('id').execute()).toHaveLength(1);
	});

	test('a used card tells another browser nothing but that it was used', async () => {
		const { db, secret } = await aCard(await open());
		await joined(db, secret);

		expect(await join(db, secret, { request: 'a request of someone else' })).toEqual({ state: 'used' });
		expect(await join(db, secret, {}, NOW + HOUR_MS)).toEqual({ state: 'used' });
	});

	test('of five phones with the same card one comes in', async () => {
		const { db, secret } = await aCard(await open({ racing: 5 }));
		const outcomes = await Promise.all(
			['a', 'b', 'c', 'd', 'e'].map((phone) => join(db, secret, { request: `the request of ${phone}` }))
		);
		expect(outcomes.map(({ state }) => state).toSorted()).toEqual(['in', 'used', 'used', 'used', 'used']);
		expect(await db.selectFrom('person').select('id').execute()).toHaveLength(1);
	});

	test('a card for staff does not make a participant, and is not used up', async () => {
		const { db, secret } = await aCard(await open(), 'clinician');
		expect(await join(db, secret)).toEqual({ state: 'unknown' });
		expect(await invites.lookUp(db, secret, NOW)).toMatchObject({ state: 'open' });
	});

	test.each(['', 'x', 'AbCdEfGhIjKlMnOpQrSt-_'])('a mistyped card (%j) is unknown', async (secret) => {
		const { db } = await aCard(await open());
		expect(await join(db, secret)).toEqual({ state: 'unknown' });
	});

	test('a name is trimmed, kept on one line and never empty', () => {
		const asked = { secret: 'x', request: REQUEST, language: 'en' };
		expect(joining.joinSchema.parse({ ...asked, name: '  La\n Güera\u0000 ' }).name).toBe('La Güera');
		expect(joining.joinSchema.safeParse({ ...asked, name: ' \n ' }).success).toBe(false);
		expect(joining.joinSchema.safeParse({ ...asked, name: 'x'.repeat(41) }).success).toBe(false);
	});
});
