import { readFile, readdir } from 'node:fs/promises';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { databaseName, DATABASE_VERSION } from '$lib/platform/device/database.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { aDevice } from '../support/device.ts';

/** A phone's store as a release wrote it: its native version, its tables with their indexes, and what they held. */
interface Fixture {
	version: number;
	tables: { name: string; keyPath: string; autoIncrement: boolean; indexes: Index[]; rows: unknown[] }[];
}
interface Index {
	name: string;
	keyPath: string | string[];
	unique: boolean;
}

const folder = new URL('./releases/', import.meta.url);
const releases = (await readdir(folder)).toSorted();

test('every version of the store has left a fixture', () => {
	expect(releases).toEqual(Array.from({ length: DATABASE_VERSION }, (_, i) => `store-${i + 1}.json`));
});

test.each(releases)('what a phone kept in %s is all there in this release', async (release) => {
	const fixture = JSON.parse(await readFile(new URL(release, folder), 'utf8')) as Fixture;
	const storage = new IDBFactory();
	await restore(storage, fixture);

	const device = await aDevice({ storage, personId: 'rosa' });

	const notes = await records.list<{ text: string }>(device, { kind: 'note' });
	expect(notes.map(({ body, visibility, place, copyOf }) => [body.text, visibility, place, copyOf])).toEqual([
		['kept beside', 'team', 'sent', 'a-shared'],
		['would not be taken', 'team', 'refused', undefined],
		['shared, no signal yet', 'clinician', 'waiting', undefined],
		['shared', 'team', 'sent', undefined],
		['private', 'me', 'phone', undefined]
	]);
	expect(device.deviceId).toBe('the-phone');
	expect(await device.db.cursors.toArray()).toEqual([{ stream: 'person:rosa', seq: 7 }]);
	expect(await device.db.outbox.toArray()).toMatchObject([
		{ opId: 'op-1', deleted: { kind: 'note', day: '2026-11-01' } },
		{ opId: 'op-2', recordId: 'a-waiting', wasTried: true, edits: 2 }
	]);
});

function restore(storage: IDBFactory, { version, tables }: Fixture): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = storage.open(databaseName('rosa'), version);
		request.onupgradeneeded = () => {
			for (const { name, keyPath, autoIncrement, indexes, rows } of tables) {
				const table = request.result.createObjectStore(name, { keyPath, autoIncrement });
				for (const index of indexes) table.createIndex(index.name, index.keyPath, { unique: index.unique });
				for (const row of rows) table.add(row);
			}
		};
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});
}
