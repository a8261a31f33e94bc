import type { Workbox } from 'workbox-window';

const HOUR_MS = 3_600_000;

/**
 *   current ──a new version has arrived──▶ waiting ──accept──▶ taking over ──▶ the page loads anew
 *
 * Without `accept` the page stays as it is for as long as it is open. The worker takes the new version at the next start
 * by itself (see service-worker/screens.ts).
 */
export class AppWorker {
	state = $state<'current' | 'waiting' | 'takingOver'>('current');
	#workbox: Workbox | undefined;

	/** Registers the worker: it fetches the whole app in the background, so call it once the screen is quiet. */
	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox('/service-worker.js');
		workbox.addEventListener('waiting', () => (this.state = 'waiting'));
		workbox.addEventListener('controlling', ({ isUpdate }) => {
			if (this.state === 'takingOver') location.reload();
			else if (isUpdate) this.state = 'current';
		});
		try {
			await workbox.register();
		} catch {
			// The signal went before the worker came. The next start tries again.
			return;
		}
		this.#workbox = workbox;
		this.#lookAgain();
	}

	accept(): void {
		this.state = 'takingOver';
		this.#workbox?.messageSkipWaiting();
	}

	/** An installed app may stay open for weeks: it looks for a new version when she comes back to it. */
	#lookAgain(): void {
		let lookedAt = performance.now();
		document.addEventListener('visibilitychange', () => {
			if (document.hidden || performance.now() - lookedAt < HOUR_MS) return;
			lookedAt = performance.now();
			// Without signal there is nothing new; the next look finds it.
			this.#workbox?.update().catch(() => {});
		});
	}
}
