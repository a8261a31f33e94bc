import * as joining from '$lib/features/joining/joining.device.ts';
import type { Entered as You } from '$lib/features/joining/joining.ts';
import type { DemoKey } from './demo.ts';

type Entered = You & { isParticipant: boolean };
export type Entry = { state: 'in'; isParticipant: boolean } | { state: 'none' | 'taken' | 'problem' };

/** Becomes the person a demo link names. A real woman's phone stays hers. */
export async function enter(link: { key: DemoKey; secret: string }): Promise<Entry> {
	if ((await joining.owner()) !== undefined) return { state: 'taken' };
	const answer = await ask(link);
	if (answer.state !== 'in') return answer;

	const { isParticipant, ...you } = answer.entered;
	if (isParticipant) await joining.settle(you);
	return { state: 'in', isParticipant };
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
