import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { newId } from '$lib/domain/id.ts';
import type { Clock } from '$lib/domain/clock.ts';
import { openDevice, type Device } from '$lib/platform/device/device.device.ts';

Dexie.dependencies.IDBKeyRange = IDBKeyRange;

/** A phone of its own: a fresh browser storage, and a person's store opened in it. One at a time: Dexie is told by a global. */
export async function aDevice({
	personId = newId(),
	now = Date.now,
	storage = new IDBFactory()
}: { personId?: string; now?: Clock; storage?: IDBFactory } = {}): Promise<Device> {
	Dexie.dependencies.indexedDB = storage;
	return openDevice(personId, now);
}
