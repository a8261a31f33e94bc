import { z } from 'zod';
import { newId } from '$lib/domain/id.ts';
import { languages, type Language } from '$lib/domain/language.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import { looksLikeSecret } from '$lib/features/invites/invites.ts';
import * as recovery from '$lib/features/recovery/recovery.server.ts';
import type { Keys } from '$lib/platform/auth/keys.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import { MAX_NAME, type Closed, type Joined } from './joining.ts';

const secret = z.string().max(200);
const request = z.string().min(16).max(64);

export const checkSchema = z.object({ secret, request });

export const joinSchema = z.object({
	secret,
	request,
	language: z.enum(languages),
	name: z
		.string()
		.transform((name) => name.replace(/[\p{C}\s]+/gu, ' ').trim())
		.pipe(z.string().min(1).max(MAX_NAME))
});

export type Outcome = { state: 'in'; joined: Joined; sessionToken: string } | { state: Closed };

/** Whether this card would let this browser in as a participant. */
export async function check(
	db: Db | Tx,
	{ secret, request }: z.infer<typeof checkSchema>,
	now: number
): Promise<'open' | Closed> {
	if (!looksLikeSecret(secret)) return 'unknown';
	const looked = await invites.lookUp(db, secret, now);
	if (looked.state === 'open') return looked.invite.role === 'participant' ? 'open' : 'unknown';
	if (looked.state !== 'used') return looked.state;
	return (await invites.takenBy(db, secret, request, now)) ? 'open' : 'used';
}

/**
 * Lets a woman in: the invite, she, her place, her session and her recovery words in one transaction. Asked again by
 * the browser that never heard the answer, it gives her the place she already has.
 */
export async function join(
	db: Db,
	keys: Keys,
	asked: z.infer<typeof joinSchema> & { deviceName: string },
	now: number
): Promise<Outcome> {
	return db.transaction().execute(async (tx) => {
		// A card's role never changes: only the taking itself has to be one statement.
		const state = await check(tx, asked, now);
		if (state !== 'open') return { state };

		const fresh = newId();
		const taken = await invites.take(tx, asked.secret, fresh, now, asked.request);
		if (taken?.cohortId) await addPerson(tx, fresh, { ...taken, cohortId: taken.cohortId }, asked, now);
		const personId = taken ? fresh : await invites.takenBy(tx, asked.secret, asked.request, now);
		if (!personId) return { state: 'used' };
		if (!taken) await comeBack(tx, personId, asked, now);

		const { token } = await sessions.start(tx, personId, asked.deviceName, now);
		const words = await recovery.make(tx, keys, personId, asked.language, now);
		return { state: 'in', joined: { ...(await describe(tx, personId)), words }, sessionToken: token };
	});
}

async function addPerson(
	tx: Tx,
	id: string,
	place: { programmeId: string; cohortId: string },
	{ name, language }: { name: string; language: Language },
	now: number
) {
	await tx
		.insertInto('person')
		.values({
			id,
			programme_id: place.programmeId,
			name,
			language,
			is_coordinator: 0,
			sign_in_name: null,
			created_at: now,
			removed_at: null
		})
		.execute();
	await tx
		.insertInto('member')
		.values({
			id: newId(),
			cohort_id: place.cohortId,
			person_id: id,
			role: 'participant',
			joined_at: now,
			left_at: null
		})
		.execute();
}

/** She may have changed her mind about her name meanwhile; the session that never reached her is ended. */
async function comeBack(
	tx: Tx,
	personId: string,
	{ name, language }: { name: string; language: Language },
	now: number
) {
	await tx.updateTable('person').set({ name, language }).where('id', '=', personId).execute();
	await tx
		.updateTable('session')
		.set({ ended_at: now })
		.where('person_id', '=', personId)
		.where('ended_at', 'is', null)
		.execute();
}

async function describe(tx: Tx, personId: string) {
	const row = await tx
		.selectFrom('person')
		.innerJoin('programme', 'programme.id', 'person.programme_id')
		.select(['person.id', 'person.name', 'person.language', 'programme.is_demo'])
		.where('person.id', '=', personId)
		.executeTakeFirstOrThrow();
	return { personId: row.id, name: row.name, language: row.language, isDemo: row.is_demo === 1 };
}
