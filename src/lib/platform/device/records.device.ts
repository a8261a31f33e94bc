import type { Day } from '$lib/domain/day.ts';
import { isBeside } from '$lib/domain/id.ts';
import type { Place } from '$lib/domain/place.ts';
import { isShared, type Visibility } from '$lib/domain/visibility.ts';
import type { StoredRecord } from './database.device.ts';
import { write, type Device } from './device.device.ts';
import * as outbox from './outbox.device.ts';
import type { Sealed } from './seal.device.ts';

export interface Entry<Body = unknown> {
	id: string;
	kind: string;
	day: Day;
	visibility: Visibility;
	body: Body;
	rev: number;
	place: Place;
	/** The entry that this one was kept beside, when two phones had written. */
	copyOf?: string;
	createdAt: number;
	editedAt: number;
	/** Who wrote it, if not she. */
	authorId?: string;
}

export type Draft<Body = unknown> = Pick<Entry<Body>, 'id' | 'kind' | 'day' | 'visibility' | 'body' | 'copyOf'>;

/** Writes new entries, or new versions, all or none. Resolves when they are durable; throws `StorageProblem` and changes nothing. */
export async function save(device: Device, ...drafts: Draft[]): Promise<void> {
	const now = device.now();
	const sealed = await Promise.all(drafts.map(async (draft) => ({ draft, sealed: await device.seal(draft.body) })));
	await write(device, async () => {
		await Promise.all(sealed.map((one) => put(device, one, now)));
	});
}

async function put({ db }: Device, { draft, sealed }: { draft: Draft; sealed: Sealed }, now: number): Promise<void> {
	const { id, kind, day, visibility, copyOf } = draft;
	const [before, waiting] = await Promise.all([db.records.get(id), outbox.of(db, id)]);
	const record: StoredRecord = {
		// After a deletion that is still on its way, the server's last number is in the outbox.
		...(before ?? { rev: waiting?.baseRev ?? 0, sent: false, createdAt: now }),
		...{ id, kind, day, visibility, sealed, editedAt: now, isEdited: true, apart: true },
		...(copyOf !== undefined && { copyOf })
	};
	await Promise.all([db.records.put(record), outbox.noteChanged(db, record, 'text')]);
}

/** Takes an entry away, here and wherever it was shared to. */
export async function remove(device: Device, id: string): Promise<void> {
	await write(device, async () => {
		const record = await device.db.records.get(id);
		if (!record) return;
		await device.db.records.delete(id);
		await outbox.noteDeleted(device.db, record);
	});
}

/** Shares an entry, or takes it back: the server then withholds it, and her own copy stays. */
export async function setVisibility(device: Device, id: string, visibility: Visibility): Promise<void> {
	await write(device, async () => {
		const before = await device.db.records.get(id);
		if (!before || before.visibility === visibility) return;
		const record = { ...before, visibility, apart: before.apart || visibility === 'me' };
		await device.db.records.put(record);
		await outbox.noteChanged(device.db, record, 'readers');
	});
}

/** Sends an entry again that the server would not take. */
export async function retry(device: Device, id: string): Promise<void> {
	await write(device, async () => {
		const record = await device.db.records.get(id);
		if (record) await outbox.noteChanged(device.db, record, 'readers');
	});
}

export async function get<Body>({ db, open }: Device, id: string): Promise<Entry<Body> | undefined> {
	const [record, waiting, refused] = await Promise.all([
		db.records.get(id),
		db.outbox.where('recordId').equals(id).count(),
		db.refused.where('recordId').equals(id).count()
	]);
	if (!record) return undefined;
	return entryOf<Body>(record, placeOf(record, waiting > 0, refused > 0), await open(record.sealed));
}

/** The entries of one kind, newest first. */
export async function list<Body>(
	{ db, open }: Device,
	{ kind, from, to, limit }: { kind: string; from?: Day; to?: Day; limit?: number }
): Promise<Entry<Body>[]> {
	const ofKind = db.records
		.where('[kind+day+createdAt]')
		.between([kind, from ?? '', -Infinity], [kind, to ?? LAST_DAY, Infinity], true, true)
		.reverse();
	const [records, waiting, refused] = await Promise.all([
		(limit === undefined ? ofKind : ofKind.limit(limit)).toArray(),
		db.outbox.orderBy('recordId').keys(),
		db.refused.toCollection().primaryKeys()
	]);
	const isWaiting = new Set(waiting);
	const isRefused = new Set(refused);
	return Promise.all(
		records.map(async (record) =>
			entryOf<Body>(
				record,
				placeOf(record, isWaiting.has(record.id), isRefused.has(record.id)),
				await open(record.sealed)
			)
		)
	);
}

/** How many shared changes wait for a signal, and how many entries exist nowhere but here. A mark beside an entry is none of its own. */
export async function counts({ db }: Device): Promise<{ waiting: number; onlyHere: number }> {
	const [waiting, onlyHere] = await Promise.all([
		db.outbox.orderBy('recordId').keys(),
		db.records.where('visibility').equals('me').primaryKeys()
	]);
	const countOf = (ids: readonly unknown[]) => ids.filter((id) => !isBeside(id as string)).length;
	// What is being taken back is not only here until the server has let go of it.
	const isWaiting = new Set<unknown>(waiting);
	return { waiting: countOf(waiting), onlyHere: countOf(onlyHere.filter((id) => !isWaiting.has(id))) };
}

/** Whether something about this entry waits for a signal, even that it is deleted. */
export const isWaiting = async ({ db }: Device, id: string): Promise<boolean> =>
	(await db.outbox.where('recordId').equals(id).count()) > 0;

/** Her own entries that the server holds, or is about to: what she could take back. */
export const shared = ({ db }: Device): Promise<Pick<StoredRecord, 'id' | 'kind' | 'visibility'>[]> =>
	db.records
		.where('visibility')
		.anyOf('clinician', 'team')
		.filter((record) => record.authorId === undefined && !record.stream?.startsWith('cohort:'))
		.toArray();

/** What stands beside another entry because two phones had written, until she has seen to it. */
export const copies = ({ db }: Device): Promise<Pick<StoredRecord, 'id' | 'kind' | 'day' | 'copyOf'>[]> =>
	db.records.where('copyOf').above('').toArray();

/** She has seen that there are two versions: from now on this one is an entry like any other. */
export async function settleCopy({ db }: Device, id: string): Promise<void> {
	await db.records
		.where('id')
		.equals(id)
		.modify((record) => delete record.copyOf);
}

/** Entries that the server would not take. */
export const refusedIds = ({ db }: Device): Promise<string[]> => db.refused.toCollection().primaryKeys();

const LAST_DAY = '\uffff';

/** An entry that is being taken back is not "only here" until the server has let go of it, and nothing of it waits to be sent. */
function placeOf({ visibility }: StoredRecord, isWaiting: boolean, isRefused: boolean): Place {
	if (isRefused) return 'refused';
	if (isWaiting) return isShared(visibility) ? 'waiting' : 'leaving';
	return isShared(visibility) ? 'sent' : 'phone';
}

const entryOf = <Body>(record: StoredRecord, place: Place, body: unknown): Entry<Body> => ({
	id: record.id,
	kind: record.kind,
	day: record.day,
	visibility: record.visibility,
	body: body as Body,
	rev: record.rev,
	place,
	createdAt: record.createdAt,
	editedAt: record.editedAt,
	...(record.copyOf !== undefined && { copyOf: record.copyOf }),
	...(record.authorId !== undefined && { authorId: record.authorId })
});
