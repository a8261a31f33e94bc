import { breathMs, type Breathing, type Pace } from './breathing.ts';

/**
 * One time of breathing, from the first breath until she stops.
 *
 *   running ──pause──▶ paused ──resume──▶ running          a call, the screen locked, another app, a wish
 *      └───────────────── over (planned time done, or she stops)
 *
 * Only time in which something guided her counts: the screen while it shows, or the tone while it sounds. Therefore the
 * instants here come from the clock of that guide (`run.svelte.ts`), which may start anywhere and stands still when the
 * guide does. With the screen hidden and no tone the session is paused: a call costs her nothing and adds nothing.
 */
export interface Session {
	id: string;
	/** Epoch milliseconds by the phone's clock; the rest is measured without it. */
	startedAt: number;
	pace: Pace;
	plannedSeconds: number;
	rescue: boolean;
	moodBefore?: number;
	/** Done before the last resume. */
	countedMs: number;
	/** By the guide's clock; absent while paused. */
	runningSinceMs?: number;
}

export function elapsedMs({ plannedSeconds, countedMs, runningSinceMs }: Session, guideMs: number): number {
	const running = runningSinceMs === undefined ? 0 : Math.max(0, guideMs - runningSinceMs);
	return Math.min(plannedSeconds * 1000, countedMs + running);
}

export const isOver = (session: Session, guideMs: number): boolean =>
	elapsedMs(session, guideMs) >= session.plannedSeconds * 1000;

export function pause(session: Session, guideMs: number): Session {
	const { runningSinceMs, ...paused } = session;
	return runningSinceMs === undefined ? session : { ...paused, countedMs: elapsedMs(session, guideMs) };
}

/** Goes on where she was, in the middle of a breath if it was there. */
export const resume = (session: Session, guideMs: number): Session => ({ ...session, runningSinceMs: guideMs });

/** What is kept of it; nothing when she stopped within the first breath. */
export function entryOf(session: Session): Breathing | undefined {
	if (session.countedMs < breathMs(session.pace)) return undefined;
	const { startedAt, pace, plannedSeconds, rescue, moodBefore, countedMs } = session;
	return {
		at: startedAt,
		pace: { ...pace },
		plannedSeconds,
		doneSeconds: Math.floor(countedMs / 1000),
		rescue,
		...(moodBefore !== undefined && { moodBefore })
	};
}
