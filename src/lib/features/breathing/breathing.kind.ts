import * as z from 'zod/mini';
import { paceLimits, PRACTICE_SECONDS } from './breathing.ts';

const [shortestIn, longestIn] = paceLimits.inSeconds;
const [shortestOut, longestOut] = paceLimits.outSeconds;
const mood = z.int().check(z.minimum(1), z.maximum(9));

/** Stands apart from `breathing.ts` so that the screen does not load zod before she breathes. */
export const breathingSchema = z.strictObject({
	/** When she began, by her phone's clock. */
	at: z.int().check(z.minimum(0)),
	pace: z.strictObject({
		inSeconds: z.int().check(z.minimum(shortestIn), z.maximum(longestIn)),
		outSeconds: z.int().check(z.minimum(shortestOut), z.maximum(longestOut))
	}),
	plannedSeconds: z.int().check(z.minimum(1), z.maximum(PRACTICE_SECONDS)),
	/** Seconds in which something really guided her (see `session.ts`). */
	doneSeconds: z.int().check(z.minimum(1), z.maximum(PRACTICE_SECONDS)),
	rescue: z.boolean(),
	moodBefore: z.optional(mood),
	moodAfter: z.optional(mood)
});

export const breathingKind = { name: 'breathing', schema: breathingSchema, writtenBy: 'participant' } as const;
