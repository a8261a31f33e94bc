import { newId } from '$lib/domain/id.ts';
import { isShared } from '$lib/domain/visibility.ts';
import type { DeviceDb, OutboxRow, StoredRecord } from './database.device.ts';

/**
 * What waits to be sent: at most one row a record. These functions run inside the caller's transaction, with the record
 * that they are about.
 */
export const of = (db: DeviceDb, recordId: string): Promise<OutboxRow | undefined> =>
	db.outbox.where('recordId').equals(recordId).first();

/** Notes that a record was changed. A private one waits only while the server holds it, or may from an unanswered attempt. */
export async function noteChanged(db: DeviceDb, record: StoredRecord, what: 'text' | 'readers'): Promise<void> {
	const [row] = await Promise.all([of(db, record.id), db.refused.delete(record.id)]);
	if (isShared(record.visibility) || record.sent || row?.wasTried)
		return noteAgain(db, row, record, { isText: what === 'text' });
	if (row) await db.outbox.delete(row.position);
}

/** Notes that a record was deleted. One that the server never heard of needs no word to it. */
export async function noteDeleted(db: DeviceDb, record: StoredRecord): Promise<void> {
	const row = await of(db, record.id);
	await db.refused.delete(record.id);
	const deleted = { kind: record.kind, day: record.day };
	if (record.rev > 0 || row?.wasTried) return noteAgain(db, row, record, { isText: false, deleted });
	if (row) await db.outbox.delete(row.position);
}

async function noteAgain(
	db: DeviceDb,
	row: OutboxRow | undefined,
	record: StoredRecord,
	{ isText, deleted }: { isText: boolean; deleted?: OutboxRow['deleted'] }
): Promise<void> {
	if (row) {
		const edits = row.edits + 1;
		await db.outbox.put({ ...row, edits, ...(isText && { textEdits: edits }), deleted });
	} else await add(db, { recordId: record.id, baseRev: record.rev, deleted });
}

/** Queues a fresh change. */
export async function add(db: DeviceDb, change: Pick<OutboxRow, 'recordId' | 'baseRev' | 'deleted'>): Promise<void> {
	await db.outbox.add({ ...change, opId: newId(), edits: 1 });
}
