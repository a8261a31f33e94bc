import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import * as outbox from './outbox.device.ts';
import * as records from './records.device.ts';

const draft = (over: Partial<records.Draft> = {}): records.Draft => ({
	id: newId(),
	kind: 'mood',
	day: '2030-01-01',
	visibility: 'me',
	body: { score: 5 },
	...over
});

test('a private entry is kept and waits for nothing', async () => {
	const device = await aDevice();
	const entry = draft();

	await records.save(device, entry);

	expect(await records.get(device, entry.id)).toMatchObject({ ...entry, rev: 0, place: 'phone' });
	expect(await records.counts(device)).toEqual({ waiting: 0, onlyHere: 1 });
});

test('a shared entry waits to be sent, once, however often it is changed', async () => {
	const device = await aDevice();
	const entry = draft({ visibility: 'team' });

	await records.save(device, entry);
	await records.save(device, { ...entry, body: { score: 6 } });

	expect(await records.get(device, entry.id)).toMatchObject({ body: { score: 6 }, place: 'waiting' });
	expect(await records.counts(device)).toEqual({ waiting: 1, onlyHere: 0 });
});

test('an entry made private before it was sent never leaves', async () => {
	const device = await aDevice();
	const entry = draft({ visibility: 'team' });
	await records.save(device, entry);

	await records.setVisibility(device, entry.id, 'me');

	expect(await records.get(device, entry.id)).toMatchObject({ body: entry.body, place: 'phone' });
	expect(await device.db.outbox.count()).toBe(0);
});

test('an entry deleted before it was sent leaves no trace', async () => {
	const device = await aDevice();
	const entry = draft({ visibility: 'team' });
	await records.save(device, entry);

	await records.remove(device, entry.id);

	expect(await records.get(device, entry.id)).toBeUndefined();
	expect(await device.db.outbox.count()).toBe(0);
});

test('an entry that may have arrived is taken back from the server too', async () => {
	const device = await aDevice();
	const entry = draft({ visibility: 'team' });
	await records.save(device, entry);
	await device.db.outbox.toCollection().modify({ wasTried: true });

	await records.remove(device, entry.id);

	expect(await outbox.of(device.db, entry.id)).toMatchObject({ deleted: { kind: 'mood' }, edits: 2 });
});

test('an entry that may have arrived is being taken back, and is not called waiting to be sent', async () => {
	const device = await aDevice();
	const entry = draft({ visibility: 'team' });
	await records.save(device, entry);
	await device.db.outbox.toCollection().modify({ wasTried: true });

	await records.setVisibility(device, entry.id, 'me');

	expect((await records.get(device, entry.id))?.place).toBe('leaving');
	expect((await records.list(device, { kind: entry.kind }))[0]?.place).toBe('leaving');
});

test('a list is newest first, within its days, and no longer than asked', async () => {
	let now = 1000;
	const device = await aDevice({ now: () => now++ });
	const days = ['2030-01-02', '2030-01-01', '2030-01-03', '2030-01-02', '2029-12-31'];
	for (const [i, day] of days.entries()) await records.save(device, draft({ day, body: i }));
	await records.save(device, draft({ kind: 'note', body: 'other' }));

	const bodies = async (range: { from?: string; to?: string; limit?: number }) =>
		(await records.list(device, { kind: 'mood', ...range })).map(({ body }) => body);

	expect(await bodies({})).toEqual([2, 3, 0, 1, 4]);
	expect(await bodies({ from: '2030-01-01', to: '2030-01-02' })).toEqual([3, 0, 1]);
	expect(await bodies({ limit: 2 })).toEqual([2, 3]);
});

test('only the sealed body holds what she wrote', async () => {
	const device = await aDevice();
	await records.save(device, draft({ body: { text: 'canary' } }));

	const [{ sealed, ...index } = { sealed: undefined }] = await device.db.records.toArray();

	expect(JSON.stringify(sealed)).toContain('canary');
	expect(JSON.stringify(index)).not.toContain('canary');
});
