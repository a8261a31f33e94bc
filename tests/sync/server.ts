import type { Asker } from '$lib/platform/auth/asker.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { apply } from '$lib/platform/sync/apply.server.ts';
import { exchange, type Asked } from '$lib/platform/sync/exchange.server.ts';
import type { SyncReply } from '$lib/platform/sync/protocol.ts';
import { testKinds } from '../support/sync.ts';

export interface Moment {
	now: number;
	/** The server goes down before it commits. */
	dies: boolean;
}

/** A server's way to answer; undefined when it went down first. The broken ones in `broken.ts` have the same form. */
export type Server = (db: Db, asker: Asker, asked: Asked, moment: Moment) => Promise<SyncReply | undefined>;

export const soundServer: Server = async (db, asker, asked, { now, dies }) => {
	if (!dies) return exchange(db, asker, asked, { kinds: testKinds, now });
	await applyAndDie(db, asker, asked, now);
	return undefined;
};

/** What the server had worked out when it went down. Nothing of it stays in the database. */
export async function applyAndDie(db: Db, asker: Asker, { deviceId, changes }: Asked, now: number) {
	const sender = { personId: asker.personId, deviceId, kinds: testKinds, now };
	let results: Awaited<ReturnType<typeof apply>> = [];
	const power = new Error('the power went');
	await db
		.transaction()
		.execute(async (tx) => {
			results = await apply(tx, sender, changes);
			throw power;
		})
		.catch((error: unknown) => {
			if (error !== power) throw error;
		});
	return results;
}
