import { expect, test } from 'vitest';
import { problems } from '$lib/features/problem-solving/problem-solving.device.ts';
import { blank } from '$lib/features/problem-solving/problem-solving.ts';
import { StorageProblem } from '$lib/platform/device/storage-problem.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import type { Sheets } from './worksheets.device.ts';
import { openSheet, undoable } from './worksheets.svelte.ts';

async function aNewSheet(device: Awaited<ReturnType<typeof aDevice>>) {
	return (await openSheet(device, problems, 'new', blank))!;
}

test('opening a new sheet stores nothing; its first words do', async () => {
	const device = await aDevice();
	const sheet = await aNewSheet(device);
	await sheet.flush();
	expect(await problems.list(device)).toEqual([]);

	sheet.body.what = 'No ride';
	sheet.changed();
	expect(sheet.isSaved).toBe(false);
	await sheet.flush();

	expect(sheet).toMatchObject({ isSaved: true, isNew: false });
	expect((await problems.get(device, sheet.id))?.body.what).toBe('No ride');
});

test('words typed while others are being written down are written too', async () => {
	const device = await aDevice();
	const sheet = await aNewSheet(device);
	sheet.body.what = 'No';
	sheet.changed();
	const first = sheet.flush();
	sheet.body.what = 'No ride';
	sheet.changed();
	await first;

	expect((await problems.get(device, sheet.id))?.body.what).toBe('No ride');
	expect(await problems.list(device)).toHaveLength(1);
});

test('coming back before the words were written finds them all the same', async () => {
	const device = await aDevice();
	const left = await aNewSheet(device);
	left.body.what = 'No ride';
	left.changed();
	await left.flush();
	left.body.who = 'Ana';
	left.changed();

	expect((await openSheet(device, problems, left.id, blank))?.body).toMatchObject({ what: 'No ride', who: 'Ana' });
	await left.flush();
	const again = await openSheet(device, problems, left.id, blank);
	expect(again).not.toBe(left);
	expect(again?.body.who).toBe('Ana');
});

test('who reads it is what she picked last, also while her first words are being written down', async () => {
	const device = await aDevice();
	const sheet = await aNewSheet(device);
	sheet.body.what = 'No';
	sheet.changed();
	const first = sheet.flush();
	await Promise.all([sheet.pick('clinician'), sheet.pick('team'), first]);
	expect((await problems.get(device, sheet.id))?.visibility).toBe('team');

	sheet.body.what = 'No ride';
	sheet.changed();
	await Promise.all([sheet.flush(), sheet.pick('me')]);
	expect(await problems.get(device, sheet.id)).toMatchObject({ visibility: 'me', body: { what: 'No ride' } });
});

test('a full phone is said, and the words wait on the screen until there is room', async () => {
	const device = await aDevice();
	let isFull = true;
	const sheets: Sheets<ReturnType<typeof blank>> = {
		...problems,
		save: async (...written) => {
			if (isFull) throw new StorageProblem('storageFull');
			return problems.save(...written);
		}
	};
	const sheet = (await openSheet(device, sheets, 'new', blank))!;
	sheet.body.what = 'No ride';
	sheet.changed();
	await sheet.flush();
	expect(sheet).toMatchObject({ trouble: 'storageFull', isSaved: false });
	expect(await openSheet(device, sheets, 'new', blank)).toBe(sheet);

	isFull = false;
	await sheet.flush();
	expect(sheet).toMatchObject({ trouble: undefined, isSaved: true });
	expect((await problems.get(device, sheet.id))?.body.what).toBe('No ride');
});

test('a sheet that was just deleted can come back, until something else was done', async () => {
	const device = await aDevice();
	const sheet = await aNewSheet(device);
	sheet.body.what = 'No ride';
	sheet.changed();
	await sheet.remove();
	expect(await problems.list(device)).toEqual([]);

	expect(undoable.of(problems)?.body.what).toBe('No ride');
	await undoable.undo(device, problems);
	expect((await problems.list(device)).map(({ body }) => body.what)).toEqual(['No ride']);
	expect(undoable.of(problems)).toBeUndefined();
});

test('there is no sheet under an id that this phone does not know', async () => {
	expect(await openSheet(await aDevice(), problems, '3f0f0b5e-0000-4000-8000-000000000000', blank)).toBeUndefined();
});
