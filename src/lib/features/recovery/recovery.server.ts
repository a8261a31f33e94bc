import { randomInt } from 'node:crypto';
import { newId } from '$lib/domain/id.ts';
import type { Language } from '$lib/domain/language.ts';
import { hashShortSecret, type Keys } from '$lib/platform/auth/keys.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import { stemsOf, WORD_COUNT } from './recovery.ts';
import { wordLists } from './word-lists.server.ts';

/**
 * Gives a participant six words that let her in on another phone. They replace the ones she had, work until she makes
 * new ones, and are kept as a keyed hash only.
 */
export async function make(tx: Tx, keys: Keys, personId: string, language: Language, now: number): Promise<string[]> {
	const list = wordLists[language];
	const words = Array.from({ length: WORD_COUNT }, () => list[randomInt(list.length)]!);
	await tx.deleteFrom('recovery').where('person_id', '=', personId).execute();
	await tx
		.insertInto('recovery')
		.values({ id: newId(), person_id: personId, hash: hashOf(keys, words.join(' ')), created_at: now, used_at: null })
		.execute();
	return words;
}

/** The participant whose words these are. Staff have codes of their own, which open nothing here. */
export async function personWith(
	db: Db,
	keys: Keys,
	text: string
): Promise<{ personId: string; name: string; language: Language; isDemo: boolean } | undefined> {
	if (stemsOf(text).length !== WORD_COUNT) return undefined;
	const row = await db
		.selectFrom('recovery')
		.innerJoin('person', 'person.id', 'recovery.person_id')
		.innerJoin('programme', 'programme.id', 'person.programme_id')
		.innerJoin('member', 'member.person_id', 'person.id')
		.select(['person.id', 'person.name', 'person.language', 'programme.is_demo'])
		.where('recovery.hash', '=', hashOf(keys, text))
		.where('person.removed_at', 'is', null)
		.where('member.role', '=', 'participant')
		.executeTakeFirst();
	return row && { personId: row.id, name: row.name, language: row.language, isDemo: row.is_demo === 1 };
}

const hashOf = (keys: Keys, text: string) => hashShortSecret(keys, `recovery-words ${stemsOf(text).join(' ')}`);
