import type { Family } from '$lib/domain/practice.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import type { Switches } from './sharing.ts';

// The invite sets these before the first entry; they stay on this phone.
const keys = { moods: 'share.moods', worksheets: 'share.worksheets', whatIDid: 'share.whatIDid' } as const;

export async function switches(device: Device): Promise<Switches> {
	const [moods, worksheets, whatIDid] = await Promise.all([
		settings.get(device, keys.moods, false),
		settings.get(device, keys.worksheets, false),
		settings.get(device, keys.whatIDid, false)
	]);
	return { moods, worksheets, whatIDid };
}

/** Turning one on or off is about what she makes from now on; what was shared before stays as it is until she changes it. */
export const setSwitch = (device: Device, name: keyof Switches, isOn: boolean): Promise<void> =>
	settings.set(device, keys[name], isOn);

/** Who may read a new entry of this family, unless she says otherwise on the entry. */
export async function defaultVisibility(device: Device, family: Family): Promise<Visibility> {
	return (await settings.get(device, keys[family], false)) ? 'clinician' : 'me';
}

type Readers = Readonly<Record<string, Visibility>>;

/** Who is to read an entry once it is finished; until then it is private like any other and stays on this phone. */
export const readersOnceDone = async (device: Device, id: string): Promise<Visibility | undefined> =>
	(await allOnceDone(device))[id];

/** Keeps who is to read an entry once it is finished, or forgets it. */
export async function setReadersOnceDone(device: Device, id: string, readers: Visibility | undefined): Promise<void> {
	const { [id]: before, ...others } = await allOnceDone(device);
	if (before !== readers) await settings.set(device, ONCE_DONE, { ...others, ...(readers && { [id]: readers }) });
}

const ONCE_DONE = 'share.onceDone';
const allOnceDone = (device: Device) => settings.get<Readers>(device, ONCE_DONE, {});

/** How many of her own entries the server holds, or is about to, now or once they are finished. */
export async function countShared(device: Device): Promise<number> {
	const [shared, onceDone] = await Promise.all([records.shared(device), allOnceDone(device)]);
	return shared.length + Object.keys(onceDone).length;
}

/** How many of these somebody can read now: not that something was done, nor a sheet that is not finished. */
export const countReadable = async (device: Device): Promise<number> =>
	(await records.shared(device)).filter(({ kind }) => kind !== 'done').length;

export interface Shared {
	now: readonly { id: string; visibility: Visibility }[];
	onceDone: Readers;
	switches: Switches;
}

/**
 * Takes back all she has shared and turns the switches off, so that nothing new goes out; her own copies stay. Returns
 * what was shared with whom, for `shareAgain`.
 */
export async function stopAll(device: Device): Promise<Shared> {
	const [onceDone, on] = await Promise.all([allOnceDone(device), switches(device)]);
	await turnAll(device, { moods: false, worksheets: false, whatIDid: false });
	await settings.set(device, ONCE_DONE, {});
	const now = await records.shared(device);
	for (const { id } of now) await records.setVisibility(device, id, 'me');
	return { now, onceDone, switches: on };
}

/** Undoes `stopAll`. */
export async function shareAgain(device: Device, { now, onceDone, switches: on }: Shared): Promise<void> {
	await turnAll(device, on);
	await settings.set(device, ONCE_DONE, onceDone);
	for (const { id, visibility } of now) await records.setVisibility(device, id, visibility);
}

async function turnAll(device: Device, { moods, worksheets, whatIDid }: Switches): Promise<void> {
	await setSwitch(device, 'moods', moods);
	await setSwitch(device, 'worksheets', worksheets);
	await setSwitch(device, 'whatIDid', whatIDid);
}
