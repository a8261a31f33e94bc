import { isShared } from '$lib/domain/visibility.ts';
import type { DeviceDb, OutboxRow } from '../device/database.device.ts';
import { write, type Device } from '../device/device.device.ts';
import * as outbox from '../device/outbox.device.ts';
import { personStream } from './stream-names.ts';
import { arrive, toStored, type Arrival } from './arrival.device.ts';
import type { Change, SyncReply } from './protocol.ts';

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
			await settleOne(device.db, row, result, originals.get(result.opId));
		}
	});
}

async function settleOne(db: DeviceDb, row: OutboxRow, result: Answered, original: Arrival | undefined): Promise<void> {
	const { recordId, deleted } = row;
	const hasMore = row.edits > (row.sentEdits ?? 0);
	const record = await db.records.get(recordId);

	if (result.outcome === 'accepted') {
		if (hasMore) await outbox.add(db, { recordId, baseRev: result.rev, deleted });
		if (record) {
			const isKept = hasMore || isShared(record.visibility);
			const isApart = hasMore || !isShared(record.visibility);
			await db.records.put({ ...record, rev: result.rev, sent: isKept, apart: isApart });
		}
		return;
	}

	if (result.outcome === 'unshared') {
		if (deleted) await outbox.add(db, { recordId, baseRev: result.rev, deleted });
		if (record) await db.records.put({ ...record, visibility: 'me', rev: result.rev, sent: false, apart: true });
		return;
	}

	if (result.outcome === 'copied') {
		const copy = { recordId: result.copyId, baseRev: 1 };
		if (deleted) {
			// She deleted both what she wrote and what she wrote it over.
			await outbox.add(db, { ...copy, deleted });
			return outbox.add(db, { recordId, baseRev: row.baseRev, deleted });
		}
		if (hasMore) await outbox.add(db, copy);
		if (record) {
			await db.records.put({ ...record, id: result.copyId, rev: 1, sent: true, apart: hasMore, copyOf: recordId });
		}
		if (original?.state === 'live') await db.records.put(toStored(original, record));
		else await db.records.delete(recordId);
		return;
	}

	if (hasMore) await outbox.add(db, { recordId, baseRev: row.baseRev, deleted });
	else await db.refused.put({ recordId, reason: result.reason });
}
