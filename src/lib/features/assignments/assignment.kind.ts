import * as z from 'zod/mini';
import { practices } from '$lib/domain/practice.ts';
import { TIMES_MOST, WHY_LONGEST } from './assignments.ts';

const why = z.string().check(z.trim(), z.minLength(1), z.maxLength(WHY_LONGEST));

/** What staff ask for: which practice, why, how often a week, until which class. */
export const assignmentSchema = z
	.strictObject({
		practice: z.enum(practices),
		/** Read by her on Today, in her language. */
		why: z.strictObject({ en: why, es: why }),
		/** Times from one class to the next. */
		times: z.int().check(z.minimum(1), z.maximum(TIMES_MOST)),
		fromDay: z.iso.date(),
		/** The class that it leads up to; absent after the last one. */
		untilClass: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
		/** Its last day: the day of that class. */
		untilDay: z.iso.date(),
		/** Asked of her alone: it takes the place of what the cohort is asked for in the same practice. */
		forOne: z.boolean()
	})
	.check(z.refine((assignment) => assignment.fromDay <= assignment.untilDay));

export type Assignment = z.infer<typeof assignmentSchema>;

export const assignmentKind = { name: 'assignment', schema: assignmentSchema, writtenBy: 'staff' } as const;
