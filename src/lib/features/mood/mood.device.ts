import * as assignments from '$lib/features/assignments/assignments.device.ts';
import * as notes from '$lib/features/notes/notes.device.ts';
import type { Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { moodKind, moodSchema } from './mood.kind.ts';
import type { Mood, Stretch } from './mood.ts';

export type MoodEntry = records.Entry<Mood>;

export interface MoodDraft {
	id: string;
	day: Day;
	visibility: Visibility;
	body: Mood;
}

/** Saves a new mood, or a new version of one; a note beside it follows it to another day. Resolves when it is durable. */
export async function save(device: Device, draft: MoodDraft): Promise<void> {
	const entry = { ...draft, kind: moodKind.name, body: moodSchema.parse(draft.body) };
	const [before, marks] = await Promise.all([
		records.get(device, draft.id),
		assignments.doneMarks(device, { entryId: draft.id, practice: 'mood', day: draft.day })
	]);
	await records.save(device, entry, ...marks);

	if (before && before.day !== draft.day) {
		const note = await notes.about(device, draft.id, before.day);
		if (note) await notes.save(device, { ...note, day: draft.day });
	}
}

/** Brings back what was deleted, as a new entry, and answers with its id. */
export type WayBack = () => Promise<string>;

/** Deletes a mood with the note beside it. Answers with the way back for both. */
export async function remove(device: Device, id: string): Promise<WayBack | undefined> {
	const mood = await get(device, id);
	if (!mood) return undefined;

	const note = await notes.about(device, id, mood.day);
	if (note) await records.remove(device, note.id);
	await records.remove(device, id);
	await assignments.forgetDone(device, id);

	return async () => {
		// What was deleted stays deleted: what comes back is a new entry that says the same.
		const restored = newId();
		await save(device, { id: restored, day: mood.day, visibility: mood.visibility, body: mood.body });
		if (note) await notes.save(device, { ...note, id: newId(), body: { ...note.body, about: aboutMood(restored) } });
		return restored;
	};
}

/** What a note says it was written beside. */
export const aboutMood = (id: string) => ({ kind: moodKind.name, id });

export async function get(device: Device, id: string): Promise<MoodEntry | undefined> {
	const entry = await records.get<Mood>(device, id);
	return entry?.kind === moodKind.name ? entry : undefined;
}

/** The moods of those days, newest first. */
export const list = (device: Device, { from, to }: Stretch): Promise<MoodEntry[]> =>
	records.list<Mood>(device, { kind: moodKind.name, from, to });

export const latest = (device: Device, limit: number): Promise<MoodEntry[]> =>
	records.list<Mood>(device, { kind: moodKind.name, limit });

export { setVisibility } from '$lib/platform/device/records.device.ts';
