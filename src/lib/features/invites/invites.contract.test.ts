import { describe, expect, test } from 'vitest';
import { DAY_MS } from '$lib/domain/clock.ts';
import { newId } from '$lib/domain/id.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import * as invites from './invites.server.ts';

const NOW = Date.parse('2030-01-10T15:00:00Z');

async function aCard(db: Db) {
	const programmeId = newId();
	const cohortId = newId();
	await db
		.insertInto('programme')
		.values({ id: programmeId, name: 'Test', zone: 'America/New_York', is_demo: 0, created_at: NOW })
		.execute();
	await db
		.insertInto('cohort')
		.values({
			id: cohortId,
			programme_id: programmeId,
			name: 'One',
			language: 'en',
			zone: 'America/New_York',
			created_at: NOW
		})
		.execute();
	const place = { programmeId, cohortId, role: 'participant', label: 'Ana', createdBy: null } as const;
	return { ...place, ...(await invites.create(db, { ...place, now: NOW })) };
}

const take = (db: Db, secret: string, personId: string, now = NOW, request?: string) =>
	db.transaction().execute((tx) => invites.take(tx, secret, personId, now, request));

describe.each(databases)('$name', ({ open }) => {
	test('a card says what it is good for only to whoever holds its secret', async () => {
		const db = await open();
		const { secret, id, programmeId, cohortId } = await aCard(db);

		expect(await invites.lookUp(db, secret, NOW)).toEqual({
			state: 'open',
			invite: { id, programmeId, cohortId, role: 'participant' }
		});
		expect(await invites.lookUp(db, id, NOW)).toEqual({ state: 'unknown' });
	});

	test('the database does not hold the secret', async () => {
		const db = await open();
		const { secret } = await aCard(db);
		expect(JSON.stringify(await db.selectFrom('invite').selectAll().execute())).not.toContain(secret);
	});

	test('a card lets one person in, and then says it was used', async () => {
		const db = await open();
		const { secret } = await aCard(db);

		expect(await take(db, secret, 'first')).toMatchObject({ role: 'participant' });
		expect(await take(db, secret, 'second')).toBeUndefined();
		expect(await invites.lookUp(db, secret, NOW)).toEqual({ state: 'used' });
	});

	test('of five who come at the same moment one is let in', async () => {
		const db = await open({ racing: 5 });
		const { secret } = await aCard(db);

		const taken = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((person) => take(db, secret, person)));

		expect(taken.filter(Boolean)).toHaveLength(1);
	});

	test('a card works for seven days and not longer', async () => {
		const db = await open();
		const { secret } = await aCard(db);

		expect(await take(db, secret, 'late', NOW + 7 * DAY_MS)).toBeUndefined();
		expect(await invites.lookUp(db, secret, NOW + 7 * DAY_MS)).toEqual({ state: 'expired' });
		expect(await take(db, secret, 'in time', NOW + 7 * DAY_MS - 1)).toBeDefined();
	});

	test('a withdrawn card lets nobody in; a used one cannot be withdrawn', async () => {
		const db = await open();
		const card = await aCard(db);
		const used = await aCard(db);
		await take(db, used.secret, 'first');

		expect(await invites.withdraw(db, card.programmeId, card.cohortId, card.id, NOW)).toBe('withdrawn');
		expect(await take(db, card.secret, 'first')).toBeUndefined();
		expect(await invites.lookUp(db, card.secret, NOW)).toEqual({ state: 'withdrawn' });
		expect(await invites.withdraw(db, used.programmeId, used.cohortId, used.id, NOW)).toBe('notFound');
	});

	test("another programme's card looks like none", async () => {
		const db = await open();
		const mine = await aCard(db);
		const theirs = await aCard(db);

		expect(await invites.withdraw(db, mine.programmeId, theirs.cohortId, theirs.id, NOW)).toBe('notFound');
		expect(await invites.list(db, mine.programmeId, theirs.cohortId, NOW)).toEqual([]);
		expect(await invites.list(db, mine.programmeId, mine.cohortId, NOW)).toMatchObject([
			{ label: 'Ana', state: 'open' }
		]);
	});

	test('only the browser that took a card may ask again, and only for a while', async () => {
		const db = await open();
		const { secret } = await aCard(db);
		await take(db, secret, 'her', NOW, 'the request of her browser');

		expect(await invites.takenBy(db, secret, 'the request of her browser', NOW + 60_000)).toBe('her');
		expect(await invites.takenBy(db, secret, 'somebody else', NOW + 60_000)).toBeUndefined();
		expect(await invites.takenBy(db, secret, 'the request of her browser', NOW + DAY_MS)).toBeUndefined();
	});

	test('a new card ends the old one; a used one gets no successor', async () => {
		const db = await open();
		const { programmeId, cohortId, role, id, secret } = await aCard(db);
		const renew = (inviteId: string) =>
			invites.renew(db, { programmeId, cohortId, role }, inviteId, 'her ambassador', NOW + DAY_MS);

		const fresh = await renew(id);
		expect(fresh?.label).toBe('Ana');
		expect(await take(db, secret, 'first')).toBeUndefined();
		expect(await take(db, fresh!.secret, 'first', NOW + 8 * DAY_MS - 1)).toBeDefined();
		expect(await renew(fresh!.id)).toBeUndefined();
	});
});
