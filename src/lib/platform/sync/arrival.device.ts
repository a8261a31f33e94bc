import type { StoredRecord } from '../device/database.device.ts';
import type { Device } from '../device/device.device.ts';
import type { Sealed } from '../device/seal.device.ts';
import type { WireRecord } from './protocol.ts';

/** A record from the server, sealed and ready for the transaction that lets it in. */
export interface Arrival extends Omit<WireRecord, 'body'> {
	stream: string;
	sealed?: Sealed;
}

/** Seals outside the transaction that will need it: IndexedDB would commit that one while we wait. */
export async function arrive(device: Device, stream: string, { body, ...record }: WireRecord): Promise<Arrival> {
	return { ...record, stream, ...(record.state === 'live' && { sealed: await device.seal(body) }) };
}

/** A live record from the server as this phone keeps it; what it knew of the record's making stays. */
export const toStored = (arrival: Arrival, before: StoredRecord | undefined): StoredRecord => ({
	id: arrival.id,
	kind: arrival.kind,
	day: arrival.day,
	createdAt: before?.createdAt ?? arrival.receivedAt,
	editedAt: arrival.receivedAt,
	visibility: arrival.visibility,
	rev: arrival.rev,
	sealed: arrival.sealed!,
	sent: true,
	isEdited: false,
	apart: false,
	stream: arrival.stream,
	...(arrival.copyOf !== undefined && { copyOf: arrival.copyOf }),
	...(arrival.authorId !== undefined && { authorId: arrival.authorId })
});
