import type { Insertable, Selectable } from 'kysely';
import type { Day } from '$lib/domain/day.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Db, Tables, Tx } from '../db/schema.server.ts';

export { cohortStream, personStream } from './stream-names.ts';

/** A live record, with its body. */
export interface ServerRecord<Body = unknown> {
	stream: string;
	id: string;
	kind: string;
	day: Day | null;
	visibility: Visibility;
	rev: number;
	body: Body;
	authorId: string | null;
	receivedAt: number;
	copyOf: string | null;
}

export type Row = Selectable<Tables['record']>;

/**
 * The next number of a stream. It is taken from the stream's own row, which stays locked until the transaction ends: so
 * numbers commit in order and without a gap, and writers of one stream wait for each other.
 */
export async function nextSeq(tx: Tx, stream: string): Promise<number> {
	const { seq } = await tx
		.insertInto('stream')
		.values({ id: stream, seq: 1 })
		.onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ seq: row('stream.seq', '+', 1) })))
		.returning('seq')
		.executeTakeFirstOrThrow();
	return seq;
}

/** Makes other writers of a stream wait until this transaction ends, so that what it reads of it now stays true. */
export async function hold(tx: Tx, stream: string): Promise<void> {
	await tx
		.insertInto('stream')
		.values({ id: stream, seq: 0 })
		.onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ seq: row('stream.seq', '+', 0) })))
		.execute();
}

/** Creates or replaces a record that the server itself writes. */
export async function put(
	tx: Tx,
	{
		stream,
		id,
		kind,
		body,
		authorId,
		now,
		day = null,
		visibility = 'team'
	}: {
		stream: string;
		id: string;
		kind: string;
		body: unknown;
		authorId: string | null;
		now: number;
		day?: Day | null;
		visibility?: Visibility;
	}
): Promise<{ seq: number; rev: number }> {
	const seq = await nextSeq(tx, stream);
	const rev = ((await find(tx, stream, id))?.rev ?? 0) + 1;
	await write(tx, {
		...{ stream, id, seq, kind, day, visibility, rev },
		...{ body: JSON.stringify(body), state: 'live', author_id: authorId, copy_of: null, received_at: now }
	});
	return { seq, rev };
}

/** Takes a record away: phones let go of it, and only an empty tombstone stays. */
export async function remove(
	tx: Tx,
	{ stream, id, now }: { stream: string; id: string; now: number }
): Promise<'removed' | 'notFound'> {
	await hold(tx, stream);
	const row = await find(tx, stream, id);
	if (!row || row.state === 'deleted') return 'notFound';
	const seq = await nextSeq(tx, stream);
	await write(tx, { ...row, seq, rev: row.rev + 1, body: null, state: 'deleted', received_at: now });
	return 'removed';
}

/** The live records of one or more streams, the most recently received first. */
export async function read<Body = unknown>(
	db: Db | Tx,
	{
		stream,
		kinds,
		visibleTo,
		ids
	}: {
		stream: string | readonly string[];
		kinds?: readonly string[];
		visibleTo?: readonly Visibility[];
		ids?: readonly string[];
	}
): Promise<ServerRecord<Body>[]> {
	const streams = typeof stream === 'string' ? [stream] : stream;
	if ([streams, kinds, visibleTo, ids].some((wanted) => wanted?.length === 0)) return [];
	const rows = await db
		.selectFrom('record')
		.selectAll()
		.where('stream', 'in', streams)
		.where('state', '=', 'live')
		.$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds!))
		.$if(visibleTo !== undefined, (query) => query.where('visibility', 'in', visibleTo!))
		.$if(ids !== undefined, (query) => query.where('id', 'in', ids!))
		.orderBy('received_at', 'desc')
		.orderBy('seq', 'desc')
		.execute();
	return rows.map(toRecord<Body>);
}

export const find = (tx: Db | Tx, stream: string, id: string): Promise<Row | undefined> =>
	tx.selectFrom('record').selectAll().where('stream', '=', stream).where('id', '=', id).executeTakeFirst();

/** The live records that were kept beside this one. */
export const copiesOf = (tx: Tx, stream: string, id: string): Promise<Row[]> =>
	tx
		.selectFrom('record')
		.selectAll()
		.where('stream', '=', stream)
		.where('copy_of', '=', id)
		.where('state', '=', 'live')
		.execute();

/** Writes the latest state of a record; `seq` has been taken for it. */
export async function write(tx: Tx, row: Insertable<Tables['record']>): Promise<void> {
	await tx
		.insertInto('record')
		.values(row)
		.onConflict((conflict) => conflict.columns(['stream', 'id']).doUpdateSet(row))
		.execute();
}

const toRecord = <Body>(row: Row): ServerRecord<Body> => ({
	stream: row.stream,
	id: row.id,
	kind: row.kind,
	day: row.day,
	visibility: row.visibility,
	rev: row.rev,
	body: JSON.parse(row.body!) as Body,
	authorId: row.author_id,
	receivedAt: row.received_at,
	copyOf: row.copy_of
});
