import type { Selectable } from 'kysely';
import type { Db, Tables } from '../db/schema.server.ts';
import type { StreamPage, WireRecord } from './protocol.ts';

const PAGE = 200;

/** A page of everything that is new in a stream since a cursor. */
export async function page(
	db: Db,
	{ stream, cursor, personId }: { stream: string; cursor: number; personId: string }
): Promise<StreamPage> {
	const fromStart = cursor > (await seqOf(db, stream));
	const rows = await db
		.selectFrom('record')
		.selectAll()
		.where('stream', '=', stream)
		.where('seq', '>', fromStart ? 0 : cursor)
		.orderBy('seq')
		.limit(PAGE + 1)
		.execute();
	const records = rows.slice(0, PAGE).map((row) => toWire(row, personId));
	return {
		records,
		cursor: records.at(-1)?.seq ?? (fromStart ? 0 : cursor),
		more: rows.length > PAGE,
		...(fromStart && { fromStart })
	};
}

export const toWire = (row: Selectable<Tables['record']>, personId: string): WireRecord => ({
	id: row.id,
	seq: row.seq,
	kind: row.kind,
	day: row.day ?? '',
	visibility: row.visibility,
	rev: row.rev,
	state: row.state,
	...(row.body !== null && { body: JSON.parse(row.body) as unknown }),
	receivedAt: row.received_at,
	...(row.copy_of !== null && { copyOf: row.copy_of }),
	...(row.unseen_rev > 0 && { unseenRev: row.unseen_rev }),
	...(row.author_id !== null && row.author_id !== personId && { authorId: row.author_id })
});

async function seqOf(db: Db, stream: string): Promise<number> {
	const row = await db.selectFrom('stream').select('seq').where('id', '=', stream).executeTakeFirst();
	return row?.seq ?? 0;
}
