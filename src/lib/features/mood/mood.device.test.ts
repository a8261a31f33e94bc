import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { doneIdOf } from '$lib/features/assignments/assignments.ts';
import * as notes from '$lib/features/notes/notes.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import * as moods from './mood.device.ts';

const aMood = (change: Partial<moods.MoodDraft> = {}): moods.MoodDraft => ({
	id: newId(),
	day: '2030-01-02',
	visibility: 'me',
	body: { score: 6, at: 1_893_600_000_000 },
	...change
});

const aNoteBeside = (mood: moods.MoodDraft): notes.NoteDraft => ({
	id: newId(),
	day: mood.day,
	visibility: 'me',
	body: { text: 'It rained.', about: moods.aboutMood(mood.id) }
});

test('a saved mood is found again, with what she told', async () => {
	const device = await aDevice();
	const mood = aMood({ body: { score: 3, at: 1, thoughts: { helpful: 2 }, sleepHours: 4.5 } });

	await moods.save(device, mood);

	expect(await moods.get(device, mood.id)).toMatchObject({ ...mood, place: 'phone' });
});

test('a shared mood waits to be sent, a private one never does', async () => {
	const device = await aDevice();
	const shared = aMood({ visibility: 'clinician' });

	await moods.save(device, shared);
	await moods.save(device, aMood());

	expect((await device.db.outbox.toArray()).map(({ recordId }) => recordId)).toEqual([shared.id]);
	expect((await moods.get(device, shared.id))?.place).toBe('waiting');
});

test('nothing that is no mood is written', async () => {
	const device = await aDevice();
	await expect(moods.save(device, aMood({ body: { score: 12, at: 1 } }))).rejects.toThrow();
	expect(await device.db.records.count()).toBe(0);
});

test('several moods of one day are kept, and listed by range, newest first', async () => {
	let clock = 1;
	const device = await aDevice({ now: () => clock++ });
	const [morning, evening, later] = [aMood(), aMood(), aMood({ day: '2030-02-01' })];
	for (const mood of [evening, morning, later].toReversed()) await moods.save(device, mood);

	const january = await moods.list(device, { from: '2030-01-01', to: '2030-01-31' });

	expect(january.map(({ id }) => id)).toEqual([evening.id, morning.id]);
	expect((await moods.latest(device, 1)).map(({ id }) => id)).toEqual([later.id]);
});

test('a mood counts as done, once, also after a change; a deleted one does not', async () => {
	const device = await aDevice();
	const mood = aMood();
	const marks = async () => (await records.list(device, { kind: 'done' })).map(({ id }) => id);

	await moods.save(device, mood);
	await moods.save(device, { ...mood, body: { ...mood.body, score: 7 } });
	expect(await marks()).toEqual([doneIdOf(mood.id)]);

	await moods.remove(device, mood.id);
	expect(await marks()).toEqual([]);
});

test('sharing a mood does not share the note beside it', async () => {
	const device = await aDevice();
	const mood = aMood();
	const note = aNoteBeside(mood);
	await moods.save(device, mood);
	await notes.save(device, note);

	await moods.setVisibility(device, mood.id, 'team');

	expect(await notes.get(device, note.id)).toMatchObject({ visibility: 'me', place: 'phone' });
	expect((await device.db.outbox.toArray()).map(({ recordId }) => recordId)).toEqual([mood.id]);
});

test('a mood that moves to another day takes its note along', async () => {
	const device = await aDevice();
	const mood = aMood();
	const note = aNoteBeside(mood);
	await moods.save(device, mood);
	await notes.save(device, note);

	await moods.save(device, { ...mood, day: '2030-01-01' });

	expect(await notes.about(device, mood.id, '2030-01-01')).toMatchObject({ id: note.id, body: note.body });
	expect(await notes.about(device, mood.id, '2030-01-02')).toBeUndefined();
});

test('a deleted mood takes its note with it, and undo brings both back as new entries', async () => {
	const device = await aDevice();
	const mood = aMood({ visibility: 'clinician' });
	const note = aNoteBeside(mood);
	await moods.save(device, mood);
	await notes.save(device, note);

	const wayBack = await moods.remove(device, mood.id);
	expect(await moods.latest(device, 9)).toEqual([]);
	expect(await notes.get(device, note.id)).toBeUndefined();

	const restored = await wayBack!();
	expect(restored).not.toBe(mood.id);
	expect(await moods.get(device, restored)).toMatchObject({ day: mood.day, visibility: 'clinician', body: mood.body });
	expect(await notes.about(device, restored, mood.day)).toMatchObject({
		visibility: 'me',
		body: { text: 'It rained.', about: { id: restored } }
	});
});

test('deleting what is not there leaves nothing to undo', async () => {
	expect(await moods.remove(await aDevice(), newId())).toBeUndefined();
});

test('a note without words is no note: emptying it deletes it', async () => {
	const device = await aDevice();
	const note = aNoteBeside(aMood());
	await notes.save(device, note);

	await notes.save(device, { ...note, body: { ...note.body, text: ' \n' } });

	expect(await notes.get(device, note.id)).toBeUndefined();
});
