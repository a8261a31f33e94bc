import { isShared } from '$lib/domain/visibility.ts';
import type { OutboxRow, StoredRecord } from '../device/database.device.ts';
import { write, type Device } from '../device/device.device.ts';
import { MAX_BATCH_CHARACTERS, MAX_BODY_CHARACTERS, MAX_CHANGES, type Change } from './protocol.ts';

export interface Batch {
	changes: Change[];
	/** More waits behind these. */
	more: boolean;
}

/**
 * The oldest changes, as the records stand now. Before a change leaves it is marked as tried: from then on the server may
 * have it. It says how many of her edits it holds: the answer tells which sending it is about, and what she wrote after that
 * one is a change of its own.
 */
export async function nextBatch(device: Device): Promise<Batch> {
	const { db } = device;
	const chosen = await write(device, async () => {
		const rows = await db.outbox.orderBy('position').limit(MAX_CHANGES).toArray();
		const records = await db.records.bulkGet(rows.map((row) => row.recordId));
		const fitting: { row: OutboxRow; record: StoredRecord | undefined }[] = [];
		let room = MAX_BATCH_CHARACTERS;
		for (const [i, row] of rows.entries()) {
			const record = records[i];
			const size = record?.sealed.text.length ?? 0;
			if (size > MAX_BODY_CHARACTERS) {
				await db.outbox.delete(row.position);
				await db.refused.put({ recordId: row.recordId, reason: 'tooLarge' });
				continue;
			}
			room -= size;
			if (room < 0) break;
			fitting.push({ row, record });
		}
		await db.outbox.bulkPut(fitting.map(({ row }) => ({ ...row, wasTried: true as const })));
		return { fitting, more: (await db.outbox.count()) > fitting.length };
	});

	return {
		changes: await Promise.all(chosen.fitting.map(({ row, record }) => toChange(device, row, record))),
		more: chosen.more
	};
}

async function toChange(device: Device, row: OutboxRow, record: StoredRecord | undefined): Promise<Change> {
	const { opId, recordId, baseRev, edits } = row;
	if (!record)
		return { opId, recordId, baseRev, edits, kind: '', day: '', ...row.deleted, visibility: 'me', action: 'delete' };
	const { kind, day, visibility, isEdited, sent, copyOf } = record;
	if (!isShared(visibility)) return { opId, recordId, baseRev, edits, kind, day, visibility, action: 'unshare' };
	return {
		...{ opId, recordId, baseRev, edits, kind, day, visibility, action: 'save' },
		body: await device.open(record.sealed),
		...(!isEdited && sent && { isSameText: true }),
		...(copyOf && { copyOf })
	};
}
