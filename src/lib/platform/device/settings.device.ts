import type { Device } from './device.device.ts';
import { storageProblem } from './storage-problem.ts';

/** Small choices that stay on this phone. */
export async function get<Value>({ db }: Device, key: string, fallback: Value): Promise<Value> {
	const row = await db.settings.get(key);
	return row ? (row.value as Value) : fallback;
}

/** Throws `StorageProblem`. */
export async function set({ db }: Device, key: string, value: unknown): Promise<void> {
	try {
		await db.settings.put({ key, value });
	} catch (error) {
		throw storageProblem(error) ?? error;
	}
}
