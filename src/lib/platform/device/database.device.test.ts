import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import { databaseName } from './database.device.ts';
import * as records from './records.device.ts';

/** A store as an app of that version left it behind. Native versions are ten times Dexie's. */
function leaveBehind(storage: IDBFactory, personId: string, version: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = storage.open(databaseName(personId), version * 10);
		request.onupgradeneeded = () => request.result.createObjectStore('later');
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});
}

test('a store that a newer app wrote is left as it is', async () => {
	const storage = new IDBFactory();
	const personId = newId();
	await leaveBehind(storage, personId, 99);

	await expect(aDevice({ storage, personId })).rejects.toMatchObject({ trouble: 'databaseTooNew' });

	const [database] = await storage.databases();
	expect(database).toMatchObject({ name: databaseName(personId), version: 990 });
});

test.each(['SecurityError', 'InvalidStateError'])('a browser that keeps nothing says so (%s)', async (name) => {
	const storage = new IDBFactory();
	storage.open = () => {
		throw new DOMException('no', name);
	};

	await expect(aDevice({ storage })).rejects.toMatchObject({ trouble: 'storageForbidden' });
});

test('two people on one phone have a store each', async () => {
	const storage = new IDBFactory();
	const [one, other] = [await aDevice({ storage }), await aDevice({ storage })];

	await records.save(one, { id: 'a', kind: 'note', day: '2030-01-01', visibility: 'me', body: {} });

	expect(await records.list(other, { kind: 'note' })).toEqual([]);
	expect(one.deviceId).not.toBe(other.deviceId);
});

test('a store is the same phone when it is opened again', async () => {
	const storage = new IDBFactory();
	const personId = newId();
	const first = await aDevice({ storage, personId });
	first.db.close();

	expect((await aDevice({ storage, personId })).deviceId).toBe(first.deviceId);
});
