import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { MINUTE_MS } from '$lib/domain/clock.ts';
import { newId } from '$lib/domain/id.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import type { Services } from '$lib/platform/services.server.ts';

type Site = Pick<Services, 'config' | 'db' | 'now'>;

const CHALLENGE_LIFE_MS = 5 * MINUTE_MS;
// The name that a phone shows beside the passkey. As neutral as the app's.
const RP_NAME = 'Comadre';

const rpId = (site: Site) => new URL(site.config.origin).hostname;

export interface NewPasskey {
	id: string;
	publicKey: string;
	counter: number;
	transports: string[];
}

/** What the browser needs to make a passkey for a person, who may not exist yet. */
export async function registrationOptions(site: Site, personId: string, name: string) {
	const known = await site.db.selectFrom('passkey').select('id').where('person_id', '=', personId).execute();
	const options = await generateRegistrationOptions({
		rpName: RP_NAME,
		rpID: rpId(site),
		userID: new TextEncoder().encode(personId),
		userName: name,
		userDisplayName: name,
		excludeCredentials: known,
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	return { challengeId: await remember(site, options.challenge, personId), options };
}

/** The passkey that a browser made, and the person it was made for; undefined when anything about it is wrong. */
export async function checkRegistration(
	site: Site,
	challengeId: string,
	response: unknown
): Promise<{ personId: string; passkey: NewPasskey } | undefined> {
	const challenge = await takeChallenge(site, challengeId);
	if (!challenge?.personId) return undefined;

	const verified = await verifyRegistrationResponse({
		response: response as RegistrationResponseJSON,
		expectedChallenge: challenge.value,
		expectedOrigin: site.config.origin,
		expectedRPID: rpId(site),
		requireUserVerification: true
	}).catch(() => undefined);
	if (!verified?.verified) return undefined;

	const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
	return {
		personId: challenge.personId,
		passkey: { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
	};
}

export async function add(tx: Tx, personId: string, passkey: NewPasskey, now: number): Promise<void> {
	await tx
		.insertInto('passkey')
		.values({
			id: passkey.id,
			person_id: personId,
			public_key: passkey.publicKey,
			counter: passkey.counter,
			transports: passkey.transports.join(' '),
			created_at: now,
			last_used_at: null
		})
		.execute();
}

/** What the browser needs to ask for whichever passkey it has: nobody says beforehand who she is. */
export async function signInOptions(site: Site) {
	const options = await generateAuthenticationOptions({ rpID: rpId(site), userVerification: 'required' });
	return { challengeId: await remember(site, options.challenge, null), options };
}

/** The person whose passkey answered, or undefined. */
export async function checkSignIn(site: Site, challengeId: string, response: unknown): Promise<string | undefined> {
	const challenge = await takeChallenge(site, challengeId);
	if (!challenge || challenge.personId !== null) return undefined;

	const answer = response as AuthenticationResponseJSON;
	const known = await site.db
		.selectFrom('passkey')
		.innerJoin('person', 'person.id', 'passkey.person_id')
		.select(['passkey.id', 'person_id', 'public_key', 'counter', 'transports'])
		.where('passkey.id', '=', typeof answer?.id === 'string' ? answer.id : '')
		.where('person.removed_at', 'is', null)
		.executeTakeFirst();
	if (!known) return undefined;

	const verified = await verifyAuthenticationResponse({
		response: answer,
		expectedChallenge: challenge.value,
		expectedOrigin: site.config.origin,
		expectedRPID: rpId(site),
		credential: {
			id: known.id,
			publicKey: new Uint8Array(Buffer.from(known.public_key, 'base64url')),
			counter: known.counter,
			transports: known.transports.split(' ').filter(Boolean)
		},
		requireUserVerification: true
	}).catch(() => undefined);
	if (!verified?.verified) return undefined;

	await site.db
		.updateTable('passkey')
		.set({ counter: verified.authenticationInfo.newCounter, last_used_at: site.now() })
		.where('id', '=', known.id)
		.execute();
	return known.person_id;
}

export const list = (db: Db | Tx, personId: string) =>
	db
		.selectFrom('passkey')
		.select(['id', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
		.where('person_id', '=', personId)
		.orderBy('created_at')
		.execute();

async function remember(site: Site, value: string, personId: string | null): Promise<string> {
	const id = newId();
	const now = site.now();
	await site.db.deleteFrom('challenge').where('expires_at', '<=', now).execute();
	await site.db
		.insertInto('challenge')
		.values({ id, value, person_id: personId, expires_at: now + CHALLENGE_LIFE_MS })
		.execute();
	return id;
}

/** Each challenge is answered once, rightly or wrongly. */
const takeChallenge = (site: Site, id: string) =>
	site.db
		.deleteFrom('challenge')
		.where('id', '=', id)
		.where('expires_at', '>', site.now())
		.returning(['value', 'person_id as personId'])
		.executeTakeFirst();
