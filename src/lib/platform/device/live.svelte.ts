import type { Device } from './device.device.ts';
import { getPhone } from './phone.svelte.ts';

export interface Live<Answer> {
	/** Undefined until the store has answered for the first time. */
	readonly current: Answer | undefined;
}

/**
 * What the store says now, kept up to date while the component lives, whichever tab or exchange with the server changes
 * it. `given` is for what the screen itself may change, such as the month that is shown.
 *
 *     const moods = live((device) => records.list<Mood>(device, { kind: 'mood', limit: 7 }));
 */
export function live<Answer>(query: (device: Device) => Promise<Answer>): Live<Answer>;
export function live<Answer, Given>(
	query: (device: Device, given: Given) => Promise<Answer>,
	given: () => Given
): Live<Answer>;
export function live<Answer, Given>(
	query: (device: Device, given: Given) => Promise<Answer>,
	given?: () => Given
): Live<Answer> {
	const phone = getPhone();
	let current = $state.raw<Answer>();

	$effect(() => {
		const device = phone.opened;
		const now = given?.() as Given;
		if (!device) return;
		return device.watch(
			() => query(device, now),
			(answer) => (current = answer),
			(problem) => phone.report(problem)
		);
	});

	return {
		get current() {
			return current;
		}
	};
}
