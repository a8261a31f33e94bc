import { randomInt } from 'node:crypto';
import { newId } from '$lib/domain/id.ts';
import { hashShortSecret, type Keys } from '$lib/platform/auth/keys.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';

const COUNT = 10;
// 12 letters of 31 are 59 bits. None that look alike: no 0 O 1 I L.
const LENGTH = 12;
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Makes ten codes for a person; earlier ones stop working. They are shown now or never: only hashes are kept. */
export async function renew(tx: Tx, keys: Keys, personId: string, now: number): Promise<string[]> {
	await tx.deleteFrom('recovery').where('person_id', '=', personId).execute();
	const codes = Array.from({ length: COUNT }, newCode);
	await tx
		.insertInto('recovery')
		.values(
			codes.map((code) => ({
				id: newId(),
				person_id: personId,
				hash: hashOf(keys, code),
				created_at: now,
				used_at: null
			}))
		)
		.execute();
	return codes;
}

/** Whose unused code this is. */
export async function find(db: Db | Tx, keys: Keys, code: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('recovery')
		.innerJoin('person', 'person.id', 'recovery.person_id')
		.select('person_id')
		.where('hash', '=', hashOf(keys, code))
		.where('used_at', 'is', null)
		.where('person.removed_at', 'is', null)
		.executeTakeFirst();
	return row?.person_id;
}

/** Uses a code up. Of any number of requests at once, one gets the person. */
export async function take(tx: Tx, keys: Keys, code: string, now: number): Promise<string | undefined> {
	const taken = await tx
		.updateTable('recovery')
		.set({ used_at: now })
		.where('hash', '=', hashOf(keys, code))
		.where('used_at', 'is', null)
		.returning('person_id')
		.executeTakeFirst();
	return taken?.person_id;
}

export async function left(db: Db, personId: string): Promise<number> {
	const codes = await db
		.selectFrom('recovery')
		.select('id')
		.where('person_id', '=', personId)
		.where('used_at', 'is', null)
		.execute();
	return codes.length;
}

const newCode = () =>
	Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
		.join('')
		.replace(/.{4}(?=.)/g, '$&-');

/** Spaces, dashes and small letters do not matter. The prefix keeps codes apart from participants' recovery words. */
const hashOf = (keys: Keys, code: string) =>
	hashShortSecret(keys, `staff-code:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`);
