import type { Dexie, EntityTable, Table } from 'dexie';
import type { Day } from '$lib/domain/day.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Sealed } from './seal.device.ts';
import { StorageProblem, storageProblem } from './storage-problem.ts';

/** One entry, or one thing that staff sent. The fields are an index; only `sealed` holds what somebody wrote. */
export interface StoredRecord {
	id: string;
	kind: string;
	/** '' for what belongs to no day. */
	day: Day;
	createdAt: number;
	editedAt: number;
	visibility: Visibility;
	/** The server's number for the latest version that this phone has dealt with; 0 before it was ever sent. */
	rev: number;
	sealed: Sealed;
	/** The server holds its content. */
	sent: boolean;
	/** She has changed the text since `rev`. */
	isEdited: boolean;
	/** This phone's text is, or may be, nowhere else: another phone's news never replaces or removes it. */
	apart: boolean;
	/** Where it was pulled from; own entries made here have none. */
	stream?: string;
	/** The entry that this one was kept beside, when two phones had written. */
	copyOf?: string;
	/** Who wrote it, if not she. */
	authorId?: string;
}

/** One record with something to send. What it says is read when it is sent, so a record never waits twice. */
export interface OutboxRow {
	position: number;
	recordId: string;
	/** The name of this change on the server, which answers a repeated one as it did the first time. */
	opId: string;
	baseRev: number;
	/** How often she has changed the record under this change. */
	edits: number;
	/** What `edits` was when she last changed the text, not only who may read it. */
	textEdits?: number;
	/** It was sent, so the server may have it. */
	wasTried?: true;
	/** A deleted record is gone from `records`; what the server must still hear stands here. */
	deleted?: { kind: string; day: Day };
}

/** A change that the server would not take. Her text stays in `records`. */
export interface RefusedRow {
	recordId: string;
	reason: string;
}

export interface Tables {
	records: Table<StoredRecord, string>;
	outbox: EntityTable<OutboxRow, 'position'>;
	refused: Table<RefusedRow, string>;
	settings: Table<{ key: string; value: unknown }, string>;
	/** How far this phone has read each stream. */
	cursors: Table<{ stream: string; seq: number }, string>;
}

export type DeviceDb = Dexie & Tables;

/** Raise it with every change below, and add a fixture of the version before to `tests/sync`. */
export const DATABASE_VERSION = 1;
export const databaseName = (personId: string): string => `comadre-${personId}`;

/** Opens a person's database on this phone. Throws `StorageProblem`. Dexie is loaded here and nowhere else: it is 27 KB. */
export async function openDatabase(personId: string): Promise<DeviceDb> {
	const { Dexie } = await import('dexie');
	await refuseNewer(Dexie.dependencies.indexedDB, databaseName(personId));
	// Strict: "saved" means that it is on the disk, not in the browser's hands.
	const db = new Dexie(databaseName(personId), { chromeTransactionDurability: 'strict' }) as DeviceDb;
	db.version(DATABASE_VERSION).stores({
		records: 'id, [kind+day+createdAt], stream, visibility, copyOf',
		outbox: '++position, &recordId',
		refused: 'recordId',
		settings: 'key',
		cursors: 'stream'
	});

	try {
		await db.open();
	} catch (error) {
		// Firefox says this of an open where site data is blocked; later it means a lost connection.
		if (/InvalidState/.test(String(error))) throw new StorageProblem('storageForbidden', { cause: error });
		throw storageProblem(error) ?? error;
	}
	return db;
}

/** A store that a newer app wrote is not opened: Dexie would adapt it to this one, and could spoil what we do not know. */
async function refuseNewer(storage: IDBFactory, name: string): Promise<void> {
	// Dexie's versions are ten times as high on the disk.
	if (Math.floor((await versionOnDisk(storage, name)) / 10) > DATABASE_VERSION)
		throw new StorageProblem('databaseTooNew');
}

async function versionOnDisk(storage: IDBFactory, name: string): Promise<number> {
	try {
		return (await storage.databases()).find((database) => database.name === name)?.version ?? 0;
	} catch {
		return 0; // A browser that cannot tell, or forbids it: opening will say the rest.
	}
}

/** Removes a person's database from this phone, with everything in it. */
export async function deleteDatabase(personId: string): Promise<void> {
	const { Dexie } = await import('dexie');
	await Dexie.delete(databaseName(personId));
}
