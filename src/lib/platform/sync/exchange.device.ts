import { write, type Device } from '../device/device.device.ts';
import * as settings from '../device/settings.device.ts';
import { nextBatch } from './batch.device.ts';
import { PROTOCOL, type SyncReply } from './protocol.ts';
import { receive } from './receive.device.ts';
import type { NoReply, Send } from './send.device.ts';
import { settle } from './settle.device.ts';

export type Exchanged = 'done' | 'again' | NoReply;

/**
 * One exchange with the server: send, wait, settle, let in. Safe to repeat or to break off anywhere: the server knows a
 * change by its id, and nothing is let in twice. While more waits than one request holds, only sending is done, so that
 * nothing is fetched that is about to change.
 */
export async function exchange(device: Device, send: Send): Promise<Exchanged> {
	const { changes, more } = await nextBatch(device);
	const cursors = more ? undefined : await cursorsOf(device);

	// No transaction is open while we wait: IndexedDB would commit it behind our back.
	const { personId, deviceId } = device;
	const reply = await send({ protocol: PROTOCOL, personId, deviceId, changes, ...(cursors && { cursors }) });
	if (typeof reply === 'string') return reply;
	if (reply.results.length < changes.length) return 'unreachable';

	await settle(device, changes, reply.results);
	for (const [stream, page] of Object.entries(reply.streams))
		await receive(device, stream, cursors?.[stream] ?? 0, page);
	await leave(device, reply.left);
	await settings.set(device, 'you', reply.you);
	if (more || (await isBehind(device, reply, cursors))) return 'again';
	await settings.set(device, 'lastSyncedAt', device.now());
	return 'done';
}

async function cursorsOf({ db }: Device): Promise<Record<string, number>> {
	return Object.fromEntries((await db.cursors.toArray()).map(({ stream, seq }) => [stream, seq]));
}

/** There is more to fetch, and fetching got somewhere; or something waits that was not sent just now. */
async function isBehind({ db }: Device, reply: SyncReply, asked: Record<string, number> = {}): Promise<boolean> {
	if ((await db.outbox.count()) > 0) return true;
	for (const [stream, page] of Object.entries(reply.streams)) {
		const now = (await db.cursors.get(stream))?.seq ?? 0;
		if (page.more && now !== (asked[stream] ?? 0)) return true;
	}
	return false;
}

/** Forgets streams that she no longer belongs to, with what came from them. */
async function leave(device: Device, streams: readonly string[]): Promise<void> {
	if (streams.length === 0) return;
	await write(device, async () => {
		await device.db.cursors.bulkDelete([...streams]);
		await device.db.records.where('stream').anyOf(streams).delete();
	});
}
