import { announce } from '$lib/platform/announce.server.ts';
import { newId } from '$lib/domain/id.ts';
import type { Language } from '$lib/domain/language.ts';
import { hashSecret, newSecret } from '$lib/platform/auth/keys.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';

export const hasProgramme = async (db: Db | Tx): Promise<boolean> =>
	(await db.selectFrom('programme').select('id').limit(1).executeTakeFirst()) !== undefined;

/**
 * The secret for the one-time link that lets the first coordinator in, or undefined once there is a programme. Each call
 * makes a new one and forgets the links that nobody used: whoever can start the server can always get in, and an old
 * line in a log opens nothing.
 */
export async function offerLink(db: Db, now: number): Promise<string | undefined> {
	if (await hasProgramme(db)) return undefined;
	const secret = newSecret(128);
	await db.transaction().execute(async (tx) => {
		await tx.deleteFrom('setup_link').where('used_at', 'is', null).execute();
		await tx
			.insertInto('setup_link')
			.values({ id: newId(), secret_hash: hashSecret(secret), created_at: now, used_at: null })
			.execute();
	});
	return secret;
}

/** Has the server print a set-up link where it was started. */
export function announceSetup(origin: string, secret: string): void {
	announce(`setup ${origin}/setup#${secret}`);
}

export async function isOpen(db: Db | Tx, secret: string): Promise<boolean> {
	const link = await db
		.selectFrom('setup_link')
		.select('id')
		.where('secret_hash', '=', hashSecret(secret))
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return link !== undefined && !(await hasProgramme(db));
}

export interface Beginning {
	programmeName: string;
	zone: string;
	coordinatorName: string;
	language: Language;
}

/** The door of the set-up link: takes it, and makes the programme with its first coordinator. */
export const first =
	(secret: string, { programmeName, zone, coordinatorName, language }: Beginning, now: number) =>
	async (tx: Tx, personId: string): Promise<string | undefined> => {
		const taken = await tx
			.updateTable('setup_link')
			.set({ used_at: now })
			.where('secret_hash', '=', hashSecret(secret))
			.where('used_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (!taken || (await hasProgramme(tx))) return undefined;

		const programmeId = newId();
		await tx
			.insertInto('programme')
			.values({ id: programmeId, name: programmeName, zone, is_demo: 0, created_at: now })
			.execute();
		await tx
			.insertInto('person')
			.values({
				id: personId,
				programme_id: programmeId,
				name: coordinatorName,
				language,
				is_coordinator: 1,
				sign_in_name: null,
				created_at: now,
				removed_at: null
			})
			.execute();
		return personId;
	};
