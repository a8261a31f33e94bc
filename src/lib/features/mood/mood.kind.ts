import * as z from 'zod/mini';
import { BEST, WORST } from './mood.ts';

const count = z.int().check(z.minimum(0), z.maximum(99));

/**
 * One mood check-in. Stands apart from `mood.ts` so that screens which only draw or compare moods do not load zod.
 * A count that is missing was not asked or not answered: it is never read as zero.
 */
export const moodSchema = z.strictObject({
	score: z.int().check(z.minimum(WORST), z.maximum(BEST)),
	/**
	 * When it was marked, by her phone's clock. Of a day that was filled in later it tells no hour: it falls on another day.
	 * Shown to people, never used as order between phones.
	 */
	at: z.int().check(z.minimum(0)),
	thoughts: z.optional(z.strictObject({ helpful: z.optional(count), unhelpful: z.optional(count) })),
	activities: z.optional(count),
	contacts: z.optional(z.strictObject({ good: z.optional(count), hard: z.optional(count) })),
	sleepHours: z.optional(z.number().check(z.minimum(0), z.maximum(24), z.multipleOf(0.5)))
});

export const moodKind = { name: 'mood', schema: moodSchema, writtenBy: 'participant' } as const;
