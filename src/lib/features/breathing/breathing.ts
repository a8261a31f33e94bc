import type * as z from 'zod/mini';
import type { breathingSchema } from './breathing.kind.ts';

export type Breathing = z.infer<typeof breathingSchema>;
export type Pace = Breathing['pace'];

export const PRACTICE_SECONDS = 300;
/** For a hard moment. It helps now, and is not counted as practice: shorter than five minutes taught nothing in trials. */
export const RESCUE_SECONDS = 60;

/** Six breaths a minute. */
export const usualPace: Pace = { inSeconds: 4, outSeconds: 6 };
export const starterPace: Pace = { inSeconds: 3, outSeconds: 4 };
/** Between in and out nothing is ever held. */
export const paceLimits = { inSeconds: [3, 6], outSeconds: [4, 8] } as const;

export type Side = 'in' | 'out';

/** Where in a breath she is: count 1 is the first second of this side. */
export interface Moment {
	side: Side;
	count: number;
}

export const breathMs = ({ inSeconds, outSeconds }: Pace): number => (inSeconds + outSeconds) * 1000;

export function momentAt(pace: Pace, elapsedMs: number): Moment {
	const second = Math.floor((elapsedMs % breathMs(pace)) / 1000);
	return second < pace.inSeconds
		? { side: 'in', count: second + 1 }
		: { side: 'out', count: second - pace.inSeconds + 1 };
}

/** The sides of the breaths from one instant to another, the first perhaps begun: what a tone has to follow. */
export function sidesBetween(
	pace: Pace,
	fromMs: number,
	toMs: number
): { side: Side; startMs: number; endMs: number }[] {
	const sides = [];
	for (let startMs = Math.floor(fromMs / breathMs(pace)) * breathMs(pace); startMs < toMs; startMs += breathMs(pace)) {
		const turnMs = startMs + pace.inSeconds * 1000;
		sides.push({ side: 'in' as const, startMs, endMs: turnMs });
		sides.push({ side: 'out' as const, startMs: turnMs, endMs: startMs + breathMs(pace) });
	}
	return sides
		.filter(({ startMs, endMs }) => endMs > fromMs && startMs < toMs)
		.map((part) => ({ ...part, endMs: Math.min(part.endMs, toMs) }));
}

export const isSamePace = (a: Pace, b: Pace): boolean => a.inSeconds === b.inSeconds && a.outSeconds === b.outSeconds;

/** 83 seconds as `1:23`, the same in both languages. */
export const clockTime = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Whether it is homework. What she stopped early is: it counts as it is. */
export const isPractice = ({ rescue }: Pick<Breathing, 'rescue'>): boolean => !rescue;
