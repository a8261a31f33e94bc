import type { Device } from '../device/device.device.ts';
import { exchange, type Exchanged } from './exchange.device.ts';
import { startLoop, type Loop } from './loop.ts';
import { sendTo } from './send.device.ts';

/** Keeps this phone and the server in step while the page lives: at start, on signal, on return to the app, and after every change. */
export function startSync(
	device: Device,
	{ ontalked, onproblem }: { ontalked: (outcome: Exchanged) => void; onproblem: (problem: unknown) => void }
): Loop {
	const send = sendTo(fetch);
	const loop = startLoop({
		// A phone that knows it has no signal does not try: what was never tried can still be taken back unseen.
		exchange: async () =>
			navigator.onLine ? alone(device.personId, () => exchange(device, send)) : ('unreachable' as const),
		ontalked: (outcome) => outcome !== 'elsewhere' && ontalked(outcome),
		onproblem,
		isWatched: () => document.visibilityState === 'visible',
		setTimer: (work, ms) => setTimeout(work, ms),
		clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
		random: Math.random
	});

	const returned = () => document.visibilityState === 'visible' && loop.wake();
	window.addEventListener('online', loop.wake);
	document.addEventListener('visibilitychange', returned);
	let waiting = 0;
	const unwatch = device.watch(
		() => device.db.outbox.count(),
		(now) => {
			if (now > waiting) loop.wake();
			waiting = now;
		},
		onproblem
	);

	return {
		wake: loop.wake,
		stop() {
			window.removeEventListener('online', loop.wake);
			document.removeEventListener('visibilitychange', returned);
			unwatch();
			loop.stop();
		}
	};
}

/** One tab talks at a time; the others see its news through the store. Old browsers without locks talk side by side, which is only wasteful. */
async function alone<Result>(personId: string, work: () => Promise<Result>): Promise<Result | 'elsewhere'> {
	if (!navigator.locks) return work();
	return navigator.locks.request(`comadre-sync-${personId}`, { ifAvailable: true }, (lock) =>
		lock ? work() : ('elsewhere' as const)
	);
}
