import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import type { Answer } from './answer.kind.ts';
import type { Look } from './look.kind.ts';
import * as review from './review.device.ts';

const rosa = { name: 'Rosa', role: 'clinician' } as const;

const arrives = async (device: Device, kind: string, body: Answer | Look) => {
	const id = newId();
	await records.save(device, { id, kind, day: '2026-11-10', visibility: 'me', body });
	return id;
};
const answer = (change: Partial<Answer> = {}): Answer => ({
	entryId: newId(),
	entryKind: 'mood',
	text: 'Thank you for telling us.',
	from: rosa,
	at: 1,
	...change
});

test('an answer is new until she has read it, on this phone for good', async () => {
	const device = await aDevice();
	const first = await arrives(device, 'answer', answer({ at: 1 }));
	const second = await arrives(device, 'answer', answer({ at: 2 }));
	expect((await review.newAnswers(device)).map(({ id }) => id)).toEqual([second, first]);

	await review.markSeen(device, [first]);
	expect((await review.newAnswers(device)).map(({ id }) => id)).toEqual([second]);
	await review.markSeen(device, [second]);
	expect(await review.newAnswers(device)).toEqual([]);
	expect(await review.answers(device)).toHaveLength(2);
});

test('beside an entry stand the answers to it alone', async () => {
	const device = await aDevice();
	const entryId = newId();
	const hers = await arrives(device, 'answer', answer({ entryId }));
	await arrives(device, 'answer', answer());
	expect((await review.answers(device, entryId)).map(({ id }) => id)).toEqual([hers]);
});

test('who looked is told by the day, the latest first', async () => {
	const device = await aDevice();
	await arrives(device, 'look', { by: rosa, day: '2026-11-09', what: ['mood'], count: 2 });
	await arrives(device, 'look', { by: rosa, day: '2026-11-10', what: ['done'], count: 1 });
	expect((await review.looks(device)).map(({ day }) => day)).toEqual(['2026-11-10', '2026-11-09']);
});
