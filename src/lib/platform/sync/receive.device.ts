import { newId } from '$lib/domain/id.ts';
import { isShared } from '$lib/domain/visibility.ts';
import type { DeviceDb, StoredRecord } from '../device/database.device.ts';
import { write, type Device } from '../device/device.device.ts';
import * as outbox from '../device/outbox.device.ts';
import { holdTheSame } from '../device/seal.device.ts';
import { arrive, toStored, type Arrival } from './arrival.device.ts';
import type { StreamPage } from './protocol.ts';

/**
 * Lets a page of a stream in. `asked` is the cursor that the page was asked for: if another tab has moved it meanwhile,
 * the page is old news and is left alone. A record with something waiting stops the reading there, and comes again once
 * its change has been answered.
 */
export async function receive(device: Device, stream: string, asked: number, page: StreamPage): Promise<void> {
	const { db } = device;
	const arrivals = await Promise.all(page.records.map((record) => arrive(device, stream, record)));
	await write(device, async () => {
		const known = (await db.cursors.get(stream))?.seq ?? 0;
		if (known !== asked) return;

		if (page.fromStart) await sendAllAgain(db);
		let seq = page.fromStart ? 0 : asked;
		for (const arrival of arrivals) {
			if (await outbox.of(db, arrival.id)) return db.cursors.put({ stream, seq });
			await letIn(db, arrival);
			seq = arrival.seq;
		}
		return db.cursors.put({ stream, seq: page.cursor });
	});
}

/** Takes over a record's latest state. Text that may be nowhere but on this phone is never replaced or removed. */
export async function letIn(db: DeviceDb, arrival: Arrival): Promise<void> {
	const known = await db.records.get(arrival.id);
	const isUnseen = known && known.rev <= (arrival.unseenRev ?? 0);
	const before = known && { ...known, apart: known.apart || isUnseen === true };

	if (arrival.state === 'live') {
		if (before && before.authorId === undefined && arrival.rev < before.rev)
			return outbox.noteChanged(db, before, 'readers');
		if (before?.apart) await keepBeside(db, before, arrival);
		if (!before && arrival.copyOf !== undefined) await dropTwin(db, arrival.copyOf, arrival);
		await db.records.put(toStored(arrival, before));
	} else if (before && (before.apart || arrival.state === 'unshared')) {
		await db.refused.delete(before.id);
		await db.records.put({ ...before, visibility: 'me', rev: arrival.rev, sent: false });
	} else if (before) {
		await db.records.delete(before.id);
	}
}

/** Her own text moves to a private entry of its own, unless it is what arrives. */
async function keepBeside(db: DeviceDb, own: StoredRecord, arrival: Arrival): Promise<void> {
	await db.refused.delete(own.id);
	const beside = await db.records.where('copyOf').equals(own.id).toArray();
	if ([arrival, ...beside].some(({ sealed }) => holdTheSame(own.sealed, sealed!))) return;
	await db.records.add({ ...own, id: newId(), visibility: 'me', rev: 0, sent: false, apart: true, copyOf: own.id });
}

/** A text that stands private here, and that another phone has shared beside its entry meanwhile, is one text. */
async function dropTwin(db: DeviceDb, id: string, arrival: Arrival): Promise<void> {
	const original = await db.records.get(id);
	const beside = await db.records.where('copyOf').equals(id).toArray();
	for (const record of [original, ...beside]) {
		if (!record || isShared(record.visibility) || !holdTheSame(record.sealed, arrival.sealed!)) continue;
		if (!(await outbox.of(db, record.id))) await db.records.delete(record.id);
	}
}

/** The server came back from a backup, and what she shares may be missing there. What it still has, it recognises. */
async function sendAllAgain(db: DeviceDb): Promise<void> {
	const shared = await db.records.filter((record) => record.sent && record.authorId === undefined).toArray();
	for (const record of shared) await outbox.noteChanged(db, record, 'readers');
}
