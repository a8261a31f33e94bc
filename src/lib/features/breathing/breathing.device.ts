import type { Day } from '$lib/domain/day.ts';
import { dayOnPhone } from '$lib/domain/day.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import * as assignments from '$lib/features/assignments/assignments.device.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import { isPractice, usualPace, type Breathing, type Pace } from './breathing.ts';
import { breathingKind } from './breathing.kind.ts';
import type { Session } from './session.ts';

/** Keeps what was done, and marks the homework. A minute for a hard moment is kept too, and marks nothing. */
export async function save(device: Device, id: string, draft: Breathing, visibility: Visibility): Promise<void> {
	const body = breathingKind.schema.parse(draft);
	const day = dayOnPhone(body.at);
	const marks = isPractice(body)
		? await assignments.doneMarks(device, { entryId: id, practice: 'breathing', day })
		: [];
	await records.save(device, { id, kind: breathingKind.name, day, visibility, body }, ...marks);
}

export async function remove(device: Device, id: string): Promise<void> {
	await records.remove(device, id);
	await assignments.forgetDone(device, id);
}

/** How many times she practised since that day, hard moments left out. */
export async function countSince(device: Device, from: Day): Promise<number> {
	const entries = await records.list<Breathing>(device, { kind: breathingKind.name, from });
	return entries.filter(({ body }) => isPractice(body)).length;
}

/** How she likes it on this phone. */
export interface Ways {
	pace: Pace;
	sound: boolean;
	vibration: boolean;
	hasReadAdvice: boolean;
}

const WAYS = 'breathing';
const UNDERWAY = 'breathing.underway';

export const ways = (device: Device): Promise<Ways> =>
	settings.get<Ways>(device, WAYS, { pace: usualPace, sound: false, vibration: false, hasReadAdvice: false });

export const keepWays = (device: Device, chosen: Ways): Promise<void> => settings.set(device, WAYS, chosen);

/** A session that was interrupted so hard that the page went away. Sealed: it may hold how she felt. */
export async function underway(device: Device): Promise<Session | undefined> {
	const sealed = await settings.get<Awaited<ReturnType<Device['seal']>> | undefined>(device, UNDERWAY, undefined);
	return sealed && ((await device.open(sealed)) as Session);
}

export const keepUnderway = async (device: Device, session: Session): Promise<void> =>
	settings.set(device, UNDERWAY, await device.seal(session));

export const forgetUnderway = (device: Device): Promise<void> => settings.set(device, UNDERWAY, undefined);
