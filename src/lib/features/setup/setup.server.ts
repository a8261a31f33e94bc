import { newId } from '$lib/domain/id.ts';
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
