import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import * as assignments from './assignments.device.ts';
import { doneIdOf } from './assignments.ts';
import type { Assignment } from './assignment.kind.ts';

const today = '2026-11-10';
const aWeekOn = '2026-11-17';

const moods: Assignment = {
	practice: 'mood',
	why: { en: 'To see your week.', es: 'Para ver tu semana.' },
	times: 5,
	fromDay: '2026-11-05',
	untilClass: 2,
	untilDay: '2026-11-12',
	forOne: false
};

/** A phone to which the server has sent the classes of two weeks and what is asked between them. */
async function aPhone({ asked = [moods], letsTeamSee = false }: { asked?: Assignment[]; letsTeamSee?: boolean } = {}) {
	const device = await aDevice();
	for (const [i, day] of ['2026-11-05', '2026-11-12'].entries()) {
		await records.save(device, { id: newId(), kind: 'class', day, visibility: 'me', body: { number: i + 1 } });
	}
	for (const body of asked) {
		await records.save(device, { id: newId(), kind: 'assignment', day: body.fromDay, visibility: 'me', body });
	}
	await settings.set(device, 'share.whatIDid', letsTeamSee);
	return device;
}

/** What saving an entry that counts does besides. */
const noteDone = async (device: Device, deed: Parameters<typeof assignments.doneMarks>[1]) =>
	records.save(device, ...(await assignments.doneMarks(device, deed)));

const doneOf = async (device: Device) => (await assignments.tasks(device, today)).map((task) => task.progress.done);
const markOf = (device: Device, entryId: string) => records.get(device, doneIdOf(entryId));

test('she sees how far she is, though nobody else may', async () => {
	const device = await aPhone();
	for (const day of ['2026-11-06', '2026-11-09', today]) {
		await noteDone(device, { entryId: newId(), practice: 'mood', day });
	}

	const [task] = await assignments.tasks(device, today);
	expect(task).toMatchObject({ practice: 'mood', progress: { done: 3, target: 5 } });
	expect((await records.counts(device)).waiting).toBe(0);
});

test('an entry saved again counts once', async () => {
	const device = await aPhone();
	const entryId = newId();
	await noteDone(device, { entryId, practice: 'mood', day: today });
	await noteDone(device, { entryId, practice: 'mood', day: today });
	expect(await doneOf(device)).toEqual([1]);
});

test('an entry moved to another day takes its mark along', async () => {
	const device = await aPhone();
	const entryId = newId();
	await noteDone(device, { entryId, practice: 'mood', day: today });
	await noteDone(device, { entryId, practice: 'mood', day: '2026-11-04' });
	expect(await doneOf(device)).toEqual([0]);
});

test('a deleted entry no longer counts', async () => {
	const device = await aPhone();
	const entryId = newId();
	await noteDone(device, { entryId, practice: 'mood', day: today });
	await assignments.forgetDone(device, entryId);
	expect(await doneOf(device)).toEqual([0]);
});

test.each([
	['her switch is on and it was asked for', true, 'mood', today, 'team'],
	['her switch is off', false, 'mood', today, 'me'],
	['nobody asked for that practice', true, 'breathing', today, 'me'],
	['it is not asked for any more', true, 'mood', aWeekOn, 'me']
] as const)('when %s, the mark is for %5$s', async (_, letsTeamSee, practice, day, visibility) => {
	const device = await aPhone({ letsTeamSee });
	const entryId = newId();
	await noteDone(device, { entryId, practice, day });
	expect(await markOf(device, entryId)).toMatchObject({ visibility });
});

test('the mark says what was done and for what, and nothing of what she wrote', async () => {
	const device = await aPhone({ letsTeamSee: true });
	const entryId = newId();
	await noteDone(device, { entryId, practice: 'mood', day: today });

	const [asked] = await assignments.active(device, today);
	expect((await markOf(device, entryId))?.body).toEqual({ practice: 'mood', assignmentId: asked?.id });
});

test('turning the switch on shares nothing that was done before', async () => {
	const device = await aPhone();
	const entryId = newId();
	await noteDone(device, { entryId, practice: 'mood', day: today });
	await settings.set(device, 'share.whatIDid', true);
	await noteDone(device, { entryId, practice: 'mood', day: '2026-11-09' });
	expect(await markOf(device, entryId)).toMatchObject({ visibility: 'me', day: '2026-11-09' });
});

test('marks are not counted among her entries', async () => {
	const device = await aPhone({ asked: [], letsTeamSee: true });
	const before = await records.counts(device);
	await noteDone(device, { entryId: newId(), practice: 'mood', day: today });
	expect(await records.counts(device)).toEqual(before);
});
