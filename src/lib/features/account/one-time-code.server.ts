import { Secret, TOTP } from 'otpauth';
import { HOUR_MS } from '$lib/domain/clock.ts';
import { lock, unlock, type Keys } from '$lib/platform/auth/keys.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import { normalSignInName } from './account.ts';

const STEP_S = 30;
// One step early or late: phones' clocks differ, and people type slowly.
const WINDOW = 1;
const OFFER_LIFE_MS = HOUR_MS;

/** A new authenticator's key, before anybody has shown that she has it. Nothing is kept on the server until then. */
export interface Offer {
	/** The key under the server's lock, for the form to bring back. */
	locked: string;
	/** For typing into the app, in groups of four. */
	key: string;
	/** For the app to scan. */
	uri: string;
}

export const offer = (keys: Keys, now: number): Offer => worded(keys, new Secret({ size: 20 }).base32, now);

/** The same offer again, for a form that comes back; undefined when it is not ours or too old. */
export function sameOffer(keys: Keys, locked: string, now: number): Offer | undefined {
	const secret = readOffer(keys, locked, now);
	return secret === undefined ? undefined : { ...worded(keys, secret, now), locked };
}

export function readOffer(keys: Keys, locked: string, now: number): string | undefined {
	try {
		const { purpose, secret, at } = JSON.parse(unlock(keys, locked)) as Record<string, unknown>;
		const isOurs = purpose === PURPOSE && typeof secret === 'string' && typeof at === 'number';
		return isOurs && now - at < OFFER_LIFE_MS ? secret : undefined;
	} catch {
		// Not locked by us, or changed on the way.
		return undefined;
	}
}

const PURPOSE = 'authenticator offer';

const worded = (keys: Keys, secret: string, now: number): Offer => ({
	locked: lock(keys, JSON.stringify({ purpose: PURPOSE, secret, at: now })),
	key: secret.replace(/.{4}(?=.)/g, '$& '),
	uri: new TOTP({ issuer: 'Comadre', label: 'Comadre', secret, period: STEP_S }).toString()
});

/** The time step that a code belongs to, or undefined when it is wrong. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
	const token = code.replace(/\D/g, '');
	if (token.length !== 6) return undefined;
	const delta = new TOTP({ secret, period: STEP_S }).validate({ token, timestamp: now, window: WINDOW });
	return delta === null ? undefined : TOTP.counter({ period: STEP_S, timestamp: now }) + delta;
}

/** Gives a person this authenticator, in place of an earlier one. The code that proved it is used up. */
export async function add(tx: Tx, keys: Keys, personId: string, secret: string, step: number, now: number) {
	const values = { secret: lock(keys, secret), last_step: step, confirmed_at: now };
	await tx
		.insertInto('authenticator')
		.values({ person_id: personId, ...values })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
		.execute();
}

// Checked against when there is no such name, so that the answer takes as long.
const nobodysSecret = new Secret({ size: 20 }).base32;

/** The person with this sign-in name and this moment's code, or undefined. Each code opens once. */
export async function signIn(
	db: Db,
	keys: Keys,
	signInName: string,
	code: string,
	now: number
): Promise<string | undefined> {
	const known = await db
		.selectFrom('person')
		.innerJoin('authenticator', 'authenticator.person_id', 'person.id')
		.select(['person.id', 'authenticator.secret'])
		.where('person.sign_in_name', '=', normalSignInName(signInName))
		.where('person.removed_at', 'is', null)
		.where('authenticator.confirmed_at', 'is not', null)
		.executeTakeFirst();

	const step = stepOf(known ? unlock(keys, known.secret) : nobodysSecret, code, now);
	if (!known || step === undefined) return undefined;

	const taken = await db
		.updateTable('authenticator')
		.set({ last_step: step })
		.where('person_id', '=', known.id)
		.where('last_step', '<', step)
		.returning('person_id')
		.executeTakeFirst();
	return taken?.person_id;
}
