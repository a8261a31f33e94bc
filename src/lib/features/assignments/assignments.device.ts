import type { Day } from '$lib/domain/day.ts';
import type { Practice } from '$lib/domain/practice.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import { active as activeOn, doneIdOf, homeworkWeek, progress, type Assigned, type Progress } from './assignments.ts';
import type { Assignment } from './assignment.kind.ts';
import type { Done } from './done.kind.ts';

export interface Task extends Assigned {
	progress: Progress;
}

/** What is asked of her on a day. */
export async function active(device: Device, day: Day): Promise<Assigned[]> {
	const entries = await records.list<Assignment>(device, { kind: 'assignment' });
	return activeOn(
		entries.map(({ id, body }) => ({ ...body, id })),
		day
	);
}

/** The same with how far she is: "3 of 5 this week". Her own count, from this phone, whatever she shares. */
export async function tasks(device: Device, day: Day): Promise<Task[]> {
	const [asked, classes] = await Promise.all([active(device, day), records.list(device, { kind: 'class' })]);
	if (asked.length === 0) return [];

	const week = homeworkWeek(
		day,
		classes.map((one) => one.day)
	);
	const from = asked.reduce((first, { fromDay }) => (fromDay < first ? fromDay : first), week.from);
	const marks = await records.list<Done>(device, { kind: 'done', from, to: week.to });
	const deeds = marks.map((mark) => ({ id: mark.id, day: mark.day, practice: mark.body.practice }));
	return asked.map((assigned) => ({ ...assigned, progress: progress(assigned, deeds, week) }));
}

/**
 * The mark that an entry was done, to be saved with it whenever an entry that counts is saved, also when it is saved again;
 * none if it has that mark. It leaves the phone only when she lets her team see what she did and this was asked for; else it
 * is hers alone.
 */
export async function doneMarks(
	device: Device,
	{ entryId, practice, day }: { entryId: string; practice: Practice; day: Day }
): Promise<records.Draft<Done>[]> {
	const id = doneIdOf(entryId);
	const [asked, letsTeamSee, before] = await Promise.all([
		active(device, day),
		settings.get(device, 'share.whatIDid', false),
		records.get<Done>(device, id)
	]);
	// What she has taken back stays back, and what she had not shared is not shared by touching it again.
	if (before?.day === day) return [];

	const assignment = asked.find((assigned) => assigned.practice === practice);
	const visibility = before?.visibility ?? (letsTeamSee && assignment ? 'team' : 'me');
	return [
		{ id, kind: 'done', day, visibility, body: { practice, ...(assignment && { assignmentId: assignment.id }) } }
	];
}

/** The entry is gone, and its mark with it. */
export const forgetDone = (device: Device, entryId: string): Promise<void> => records.remove(device, doneIdOf(entryId));
