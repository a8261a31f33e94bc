import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import type { Class, Cohort } from './classes.kind.ts';

/** All classes of her course, in order. */
export async function classes(device: Device): Promise<Class[]> {
	const entries = await records.list<Class>(device, { kind: 'class' });
	return entries.map(({ body }) => body).toSorted((a, b) => a.number - b.number);
}

/** Her group; undefined until this phone has heard of it. */
export async function cohort(device: Device): Promise<Cohort | undefined> {
	const [entry] = await records.list<Cohort>(device, { kind: 'cohort', limit: 1 });
	return entry?.body;
}
