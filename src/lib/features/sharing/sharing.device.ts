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

/** How many of her own entries the server holds, or is about to. */
export const countShared = async (device: Device): Promise<number> => (await records.shared(device)).length;

export type Shared = readonly { id: string; visibility: Visibility }[];

/** Takes back all she has shared; her own copies stay. Returns what was shared with whom, for `shareAgain`. */
export async function stopAll(device: Device): Promise<Shared> {
	const shared = await records.shared(device);
	for (const { id } of shared) await records.setVisibility(device, id, 'me');
	return shared;
}

/** Undoes `stopAll`. */
export async function shareAgain(device: Device, shared: Shared): Promise<void> {
	for (const { id, visibility } of shared) await records.setVisibility(device, id, visibility);
}
