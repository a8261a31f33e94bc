import type { Asker } from '../auth/asker.ts';
import type { Db } from '../db/schema.server.ts';
import { apply, type Incoming, type Sender } from './apply.server.ts';
import type { Kinds } from './kind.ts';
import type { Result, StreamPage, SyncReply } from './protocol.ts';
import { page, toWire } from './pull.server.ts';
import { cohortStream, find, personStream } from './streams.server.ts';

/** A phone's request, once it has been read. */
export interface Asked {
	deviceId: string;
	changes: readonly Incoming[];
	cursors?: Record<string, number>;
}

/** One exchange: takes what the phone has changed, then answers with what became of it and all that is new. */
export async function exchange(
	db: Db,
	asker: Asker,
	asked: Asked,
	{ kinds, now }: { kinds: Kinds; now: number }
): Promise<SyncReply> {
	const sender: Sender = { personId: asker.personId, deviceId: asked.deviceId, kinds, now };
	const results =
		asked.changes.length === 0 ? [] : await db.transaction().execute((tx) => apply(tx, sender, asked.changes));
	return answer(db, asker, asked, results);
}

/** The answer to changes that are safely in the database. */
export async function answer(
	db: Db,
	asker: Asker,
	{ changes, cursors }: Asked,
	results: readonly Result[]
): Promise<SyncReply> {
	const { personId, name, language, isDemo } = asker;
	const own = personStream(personId);
	const recordIdOf = new Map(changes.map(({ opId, recordId }) => [opId, String(recordId)]));
	const streams = [own, ...new Set(asker.places.map((place) => cohortStream(place.cohortId)))];

	const reply: SyncReply = {
		results: await Promise.all(results.map(withOriginal)),
		streams: {},
		left: Object.keys(cursors ?? {}).filter((stream) => !streams.includes(stream)),
		you: { personId, name, language, isDemo }
	};
	if (!cursors) return reply;
	for (const stream of streams) {
		reply.streams[stream] = await page(db, { stream, cursor: cursors[stream] ?? 0, personId });
	}
	reply.streams[own]!.records = unknownOf(reply.streams[own]!, results);
	return reply;

	async function withOriginal(result: Result) {
		if (result.outcome !== 'copied' && result.outcome !== 'kept') return result;
		const row = await find(db, own, recordIdOf.get(result.opId)!);
		return { ...result, ...(row && { current: toWire(row, personId) }) };
	}

	/** What the phone has just sent would cost her data twice if it came back. */
	function unknownOf({ records }: StreamPage, settled: readonly Result[]) {
		const revById = new Map(
			settled.map((result) =>
				result.outcome === 'accepted' ? [recordIdOf.get(result.opId), result.rev] : [undefined, 0]
			)
		);
		return records.filter((record) => revById.get(record.id) !== record.rev);
	}
}
