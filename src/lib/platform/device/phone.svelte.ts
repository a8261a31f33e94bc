import { createContext } from 'svelte';
import type { Language } from '$lib/domain/language.ts';
import type { Loop } from '../sync/loop.ts';
import { deleteDatabase } from './database.device.ts';
import { openDevice, type Device } from './device.device.ts';
import { firstPaint } from './first-paint.device.ts';
import * as person from './person.device.ts';
import * as records from './records.device.ts';
import * as settings from './settings.device.ts';
import { storageProblem, type ClosedTrouble } from './storage-problem.ts';

/**
 *   none ──enter──▶ opening ──▶ ready ◀──▶ signedOut      the server no longer knows this phone; everything stays on it
 *                      │          ├──────▶ updateNeeded   this app is too old for the server; likewise
 *                      └──────────┴──────▶ a ClosedTrouble
 */
export type PhoneState = 'none' | 'opening' | 'ready' | 'signedOut' | 'updateNeeded' | ClosedTrouble;

/** Who she is, as the server last said. */
export interface You {
	personId: string;
	name: string;
	language: Language;
	isDemo: boolean;
}

const [phone, setPhone] = createContext<Phone>();
export const getPhone = phone;

/** Called once, in the layout around all of a participant's screens. */
export function startPhone(): Phone {
	const phone = setPhone(new Phone());
	const personId = person.current();
	if (personId) void phone.enter(personId);
	return phone;
}

/** The phone as the screens see it: one person's store, and how it stands with the server. */
export class Phone {
	state = $state<PhoneState>('none');
	you = $state.raw<You>();
	/** Shared changes that the server has not confirmed. */
	waiting = $state(0);
	/** Private entries: nobody but this phone has them. */
	onlyHere = $state(0);
	lastSyncedAt = $state<number>();
	/** The last exchange with the server got no answer. */
	isUnreachable = $state(false);
	/** What she wrote last found no room. Until something does again, a screen must not call anything saved. */
	isFull = $state(false);
	/** The store, once it is open. */
	opened = $state.raw<Device>();
	/** Waits for the store; for good, when this phone knows nobody. */
	readonly device: Promise<Device>;

	#tellOpened!: (device: Device) => void;
	#stop: (() => void)[] = [];
	#loop: Loop | undefined;

	constructor() {
		this.device = new Promise((resolve) => (this.#tellOpened = resolve));
	}

	/** Opens this person's store, now and whenever the app starts again. */
	async enter(personId: string): Promise<void> {
		this.#close();
		this.state = 'opening';
		try {
			person.enter(personId);
			// Opening the store fetches Dexie.
			await firstPaint();
			const device = await openPatiently(personId);
			this.opened = device;
			this.state = 'ready';
			this.#follow(device);
			this.#tellOpened(device);
			await this.#startSync(device);
		} catch (error) {
			this.report(error);
		}
	}

	/** Asks for an exchange with the server soon. It happens by itself after every change; this is for "try again". */
	sync(): void {
		this.#loop?.wake();
	}

	/** Shows a problem with the storage where she can see it; anything else is a fault of ours and is thrown on. */
	report(error: unknown): void {
		const problem = storageProblem(error);
		if (!problem) throw error;
		if (problem.trouble === 'storageFull') this.isFull = true;
		else this.state = problem.trouble;
	}

	/** Removes this person from the phone: her store, what the worker kept, its subscription. Nothing can bring it back. */
	async forget(): Promise<void> {
		const personId = person.current();
		this.#close();
		this.state = 'none';
		if (personId) await deleteDatabase(personId);
		person.leave();
		await forgetWorker();
	}

	#follow(device: Device): void {
		const follow = <Answer>(query: () => Promise<Answer>, onanswer: (answer: Answer) => void) =>
			this.#stop.push(device.watch(query, onanswer, (problem) => this.report(problem)));

		follow(
			() => records.counts(device),
			({ waiting, onlyHere }) => {
				this.waiting = waiting;
				this.onlyHere = onlyHere;
				this.isFull = false;
			}
		);
		follow(
			() => settings.get<You | undefined>(device, 'you', undefined),
			(you) => (this.you = you)
		);
		follow(
			() => settings.get<number | undefined>(device, 'lastSyncedAt', undefined),
			(at) => (this.lastSyncedAt = at)
		);
		follow(() => device.db.records.limit(1).count(), askToKeep);
	}

	async #startSync(device: Device): Promise<void> {
		const { startSync } = await import('../sync/start.device.ts');
		if (this.opened !== device) return;
		this.#loop = startSync(device, {
			ontalked: (outcome) => {
				this.isUnreachable = outcome === 'unreachable';
				if (outcome === 'signedOut' || outcome === 'updateNeeded') this.state = outcome;
				else if (outcome !== 'unreachable') this.state = 'ready';
			},
			onproblem: (problem) => this.report(problem)
		});
		this.#stop.push(this.#loop.stop);
	}

	#close(): void {
		for (const stop of this.#stop.splice(0)) stop();
		this.#loop = undefined;
		this.opened?.db.close();
		this.opened = undefined;
		this.you = undefined;
		this.waiting = this.onlyHere = 0;
	}
}

const LONGEST_WAIT_MS = 30_000;

/** On a first visit the signal may drop before the store's own code has come: she waits for it, and loses nothing. */
async function openPatiently(personId: string): Promise<Device> {
	for (let waitMs = 1_000; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
		try {
			return await openDevice(personId);
		} catch (error) {
			if (!isMissingCode(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, waitMs));
		}
	}
}

/** "Failed to fetch dynamically imported module" and what the other browsers say for it. */
const isMissingCode = (error: unknown) => error instanceof TypeError && /module/i.test(error.message);

/** Browsers may clear a site's storage unless asked not to. They say yes more readily once there is something to keep. */
function askToKeep(entries: number): void {
	if (entries > 0) void navigator.storage?.persist?.();
}

async function forgetWorker(): Promise<void> {
	const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
	for (const worker of workers) {
		await (await worker.pushManager?.getSubscription())?.unsubscribe();
		await worker.unregister();
	}
	if ('caches' in globalThis) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}
