import type { Clock } from '$lib/domain/clock.ts';
import { newId } from '$lib/domain/id.ts';
import { openDatabase, type DeviceDb } from './database.device.ts';
import { open, seal, type Sealed } from './seal.device.ts';
import { storageProblem } from './storage-problem.ts';

/** One person's store on this phone: what every `*.device.ts` function takes first. */
export interface Device {
	db: DeviceDb;
	personId: string;
	/** A random name for this store, by which the server knows a repeated change. */
	deviceId: string;
	now: Clock;
	seal(body: unknown): Promise<Sealed>;
	open(sealed: Sealed): Promise<unknown>;
	/** Calls back with the answer now and after every change to what it read, in any tab. Returns the way to stop. */
	watch<Answer>(
		query: () => Promise<Answer>,
		onanswer: (answer: Answer) => void,
		onproblem: (problem: unknown) => void
	): () => void;
}

/** Opens a person's store. Throws `StorageProblem`. */
export async function openDevice(personId: string, now: Clock = Date.now): Promise<Device> {
	const db = await openDatabase(personId);
	const { liveQuery } = await import('dexie');
	return {
		db,
		personId,
		deviceId: await deviceIdOf(db),
		now,
		seal,
		open,
		watch(query, onanswer, onproblem) {
			const watching = liveQuery(query).subscribe(onanswer, onproblem);
			return () => watching.unsubscribe();
		}
	};
}

/** Runs one transaction over what she wrote and what waits to be sent: all of it happens, or none. Throws `StorageProblem`. */
export async function write<Result>({ db }: Device, work: () => Promise<Result>): Promise<Result> {
	try {
		return await db.transaction('rw', db.records, db.outbox, db.refused, db.cursors, work);
	} catch (error) {
		throw storageProblem(error) ?? error;
	}
}

function deviceIdOf(db: DeviceDb): Promise<string> {
	return db.transaction('rw', db.settings, async () => {
		const known = await db.settings.get('deviceId');
		if (known) return known.value as string;
		const fresh = newId();
		await db.settings.add({ key: 'deviceId', value: fresh });
		return fresh;
	});
}
