import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import type { Answer } from './answer.kind.ts';
import type { Look } from './look.kind.ts';

export interface AnswerToHer extends Answer {
	id: string;
	isNew: boolean;
}

const SEEN = 'answers.seen';

/** Who looked at what she shares, and when: the latest day first. */
export async function looks(device: Device): Promise<(Look & { id: string })[]> {
	const entries = await records.list<Look>(device, { kind: 'look' });
	return entries.map(({ id, body }) => ({ ...body, id })).toSorted((a, b) => b.day.localeCompare(a.day));
}

/** What her team answered, the latest first: all of it, or to one entry. */
export async function answers(device: Device, entryId?: string): Promise<AnswerToHer[]> {
	const [entries, seen] = await Promise.all([
		records.list<Answer>(device, { kind: 'answer' }),
		settings.get<string[]>(device, SEEN, [])
	]);
	return entries
		.map(({ id, body }) => ({ ...body, id, isNew: !seen.includes(id) }))
		.filter((answer) => entryId === undefined || answer.entryId === entryId)
		.toSorted((a, b) => b.at - a.at);
}

/** What her team answered and she has not read yet. */
export const newAnswers = async (device: Device): Promise<AnswerToHer[]> =>
	(await answers(device)).filter((answer) => answer.isNew);

/** She has read these. Answers that were withdrawn are forgotten. */
export async function markSeen(device: Device, ids: readonly string[]): Promise<void> {
	const known = await answers(device);
	const seen = known.filter((answer) => !answer.isNew || ids.includes(answer.id)).map((answer) => answer.id);
	await settings.set(device, SEEN, seen);
}
