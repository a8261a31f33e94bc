import { dayOnPhone, type Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Practice } from '$lib/domain/practice.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import * as assignments from '$lib/features/assignments/assignments.device.ts';
import * as sharing from '$lib/features/sharing/sharing.device.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';

/**
 * What the two written practices have in common: a sheet that is saved as she types and grows over days. Whoever she lets
 * read it does so once it is complete: until then it never leaves the phone.
 */
export interface Sheets<Body> {
	practice: Practice;
	list(device: Device): Promise<records.Entry<Body>[]>;
	/** How many she began and has not completed. */
	unfinished(device: Device): Promise<number>;
	get(device: Device, id: string): Promise<records.Entry<Body> | undefined>;
	/** A new sheet, not stored yet, as her switches want it. */
	begin(device: Device, body: Body): Promise<Written<Body>>;
	/**
	 * Writes a sheet over what this screen last knew of it (`known`, undefined for a new one). When another tab or phone
	 * wrote in between, both versions are kept: hers goes beside the other, and the answer says where it stands.
	 */
	save(device: Device, written: Written<Body>, known: Body | undefined): Promise<Written<Body>>;
	/** Sets who may read a sheet, now or once it is complete. */
	share(device: Device, id: string, visibility: Visibility): Promise<void>;
	remove(device: Device, id: string): Promise<records.Entry<Body> | undefined>;
	/** Brings a removed sheet back. What is deleted stays deleted, so it comes back under a fresh id. */
	restore(device: Device, removed: Written<Body>): Promise<Written<Body>>;
	/** The other versions of a sheet, where two were kept. */
	versions(device: Device, of: Pick<records.Entry<Body>, 'id' | 'copyOf'>): Promise<records.Entry<Body>[]>;
}

export interface Written<Body> {
	id: string;
	day: Day;
	/** Who is to read it, now or once it is complete. */
	visibility: Visibility;
	body: Body;
}

interface Rules<Body> {
	practice: Practice;
	/** Throws when the sheet is none. Loaded when first asked, so that Today can list sheets without the schema. */
	parse(body: Body): Promise<Body>;
	/** Puts the day on a sheet that is complete for the first time. */
	finish(body: Body, today: Day): Body;
	/** The day on which it became complete: from then on it counts as done. */
	doneOn(body: Body): Day | undefined;
}

export function sheets<Body>({ practice, parse, finish, doneOn }: Rules<Body>): Sheets<Body> {
	const kind = practice;

	async function put(device: Device, { id, day, visibility, body }: Written<Body>, copyOf?: string) {
		const written = { id, day, visibility, body: await parse(finish(body, dayOnPhone(device.now()))) };
		const done = doneOn(written.body);
		if (!done) await keepReaders(device, id, visibility);
		const readers = done ? visibility : 'me';
		const marks = done ? await assignments.doneMarks(device, { entryId: id, practice, day: done }) : [];
		const entry = { ...written, kind, visibility: readers, ...(copyOf !== undefined && { copyOf }) };
		await records.save(device, entry, ...marks);
		if (done) await sharing.setReadersOnceDone(device, id, undefined);
		return written;
	}

	const keepReaders = (device: Device, id: string, visibility: Visibility) =>
		sharing.setReadersOnceDone(device, id, visibility === 'me' ? undefined : visibility);

	async function get(device: Device, id: string) {
		const entry = await records.get<Body>(device, id);
		if (entry?.kind !== kind) return undefined;
		const onceDone = doneOn(entry.body) ? undefined : await sharing.readersOnceDone(device, id);
		return { ...entry, visibility: onceDone ?? entry.visibility };
	}

	return {
		practice,
		get,
		list: (device) => records.list<Body>(device, { kind }),
		unfinished: async (device) =>
			(await records.list<Body>(device, { kind })).filter(({ body }) => !doneOn(body)).length,

		begin: async (device, body) => ({
			id: newId(),
			day: dayOnPhone(device.now()),
			visibility: await sharing.defaultVisibility(device, 'worksheets'),
			body
		}),

		async save(device, written, known) {
			const stored = await get(device, written.id);
			if (known === undefined || (stored && isAlike(stored.body, known))) {
				return put(device, { ...written, visibility: stored?.visibility ?? written.visibility });
			}
			return put(device, { ...written, id: newId() }, stored?.id);
		},

		async share(device, id, visibility) {
			const entry = await get(device, id);
			const isDone = entry && doneOn(entry.body);
			if (!isDone) await keepReaders(device, id, visibility);
			await records.setVisibility(device, id, isDone ? visibility : 'me');
		},

		async remove(device, id) {
			const entry = await get(device, id);
			if (!entry) return undefined;
			await records.remove(device, id);
			await sharing.setReadersOnceDone(device, id, undefined);
			await assignments.forgetDone(device, id);
			return entry;
		},

		restore: (device, { day, visibility, body }) => put(device, { id: newId(), day, visibility, body }),

		versions: async (device, { id, copyOf }) =>
			(await records.list<Body>(device, { kind })).filter(
				(other) =>
					other.id !== id && (other.id === copyOf || other.copyOf === id || (copyOf && other.copyOf === copyOf))
			)
	};
}

/** Whether two bodies say the same, whatever the order of their fields. */
function isAlike(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (!(one instanceof Object) || !(other instanceof Object)) return false;
	const [ones, others] = [one, other].map((body) => Object.entries(body).filter(([, value]) => value !== undefined));
	return (
		ones!.length === others!.length &&
		ones!.every(([key, value]) => isAlike(value, (other as Record<string, unknown>)[key]))
	);
}
