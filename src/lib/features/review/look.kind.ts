import * as z from 'zod/mini';
import { fromSchema } from './answer.kind.ts';
import { lookedAt } from './review.ts';

/** That somebody looked: one a staff member and day, so that she can read who and when. */
export const lookSchema = z.strictObject({
	by: fromSchema,
	/** In the cohort's zone. */
	day: z.iso.date(),
	what: z.array(z.enum(lookedAt)),
	/** In how many sittings on that day. */
	count: z.int().check(z.minimum(1))
});

export type Look = z.infer<typeof lookSchema>;

export const lookKind = { name: 'look', schema: lookSchema, writtenBy: 'staff' } as const;
