import type { Exchanged } from './exchange.device.ts';

/**
 * When a phone talks with the server. It knows nothing of what is said.
 *
 *   resting ──wake, or REST passed while she looks──▶ talking ──done──▶ resting
 *                                                     │  ▲  │
 *                                        unreachable  │  │  └─again, or woken meanwhile──▶ talking
 *                                                     ▼  │
 *                                                  waiting (longer each time, up to LONGEST_WAIT)
 *
 *   signedOut and updateNeeded rest as well: a wake tries again, since she may have signed in or taken the new app.
 */
export interface LoopParts {
	exchange: () => Promise<Exchanged | 'elsewhere'>;
	ontalked: (outcome: Exchanged | 'elsewhere') => void;
	onproblem: (problem: unknown) => void;
	/** Whether somebody is looking at the screen. */
	isWatched: () => boolean;
	setTimer: (work: () => void, ms: number) => unknown;
	clearTimer: (timer: unknown) => void;
	random: () => number;
}

export interface Loop {
	wake(): void;
	stop(): void;
}

export const FIRST_WAIT_MS = 2_000;
export const LONGEST_WAIT_MS = 5 * 60_000;
/** News from staff arrives at the latest after this, while the app is open; an exchange without news is under 1 KB. */
export const REST_MS = 5 * 60_000;

export function startLoop(parts: LoopParts): Loop {
	let isTalking = false;
	let isWoken = false;
	let isStopped = false;
	let failures = 0;
	let timer: unknown;

	const wake = () => {
		isWoken = true;
		if (!isTalking) void talk();
	};
	const stop = () => {
		isStopped = true;
		parts.clearTimer(timer);
	};

	wake();
	return { wake, stop };

	async function talk() {
		parts.clearTimer(timer);
		isTalking = true;
		while (isWoken && !isStopped) {
			isWoken = false;
			const outcome = await exchangeSafely();
			if (isStopped) break;
			parts.ontalked(outcome);
			if (outcome === 'again') isWoken = true;
			const hasFailed = outcome === 'unreachable' || outcome === 'elsewhere';
			failures = hasFailed ? failures + 1 : 0;
			// A wake while we failed is answered by the timer: it would fail again at once.
			if (hasFailed) isWoken = false;
		}
		isTalking = false;
		if (!isStopped) rest();
	}

	function rest() {
		if (failures > 0) timer = parts.setTimer(wake, backOff(failures, parts.random()));
		else timer = parts.setTimer(() => (parts.isWatched() ? wake() : rest()), REST_MS);
	}

	async function exchangeSafely() {
		try {
			return await parts.exchange();
		} catch (problem) {
			parts.onproblem(problem);
			return 'unreachable';
		}
	}
}

/** Doubles with each failure; half of it is chance, so that phones do not all come back in the same second. */
function backOff(failures: number, random: number): number {
	const longest = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
	return longest / 2 + (longest / 2) * random;
}
