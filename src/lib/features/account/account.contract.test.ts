import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '$lib/domain/clock.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import { readConfig } from '$lib/platform/config/config.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import { aCohort } from '../../../../tests/support/seed.ts';
import * as account from './account.server.ts';
import * as codes from './one-time-code.server.ts';
import * as passkeys from './passkeys.server.ts';
import * as recoveryCodes from './recovery-codes.server.ts';

const NOW = Date.parse('2030-01-10T15:00:00Z');
const HALF_MINUTE_MS = 30_000;
const keys = { pepper: randomBytes(32), vault: randomBytes(32) };
const config = readConfig({});
const RACERS = 5;

const services = (db: Db, now = NOW) => ({ config, db, keys, now: () => now });
const showing = (secret: string, now: number) => new TOTP({ secret }).generate({ timestamp: now });

/** The way in of somebody who has just scanned a new key and typed its code. */
async function wayInWithCode(db: Db, signInName: string, now = NOW) {
	const { locked, key } = codes.offer(keys, now);
	const secret = key.replaceAll(' ', '');
	const code = showing(secret, now);
	const wayIn = await account.checkWayIn(services(db, now), { way: 'code', offer: locked, signInName, code });
	if (typeof wayIn === 'string') throw new Error(wayIn);
	return { wayIn, secret, code };
}

/** A coordinator who came in through the set-up link. */
async function aCoordinator(db: Db, signInName = 'ines') {
	const secret = (await setup.offerLink(db, NOW)) ?? '';
	const { wayIn, ...way } = await wayInWithCode(db, signInName);
	const beginning = { programmeName: 'P', zone: 'America/New_York', coordinatorName: 'Inés', language: 'es' } as const;
	const outcome = await account.comeIn(services(db), wayIn, setup.first(secret, beginning, NOW));
	if (typeof outcome === 'string') throw new Error(outcome);
	return { ...way, secret: way.secret, personId: outcome.personId, link: secret };
}

async function aClinicianInvite(db: Db) {
	const cohort = await aCohort(db, NOW);
	const { programmeId, cohortId } = cohort;
	const invite = await invites.create(db, {
		...{ programmeId, cohortId, role: 'clinician', label: 'Rosa', createdBy: null, now: NOW }
	});
	return { ...cohort, secret: invite.secret };
}

