import { isShared, type Visibility } from '$lib/domain/visibility.ts';
import type { DeviceDb, OutboxRow, StoredRecord } from '../device/database.device.ts';
import { write, type Device } from '../device/device.device.ts';
import * as outbox from '../device/outbox.device.ts';
import { personStream } from './stream-names.ts';
import { arrive, toStored, type Arrival } from './arrival.device.ts';
import { letIn } from './receive.device.ts';
import type { Change, RefusalReason, SyncReply } from './protocol.ts';

type Answered = SyncReply['results'][number];

/**
 * Takes in what became of the changes that were sent. Each is settled by its id, not by its place: she may have written
 * more while we waited, and then the record waits again under a fresh change.
 */
export async function settle(device: Device, changes: readonly Change[], results: readonly Answered[]): Promise<void> {
	const recordIdByOp = new Map(changes.map((change) => [change.opId, change.recordId]));
	const originals = new Map<string, Arrival>();
	for (const result of results) {
		if (result.current) {
			originals.set(result.opId, await arrive(device, personStream(device.personId), result.current));
		}
	}

	await write(device, async () => {
		for (const result of results) {
			const row = await outbox.of(device.db, recordIdByOp.get(result.opId) ?? '');
			if (row?.opId !== result.opId) continue; // Another tab was faster, or the answer came twice.
			await device.db.outbox.delete(row.position);
			await settleOne(device.db, leftOf(row, result), result, originals.get(result.opId));
		}
	});
}

/** An answered change, with what she has done since the sending that the answer is about. */
interface Left extends OutboxRow {
	/** She has changed the record again. */
	hasMore: boolean;
	/** And it was the text that she changed. */
	isTextNewer: boolean;
}

const leftOf = (row: OutboxRow, { edits }: Answered): Left => ({
	...row,
	hasMore: row.edits > edits,
	isTextNewer: (row.textEdits ?? 0) > edits
});

async function settleOne(db: DeviceDb, row: Left, result: Answered, original: Arrival | undefined): Promise<void> {
	const record = await db.records.get(row.recordId);
	switch (result.outcome) {
		case 'accepted':
			return accepted(db, row, record, result);
		case 'kept':
			return kept(db, row, original);
		case 'gone':
			return gone(db, row);
		case 'unshared':
			return unshared(db, row, record, result.rev);
		case 'copied':
			return copied(db, row, record, result.copyId, original);
		case 'refused':
			return refused(db, row, result.reason);
	}
}

async function accepted(
	db: DeviceDb,
	row: Left,
	record: StoredRecord | undefined,
	{ rev, isHeld, visibility }: { rev: number; isHeld: boolean; visibility?: Visibility }
): Promise<void> {
	const { recordId, deleted } = row;
	const more = row.hasMore;
	if (more) await outbox.add(db, { recordId, baseRev: rev, deleted });
	if (!record) return;
	const isEdited = row.isTextNewer;
	const settled = {
		...record,
		rev,
		sent: isHeld,
		isEdited,
		apart: isEdited || !isHeld || !isShared(record.visibility)
	};
	await db.records.put(more || !visibility ? settled : { ...settled, visibility });
}

/** The entry holds text that she has not seen: she sees it now, and can decide again. */
async function kept(db: DeviceDb, row: Left, original: Arrival | undefined): Promise<void> {
	const { recordId, baseRev, deleted } = row;
	if (row.hasMore) await outbox.add(db, { recordId, baseRev, deleted });
	else if (original) await letIn(db, original);
}

/** She had deleted the entry on another phone. */
async function gone(db: DeviceDb, row: Left): Promise<void> {
	const { recordId, baseRev, deleted } = row;
	if (row.hasMore) await outbox.add(db, { recordId, baseRev, deleted });
	else await db.records.delete(recordId);
}

/** She had taken the entry back on another phone: here it is private too, and whole. */
async function unshared(db: DeviceDb, row: Left, record: StoredRecord | undefined, rev: number): Promise<void> {
	const { recordId, deleted } = row;
	if (deleted) await outbox.add(db, { recordId, baseRev: rev, deleted });
	if (record) await db.records.put({ ...record, visibility: 'me', rev, sent: false, apart: true });
}

/** Her text goes on as a copy, and the original is what the other phone made of it. Deleting or taking back meant both. */
async function copied(
	db: DeviceDb,
	row: Left,
	record: StoredRecord | undefined,
	copyId: string,
	original: Arrival | undefined
): Promise<void> {
	const { recordId, baseRev, deleted } = row;
	if (deleted) {
		await outbox.add(db, { recordId: copyId, baseRev: 1, deleted });
		await outbox.add(db, { recordId, baseRev, deleted });
	}
	if (!record) return;

	const isEdited = row.isTextNewer;
	await db.records.put({ ...record, id: copyId, rev: 1, sent: true, isEdited, apart: isEdited, copyOf: recordId });
	if (row.hasMore) await outbox.add(db, { recordId: copyId, baseRev: 1 });

	if (original?.state !== 'live') return db.records.delete(recordId);
	const isTakenBack = !isShared(record.visibility);
	await db.records.put({ ...toStored(original, record), ...(isTakenBack && { visibility: 'me' }) });
	if (isTakenBack) await outbox.add(db, { recordId, baseRev: original.rev });
}

async function refused(db: DeviceDb, row: Left, reason: RefusalReason): Promise<void> {
	const { recordId, baseRev, deleted } = row;
	if (row.hasMore) await outbox.add(db, { recordId, baseRev, deleted });
	else await db.refused.put({ recordId, reason });
}
