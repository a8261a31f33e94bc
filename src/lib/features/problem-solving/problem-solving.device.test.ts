import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { doneIdOf } from '$lib/features/assignments/assignments.ts';
import * as sharing from '$lib/features/sharing/sharing.device.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import { dueLookBacks, problems } from './problem-solving.device.ts';
import { blank, planFor, type ProblemSolving } from './problem-solving.ts';

const planned = (over: Partial<ProblemSolving> = {}): ProblemSolving => ({
	...blank(),
	what: 'No ride on Tuesday',
	goal: 'Get to class once',
	ideas: ['Ask Ana', 'Take the bus', 'Walk'].map((text, n) => ({ id: `i${n}`, text })),
	chosen: 'i1',
	firstStep: 'Look up the bus',
	...planFor('2030-03-05'),
	...over
});

const at = (day: string) => () => new Date(`${day}T12:00:00`).getTime();

async function aSheet(device: Device, body: ProblemSolving) {
	return problems.save(device, await problems.begin(device, body), undefined);
}

test('a sheet is private and of today unless she shares her worksheets', async () => {
	const device = await aDevice({ now: at('2030-03-01') });
	expect(await problems.begin(device, blank())).toMatchObject({ visibility: 'me', day: '2030-03-01' });

	await settings.set(device, 'share.worksheets', true);
	expect(await problems.begin(device, blank())).toMatchObject({ visibility: 'clinician' });
});

test('a half-written sheet stays on the phone, and counts as nothing yet', async () => {
	const device = await aDevice();
	const { id } = await aSheet(device, { ...blank(), what: 'No ri' });

	expect(await problems.get(device, id)).toMatchObject({ body: { what: 'No ri' }, place: 'phone' });
	expect(await records.get(device, doneIdOf(id))).toBeUndefined();
});

test('a sheet that she shares leaves the phone when it is complete, and not before', async () => {
	const device = await aDevice();
	await settings.set(device, 'share.worksheets', true);
	const sheet = await aSheet(device, { ...blank(), what: 'No ride' });
	await problems.share(device, sheet.id, 'team');

	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'team', place: 'phone' });
	expect(await device.db.outbox.count()).toBe(0);

	await problems.save(device, { ...sheet, body: planned() }, sheet.body);
	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'team', place: 'waiting' });
	expect((await records.get(device, sheet.id))?.visibility).toBe('team');
});

test('what she stops sharing before it is complete stays here when it is', async () => {
	const device = await aDevice();
	await settings.set(device, 'share.worksheets', true);
	const sheet = await aSheet(device, { ...blank(), what: 'No ride' });
	expect(await sharing.countShared(device)).toBe(1);

	const taken = await sharing.stopAll(device);
	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'me' });
	await sharing.shareAgain(device, taken);
	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'clinician', place: 'phone' });

	await sharing.stopAll(device);
	await problems.save(device, { ...sheet, body: planned() }, sheet.body);
	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'me', place: 'phone' });
	expect(await sharing.countShared(device)).toBe(0);
});

test('a plan counts as done on the day it was first complete, once, however often it is changed', async () => {
	let today = '2030-03-01';
	const device = await aDevice({ now: () => at(today)() });
	const sheet = await aSheet(device, planned());
	today = '2030-03-04';
	await problems.save(device, { ...sheet, body: { ...sheet.body, helper: 'Ana' } }, sheet.body);

	expect((await problems.get(device, sheet.id))?.body).toMatchObject({ plannedOn: '2030-03-01', helper: 'Ana' });
	expect(await records.list(device, { kind: 'done' })).toMatchObject([{ id: doneIdOf(sheet.id), day: '2030-03-01' }]);
});

test('Today hears of the plans that are due, the longest waiting first', async () => {
	const device = await aDevice();
	const later = await aSheet(device, planned({ goal: 'Later', ...planFor('2030-03-07') }));
	const first = await aSheet(device, planned({ goal: 'First' }));
	await aSheet(device, { ...blank(), what: 'Not planned', askOn: '2030-03-01' });
	await aSheet(device, planned({ tried: 'yes', satisfaction: 5 }));

	expect(await dueLookBacks(device, '2030-03-05')).toEqual([]);
	expect(await dueLookBacks(device, '2030-03-10')).toEqual([
		{ id: first.id, goal: 'First' },
		{ id: later.id, goal: 'Later' }
	]);
});

test('what another tab wrote meanwhile is kept beside what she is writing here', async () => {
	const device = await aDevice();
	const opened = await aSheet(device, { ...blank(), what: 'One' });
	await problems.save(device, { ...opened, body: { ...blank(), what: 'Theirs' } }, opened.body);

	const mine = await problems.save(device, { ...opened, body: { ...blank(), what: 'Mine' } }, opened.body);

	expect(mine.id).not.toBe(opened.id);
	expect((await problems.get(device, opened.id))?.body.what).toBe('Theirs');
	expect(await problems.get(device, mine.id)).toMatchObject({ body: { what: 'Mine' }, copyOf: opened.id });
	expect(await problems.versions(device, { id: opened.id })).toMatchObject([{ id: mine.id }]);
	expect(await problems.versions(device, { id: mine.id, copyOf: opened.id })).toMatchObject([{ id: opened.id }]);
});

test('words typed into a sheet that was deleted elsewhere are kept as a new one', async () => {
	const device = await aDevice();
	const opened = await aSheet(device, { ...blank(), what: 'One' });
	await problems.remove(device, opened.id);

	const mine = await problems.save(device, { ...opened, body: { ...blank(), what: 'One and more' } }, opened.body);

	expect(mine.id).not.toBe(opened.id);
	expect((await problems.list(device)).map(({ body }) => body.what)).toEqual(['One and more']);
});

test('typing does not undo what she chose about who reads it', async () => {
	const device = await aDevice();
	const sheet = await aSheet(device, { ...blank(), what: 'One' });
	await problems.share(device, sheet.id, 'team');

	await problems.save(device, { ...sheet, body: { ...sheet.body, what: 'Two' } }, sheet.body);

	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'team', body: { what: 'Two' } });
});

test('a removed sheet takes its mark along, and comes back whole under a fresh id', async () => {
	const device = await aDevice();
	const { id } = await aSheet(device, planned());

	const removed = await problems.remove(device, id);
	expect(await problems.list(device)).toEqual([]);
	expect(await records.list(device, { kind: 'done' })).toEqual([]);

	const back = await problems.restore(device, removed!);
	expect(back.id).not.toBe(id);
	expect((await problems.get(device, back.id))?.body).toEqual(removed!.body);
	expect(await records.get(device, doneIdOf(back.id))).toBeDefined();
});

test('an entry of another kind is not a sheet', async () => {
	const device = await aDevice();
	const id = newId();
	await records.save(device, { id, kind: 'mood', day: '2030-03-01', visibility: 'me', body: { score: 5 } });
	expect(await problems.get(device, id)).toBeUndefined();
});