describe.each(databases)('$name', ({ open }) => {
	test('the set-up link makes one programme with one coordinator, however many use it at once', async () => {
		const db = await open({ racing: RACERS });
		const link = (await setup.offerLink(db, NOW)) ?? '';
		const beginning = { programmeName: 'P', zone: 'America/New_York', coordinatorName: 'I', language: 'en' } as const;

		const outcomes = await Promise.all(
			Array.from({ length: RACERS }, async (_, i) => {
				const { wayIn } = await wayInWithCode(db, `ines.${i}`);
				return account.comeIn(services(db), wayIn, setup.first(link, beginning, NOW));
			})
		);

		expect(outcomes.filter((outcome) => outcome === 'closed')).toHaveLength(RACERS - 1);
		expect(await db.selectFrom('programme').select('id').execute()).toHaveLength(1);
		expect(await db.selectFrom('person').select('id').execute()).toHaveLength(1);
		expect(await setup.offerLink(db, NOW)).toBeUndefined();
	});

	test('a new start makes a new link, and the one before opens nothing', async () => {
		const db = await open();
		const first = (await setup.offerLink(db, NOW)) ?? '';
		const second = (await setup.offerLink(db, NOW + 1)) ?? '';

		expect(await setup.isOpen(db, first)).toBe(false);
		expect(await setup.isOpen(db, second)).toBe(true);
	});

	test('a staff invite gives one person her place and tells the cohort who leads it', async () => {
		const db = await open({ racing: RACERS });
		const { cohortId, secret } = await aClinicianInvite(db);

		const outcomes = await Promise.all(
			Array.from({ length: RACERS }, async (_, i) => {
				const { wayIn } = await wayInWithCode(db, `rosa.${i}`);
				return account.comeIn(services(db), wayIn, account.invited(secret, 'Rosa', 'en', NOW));
			})
		);

		expect(outcomes.filter((outcome) => outcome === 'closed')).toHaveLength(RACERS - 1);
		const members = await db.selectFrom('member').select(['role', 'person_id']).execute();
		expect(members).toEqual([{ role: 'clinician', person_id: expect.any(String) }]);
		const { body } = await db
			.selectFrom('record')
			.select('body')
			.where('kind', '=', 'cohort')
			.where('id', '=', cohortId)
			.executeTakeFirstOrThrow();
		expect(JSON.parse(body ?? '')).toMatchObject({ leaders: [{ name: 'Rosa', role: 'clinician' }] });
	});

	test('a door that is left half way stays open', async () => {
		const db = await open();
		const { secret } = await aClinicianInvite(db);
		const { wayIn } = await wayInWithCode(db, 'rosa');
		const failing = { ...wayIn, add: () => Promise.reject(new Error('the power went')) };

		await expect(account.comeIn(services(db), failing, account.invited(secret, 'Rosa', 'en', NOW))).rejects.toThrow(
			'the power went'
		);

		expect(await invites.lookUp(db, secret, NOW)).toMatchObject({ state: 'open' });
		expect(await db.selectFrom('person').select('id').execute()).toEqual([]);
	});

	test('a participant’s invite is no way onto the staff', async () => {
		const db = await open();
		const { programmeId, cohortId } = await aCohort(db, NOW);
		const { secret } = await invites.create(db, {
			...{ programmeId, cohortId, role: 'participant', label: 'Ana', createdBy: null, now: NOW }
		});
		const { wayIn } = await wayInWithCode(db, 'ana');

		expect(await account.comeIn(services(db), wayIn, account.invited(secret, 'Ana', 'en', NOW))).toBe('closed');
		expect(await invites.lookUp(db, secret, NOW)).toMatchObject({ state: 'open' });
	});

	test('a sign-in name that is taken is said so, and the door stays open', async () => {
		const db = await open();
		await aCoordinator(db, 'rosa');
		const { secret } = await aClinicianInvite(db);
		const { wayIn } = await wayInWithCode(db, 'ROSA');

		expect(await account.comeIn(services(db), wayIn, account.invited(secret, 'Rosa', 'en', NOW))).toBe(
			'signInNameTaken'
		);
		expect(await invites.lookUp(db, secret, NOW)).toMatchObject({ state: 'open' });
	});

	test('each code signs in once, also when it comes from two places at once', async () => {
		const db = await open({ racing: RACERS });
		const { personId, secret, code } = await aCoordinator(db);
		const later = NOW + HALF_MINUTE_MS;

		expect(await codes.signIn(db, keys, 'ines', code, NOW)).toBeUndefined();
		const tries = await Promise.all(
			Array.from({ length: RACERS }, () => codes.signIn(db, keys, ' INES', showing(secret, later), later))
		);

		expect(tries.filter(Boolean)).toEqual([personId]);
		expect(await codes.signIn(db, keys, 'ines', showing(secret, later), later)).toBeUndefined();
	});

	test('a code from half a minute ago or ahead is taken, an older one is not', async () => {
		const db = await open();
		const { personId, secret } = await aCoordinator(db);
		const later = NOW + HOUR_MS;

		expect(await codes.signIn(db, keys, 'ines', showing(secret, later - 2 * HALF_MINUTE_MS), later)).toBeUndefined();
		expect(await codes.signIn(db, keys, 'ines', showing(secret, later - HALF_MINUTE_MS), later)).toBe(personId);
		expect(await codes.signIn(db, keys, 'ines', showing(secret, later + HALF_MINUTE_MS), later)).toBe(personId);
		expect(await codes.signIn(db, keys, 'nobody', showing(secret, later), later)).toBeUndefined();
	});

	test('an authenticator’s key is readable nowhere in the database', async () => {
		const db = await open();
		const { secret } = await aCoordinator(db);
		const stored = JSON.stringify(await db.selectFrom('authenticator').selectAll().execute());

		expect(stored).not.toContain(secret);
	});

	test('a recovery code works once, for one, and signs every device out', async () => {
		const db = await open({ racing: RACERS });
		const { personId } = await aCoordinator(db);
		const [code = ''] = await account.renewCodes(services(db), personId);
		await sessions.start(db, personId, 'Chrome, Android', NOW);
		const typed = code.toLowerCase().replaceAll('-', ' ');

		const outcomes = await Promise.all(
			Array.from({ length: RACERS }, async (_, i) => {
				const { wayIn } = await wayInWithCode(db, `back.${i}`);
				return account.comeIn(services(db), wayIn, account.recovered(services(db), typed, NOW));
			})
		);

		expect(outcomes.filter((outcome) => typeof outcome === 'object')).toEqual([{ personId }]);
		expect(await sessions.list(db, personId, NOW)).toEqual([]);
		expect(await recoveryCodes.left(db, personId)).toBe(9);
		expect(await recoveryCodes.find(db, keys, code)).toBeUndefined();
	});

	test('new recovery codes replace the old ones', async () => {
		const db = await open();
		const { personId } = await aCoordinator(db);
		const [old = ''] = await account.renewCodes(services(db), personId);
		const [fresh = ''] = await account.renewCodes(services(db), personId);

		expect(await recoveryCodes.find(db, keys, old)).toBeUndefined();
		expect(await recoveryCodes.find(db, keys, fresh)).toBe(personId);
		expect(await recoveryCodes.left(db, personId)).toBe(10);
	});

	test('the last way in cannot be removed, even by two removals at once', async () => {
		const db = await open({ racing: RACERS });
		const { personId } = await aCoordinator(db);
		const passkey = { id: 'key', publicKey: 'x', counter: 0, transports: [] };
		await db.transaction().execute((tx) => passkeys.add(tx, personId, passkey, NOW));

		const outcomes = await Promise.all([
			account.removeWayIn(db, personId, 'authenticator'),
			account.removeWayIn(db, personId, { passkeyId: 'key' })
		]);

		expect(outcomes.toSorted()).toEqual(['lastOne', 'removed']);
		expect(await account.removeWayIn(db, personId, { passkeyId: 'another' })).toBe('notFound');
	});

	test('a challenge is answered once, and not after five minutes', async () => {
		const db = await open();
		const site = services(db);
		const { challengeId } = await passkeys.signInOptions(site);
		const late = await passkeys.signInOptions(site);

		expect(await passkeys.checkSignIn(site, challengeId, { id: 'unknown' })).toBeUndefined();
		const left = () => db.selectFrom('challenge').select('id').execute();
		expect(await left()).toEqual([{ id: late.challengeId }]);
		await passkeys.signInOptions(services(db, NOW + HOUR_MS));
		expect((await left()).map(({ id }) => id)).not.toContain(late.challengeId);
	});

	test('staff are signed out after eight hours unused and seven days in all; a participant is not', async () => {
		const db = await open();
		const { join } = await aCohort(db, NOW);
		const clinician = await join('clinician');
		const participant = await join('participant');
		const idle = await sessions.start(db, clinician, 'Chrome, Windows', NOW);
		const busy = await sessions.start(db, clinician, 'Chrome, Windows', NOW);
		const phone = await sessions.start(db, participant, 'Chrome, Android', NOW);

		expect(await sessions.asker(db, idle.token, NOW + 8 * HOUR_MS)).toBeDefined();
		expect(await sessions.asker(db, phone.token, NOW + 100 * DAY_MS)).toBeDefined();
		expect(await sessions.asker(db, phone.token, NOW + 221 * DAY_MS)).toBeUndefined();

		for (let at = NOW; at <= NOW + 7 * DAY_MS; at += 6 * HOUR_MS) {
			expect(await sessions.asker(db, busy.token, at)).toBeDefined();
		}
		expect(await sessions.asker(db, busy.token, NOW + 7 * DAY_MS + 1)).toBeUndefined();
		expect(await sessions.asker(db, idle.token, NOW + 17 * HOUR_MS)).toBeUndefined();
		expect(await sessions.list(db, clinician, NOW + 7 * DAY_MS + 1)).toEqual([]);
	});

	test('she signs out her own devices and nobody else’s', async () => {
		const db = await open();
		const { join } = await aCohort(db, NOW);
		const [rosa, lupe] = [await join('clinician'), await join('ambassador')];
		const { id, token } = await sessions.start(db, rosa, 'Chrome, Windows', NOW);

		expect(await sessions.end(db, lupe, id, NOW)).toBe('notFound');
		expect(await sessions.asker(db, token, NOW)).toBeDefined();
		expect(await sessions.end(db, rosa, id, NOW)).toBe('ended');
		expect(await sessions.asker(db, token, NOW)).toBeUndefined();
	});
});
