import { newId } from '$lib/domain/id.ts';
import type { Language } from '$lib/domain/language.ts';
import { isStaffRole } from '$lib/domain/role.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import { isTaken } from '$lib/platform/db/dialect.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import type { Services } from '$lib/platform/services.server.ts';
import { signInNameSchema, type Problem } from './account.ts';
import * as codes from './one-time-code.server.ts';
import * as passkeys from './passkeys.server.ts';
import * as recoveryCodes from './recovery-codes.server.ts';

/**
 * A door is what lets a member of staff make a way in: the set-up link, an invite, a recovery code, or being signed in
 * already. It is taken, the person made and her way in added in one transaction, so that a door she leaves half way
 * stays open, and nobody is ever in without a way to come back.
 */
export interface WayIn {
	/** Known for a passkey, which was made for this person; a code goes with whoever the door lets in. */
	personId: string | undefined;
	add(tx: Tx, personId: string, now: number): Promise<void>;
}

export interface WayInForm {
	way?: string;
	challengeId?: string;
	passkey?: string;
	offer?: string;
	signInName?: string;
	code?: string;
}

type Needs = Pick<Services, 'config' | 'db' | 'keys' | 'now'>;

/** Checks the passkey or the code that she just made, and returns what will add it. */
export async function checkWayIn(services: Needs, form: WayInForm): Promise<WayIn | Problem> {
	return form.way === 'passkey' ? checkPasskey(services, form) : checkCode(services, form);
}

async function checkPasskey(services: Needs, form: WayInForm): Promise<WayIn | Problem> {
	const made = await passkeys.checkRegistration(services, form.challengeId ?? '', parsed(form.passkey));
	if (!made) return 'passkeyRefused';
	return {
		personId: made.personId,
		add: (tx, personId, now) => passkeys.add(tx, personId, made.passkey, now)
	};
}

function checkCode({ keys, now }: Needs, form: WayInForm): WayIn | Problem {
	const secret = codes.readOffer(keys, form.offer ?? '', now());
	if (secret === undefined) return 'offerOld';
	const signInName = signInNameSchema.safeParse(form.signInName ?? '');
	if (!signInName.success) return 'signInNameInvalid';
	const step = codes.stepOf(secret, form.code ?? '', now());
	if (step === undefined) return 'codeWrong';
	return {
		personId: undefined,
		add: async (tx, personId, at) => {
			await tx.updateTable('person').set({ sign_in_name: signInName.data }).where('id', '=', personId).execute();
			await codes.add(tx, keys, personId, secret, step, at);
		}
	};
}

const parsed = (json = ''): unknown => {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
};

/** Takes a door: makes the person with this id, or finds her; undefined when the door is closed. */
export type Door = (tx: Tx, newPersonId: string) => Promise<string | undefined>;

class Closed extends Error {}

/** Goes through a door with a way in. */
export async function comeIn(
	{ db, now }: Pick<Services, 'db' | 'now'>,
	wayIn: WayIn,
	door: Door
): Promise<{ personId: string } | Problem> {
	try {
		return await db.transaction().execute(async (tx) => {
			const personId = await door(tx, wayIn.personId ?? newId());
			if (personId === undefined || (wayIn.personId ?? personId) !== personId) throw new Closed();
			await wayIn.add(tx, personId, now());
			return { personId };
		});
	} catch (problem) {
		if (problem instanceof Closed) return 'closed';
		if (isTaken(problem)) return 'signInNameTaken';
		throw problem;
	}
}

/** The door of a staff invite. */
export const invited =
	(secret: string, name: string, language: Language, now: number): Door =>
	async (tx, personId) => {
		const invite = await invites.take(tx, secret, personId, now);
		if (!invite || !isStaffRole(invite.role)) return undefined;
		const { programmeId, cohortId, role } = invite;
		await tx
			.insertInto('person')
			.values({
				id: personId,
				programme_id: programmeId,
				name,
				language,
				is_coordinator: role === 'coordinator' ? 1 : 0,
				sign_in_name: null,
				created_at: now,
				removed_at: null
			})
			.execute();
		if (cohortId !== null) {
			await tx
				.insertInto('member')
				.values({ id: newId(), cohort_id: cohortId, person_id: personId, role, joined_at: now, left_at: null })
				.execute();
			await classes.publishCohort(tx, cohortId, now);
		}
		return personId;
	};

/** The door of a recovery code. Whoever needs one has lost something: every device is signed out. */
export const recovered =
	({ keys }: Pick<Services, 'keys'>, code: string, now: number): Door =>
	async (tx) => {
		const personId = await recoveryCodes.take(tx, keys, code, now);
		if (personId === undefined) return undefined;
		await tx
			.updateTable('session')
			.set({ ended_at: now })
			.where('person_id', '=', personId)
			.where('ended_at', 'is', null)
			.execute();
		return personId;
	};

/** The door of somebody who is signed in already. */
export const herself =
	(personId: string): Door =>
	async () =>
		personId;

export const renewCodes = ({ db, keys, now }: Pick<Services, 'db' | 'keys' | 'now'>, personId: string) =>
	db.transaction().execute((tx) => recoveryCodes.renew(tx, keys, personId, now()));

/** Her own account, for her eyes. */
export async function mine(db: Db, personId: string) {
	const person = await db
		.selectFrom('person')
		.leftJoin('authenticator', 'authenticator.person_id', 'person.id')
		.select(['name', 'language', 'sign_in_name as signInName', 'confirmed_at as authenticatorSince'])
		.where('person.id', '=', personId)
		.executeTakeFirstOrThrow();
	return {
		...person,
		passkeys: await passkeys.list(db, personId),
		codesLeft: await recoveryCodes.left(db, personId)
	};
}

export async function change(
	db: Db,
	personId: string,
	{ name, language }: { name: string; language: Language },
	now: number
): Promise<void> {
	await db.transaction().execute(async (tx) => {
		await tx.updateTable('person').set({ name, language }).where('id', '=', personId).execute();
		const places = await tx
			.selectFrom('member')
			.select('cohort_id')
			.distinct()
			.where('person_id', '=', personId)
			.where('left_at', 'is', null)
			.execute();
		// Mothers see who leads their group.
		for (const { cohort_id } of places) await classes.publishCohort(tx, cohort_id, now);
	});
}

/** Takes away a passkey (by its id) or the authenticator, unless nothing else would be left to come in with. */
export async function removeWayIn(
	db: Db,
	personId: string,
	which: { passkeyId: string } | 'authenticator'
): Promise<'removed' | 'lastOne' | 'notFound'> {
	return db.transaction().execute(async (tx) => {
		// Holds her row until the end: two removals at once would each see the other's way in.
		await tx
			.updateTable('person')
			.set((person) => ({ name: person.ref('name') }))
			.where('id', '=', personId)
			.execute();
		const keys = await tx.selectFrom('passkey').select('id').where('person_id', '=', personId).execute();
		const apps = await tx.selectFrom('authenticator').select('person_id').where('person_id', '=', personId).execute();
		const isThere = which === 'authenticator' ? apps.length > 0 : keys.some((key) => key.id === which.passkeyId);
		if (!isThere) return 'notFound';
		if (keys.length + apps.length < 2) return 'lastOne';

		if (which === 'authenticator') {
			await tx.deleteFrom('authenticator').where('person_id', '=', personId).execute();
			await tx.updateTable('person').set({ sign_in_name: null }).where('id', '=', personId).execute();
		} else {
			await tx.deleteFrom('passkey').where('id', '=', which.passkeyId).where('person_id', '=', personId).execute();
		}
		return 'removed';
	});
}
