import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import * as assignments from '$lib/features/assignments/assignments.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import { today } from './today.device.ts';

const day = '2030-03-01';

test('a worksheet that became complete today is among what she did, and one she only began is not', async () => {
	const device = await aDevice();
	const sheet = async (isComplete: boolean) => {
		const id = newId();
		await records.save(device, { id, kind: 'communication', day: '2030-02-27', visibility: 'me', body: {} });
		if (isComplete)
			await records.save(
				device,
				...(await assignments.doneMarks(device, { entryId: id, practice: 'communication', day }))
			);
		return id;
	};
	await sheet(false);
	const complete = await sheet(true);

	expect((await today(device, day)).sheets).toMatchObject([{ id: complete, kind: 'communication', place: 'phone' }]);
	expect((await today(device, '2030-03-02')).sheets).toEqual([]);
});
