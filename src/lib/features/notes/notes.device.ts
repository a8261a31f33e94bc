import type { Day } from '$lib/domain/day.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { noteKind, noteSchema, type Note } from './notes.ts';

export type NoteEntry = records.Entry<Note>;

export interface NoteDraft {
	id: string;
	day: Day;
	visibility: Visibility;
	body: Note;
}

/** Saves a note; one without any words in it is deleted. Resolves when that is durable. */
export async function save(device: Device, { id, day, visibility, body }: NoteDraft): Promise<void> {
	if (body.text.trim() === '') return records.remove(device, id);
	await records.save(device, { id, day, visibility, kind: noteKind.name, body: noteSchema.parse(body) });
}

export async function get(device: Device, id: string): Promise<NoteEntry | undefined> {
	const entry = await records.get<Note>(device, id);
	return entry?.kind === noteKind.name ? entry : undefined;
}

/** The note beside an entry of that day. */
export const about = async (device: Device, entryId: string, day: Day): Promise<NoteEntry | undefined> =>
	(await list(device, { from: day, to: day })).find(({ body }) => body.about?.id === entryId);

/** The notes of those days, newest first. */
export const list = (device: Device, { from, to }: { from: Day; to: Day }): Promise<NoteEntry[]> =>
	records.list<Note>(device, { kind: noteKind.name, from, to });

export { remove, setVisibility } from '$lib/platform/device/records.device.ts';
