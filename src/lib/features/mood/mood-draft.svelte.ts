import { untrack } from 'svelte';
import { dayOnPhone, type Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import { defaultVisibility } from '$lib/features/sharing/sharing.device.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import type { Phone } from '$lib/platform/device/phone.svelte.ts';
import * as moods from './mood.device.ts';
import { countsOf, moodOf, type Counts } from './mood.ts';

/**
 * A mood as a screen holds it while she marks or changes it. Whatever is asked of the phone happens one after another,
 * so that two quick presses leave the second one's number, and nothing comes back after it was deleted.
 */
export class MoodDraft {
	readonly id: string;
	score = $state<number>();
	counts = $state.raw<Counts>({});
	/** Undefined is today, whichever day that is when she saves. */
	day = $state<Day>();
	/** The phone would not take it: it is on the screen, and only there. */
	isFull = $state(false);

	readonly #phone: Phone;
	readonly #found: moods.MoodEntry | undefined;
	#before: Promise<unknown> = Promise.resolve();

	constructor(phone: Phone, found?: moods.MoodEntry) {
		this.#phone = phone;
		this.#found = untrack(() => found);
		this.id = found?.id ?? newId();
		if (found) this.reset();
	}

	/** Back to how it was found. Not saved by that alone. */
	reset(): void {
		this.score = this.#found?.body.score;
		this.counts = this.#found ? countsOf(this.#found.body) : {};
		this.day = this.#found?.day;
	}

	/** Whether it is now durable on the phone. */
	save(): Promise<boolean> {
		const { id, score, counts, day: chosen } = this;
		if (score === undefined) return Promise.resolve(false);

		return this.#inTurn(async (device) => {
			const [before, readBy] = await Promise.all([moods.get(device, id), defaultVisibility(device, 'moods')]);
			const now = device.now();
			const day = chosen ?? before?.day ?? dayOnPhone(now);
			const at = before?.day === day ? before.body.at : now;
			const visibility = before?.visibility ?? readBy;
			await moods.save(device, { id, day, visibility, body: moodOf(score, at, counts) });
		});
	}

	share(visibility: Visibility): Promise<boolean> {
		return this.#inTurn((device) => moods.setVisibility(device, this.id, visibility));
	}

	/** Deletes it, and answers with the way back. */
	async remove(): Promise<moods.WayBack | undefined> {
		let wayBack: moods.WayBack | undefined;
		await this.#inTurn(async (device) => {
			wayBack = await moods.remove(device, this.id);
		});
		return wayBack;
	}

	#inTurn(work: (device: Device) => Promise<void>): Promise<boolean> {
		const turn = this.#before.then(async () => {
			try {
				const device = await opened(this.#phone);
				if (device) await work(device);
				this.isFull = !device;
			} catch (problem) {
				this.#phone.report(problem);
				this.isFull = true;
			}
			return !this.isFull;
		});
		this.#before = turn.catch(() => undefined);
		return turn;
	}
}

/** The store opens in a moment, or never: then she must hear of it rather than wait at a button that does nothing. */
const opened = (phone: Phone): Promise<Device | undefined> =>
	Promise.race([phone.device, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))]);

const PATIENCE_MS = 5_000;
