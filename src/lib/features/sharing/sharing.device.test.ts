import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import * as sharing from './sharing.device.ts';

test('what her team can read is counted, whatever her switches say', async () => {
	const device = await aDevice();
	const share = (kind: string) =>
		records.save(device, { id: newId(), kind, day: '2030-03-01', visibility: 'clinician', body: {} });
	for (const kind of ['mood', 'breathing', 'note', 'communication', 'done']) await share(kind);
	await sharing.setReadersOnceDone(device, newId(), 'team');
	expect(await sharing.countReadable(device)).toBe(4);

	await sharing.setSwitch(device, 'moods', true);
	await sharing.setSwitch(device, 'worksheets', true);
	expect(await sharing.countReadable(device)).toBe(4);
});

test('when she stops sharing all of it, what she makes next stays with her too, until she undoes it', async () => {
	const device = await aDevice();
	const id = newId();
	await sharing.setSwitch(device, 'moods', true);
	await sharing.setSwitch(device, 'whatIDid', true);
	await records.save(device, { id, kind: 'mood', day: '2030-03-01', visibility: 'clinician', body: {} });

	const taken = await sharing.stopAll(device);
	expect(await sharing.switches(device)).toEqual({ moods: false, worksheets: false, whatIDid: false });
	expect(await sharing.defaultVisibility(device, 'moods')).toBe('me');
	expect(await sharing.countShared(device)).toBe(0);

	await sharing.shareAgain(device, taken);
	expect(await sharing.switches(device)).toEqual({ moods: true, worksheets: false, whatIDid: true });
	expect((await records.get(device, id))?.visibility).toBe('clinician');
});
