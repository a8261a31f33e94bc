import { practices } from '$lib/domain/practice.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';

const ANSWERED = 'installAnswered';

/** The offer comes once she has made an entry, so that she knows what it is for; and not again after she answered. */
export async function isOfferDue(device: Device): Promise<boolean> {
	if (await settings.get(device, ANSWERED, false)) return false;
	const entries = await Promise.all(practices.map((kind) => records.list(device, { kind, limit: 1 })));
	return entries.some((found) => found.length > 0);
}

export const noteAnswered = (device: Device): Promise<void> => settings.set(device, ANSWERED, true);
