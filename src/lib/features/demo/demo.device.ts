import { openDevice } from '$lib/platform/device/device.device.ts';
import * as person from '$lib/platform/device/person.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import type { You } from '$lib/platform/device/phone.svelte.ts';
import type { DemoKey } from './demo.ts';

type Entered = You & { isParticipant: boolean };
export type Entry = { state: 'in'; isParticipant: boolean } | { state: 'none' | 'taken' | 'problem' };

/** Becomes the person a demo link names. A real woman's phone stays hers. */
export async function enter(link: { key: DemoKey; secret: string }): Promise<Entry> {
	if (await belongsToSomeoneReal()) return { state: 'taken' };
	const answer = await ask(link);
	if (answer.state !== 'in') return answer;

	const { isParticipant, ...you } = answer.entered;
	if (isParticipant) {
		const device = await openDevice(you.personId);
		await settings.set(device, 'you', you);
		device.db.close();
		person.enter(you.personId);
	}
	return { state: 'in', isParticipant };
}

async function belongsToSomeoneReal(): Promise<boolean> {
	const current = person.current();
	if (current === undefined) return false;
	const device = await openDevice(current);
	const you = await settings.get<You | undefined>(device, 'you', undefined);
	device.db.close();
	return you?.isDemo !== true;
}

async function ask(link: object): Promise<{ state: 'in'; entered: Entered } | { state: 'none' | 'problem' }> {
	try {
		const response = await fetch('/api/demo', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(link)
		});
		return response.ok ? await response.json() : { state: 'problem' };
	} catch {
		return { state: 'problem' };
	}
}
