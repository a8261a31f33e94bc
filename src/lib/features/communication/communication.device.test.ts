import { expect, test } from 'vitest';
import { doneIdOf } from '$lib/features/assignments/assignments.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import { talks } from './communication.device.ts';
import { blank, type Communication } from './communication.ts';

const whole: Communication = {
	...blank(),
	place: 'offer',
	who: 'Mami',
	happened: 'You gave the baby cake',
	feelings: ['worried'],
	wish: 'you to ask me first'
};

test('a plan counts as done when its message is read back, and not before', async () => {
	const device = await aDevice({ now: () => new Date('2030-03-01T12:00:00').getTime() });
	const sheet = await talks.save(device, await talks.begin(device, whole), undefined);
	expect(await records.list(device, { kind: 'done' })).toEqual([]);

	await talks.save(device, { ...sheet, body: { ...sheet.body, place: 'message' } }, sheet.body);

	expect((await talks.get(device, sheet.id))?.body.readBackOn).toBe('2030-03-01');
	expect(await records.list(device, { kind: 'done' })).toMatchObject([
		{ id: doneIdOf(sheet.id), day: '2030-03-01', body: { practice: 'communication' } }
	]);
});
