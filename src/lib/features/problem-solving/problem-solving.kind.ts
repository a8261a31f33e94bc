import * as z from 'zod/mini';
import {
	answersToTried,
	aspects,
	BEST_SATISFACTION,
	examples,
	LONGEST_TEXT,
	MOST_IDEAS,
	partsOfDay,
	questions,
	weights
} from './problem-solving.ts';

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const id = z.string().check(z.minLength(1), z.maxLength(40));
const weight = z.optional(z.enum(weights));

const idea = z.strictObject({
	id,
	text,
	/** For or against it by effort, by cost, by what it does to her and to others. */
	...(Object.fromEntries(aspects.map((aspect) => [aspect, weight])) as Record<(typeof aspects)[number], typeof weight>),
	note: z.optional(text)
});

/**
 * A problem-solving sheet, also half-written: empty text is a question she has not come to. Stands apart from
 * `problem-solving.ts` so that Today does not load zod.
 */
export const problemSolvingSchema = z.strictObject({
	/** Where she left. */
	place: z.strictObject({ question: z.enum(questions), idea: z.optional(id) }),
	/** The example that it started from. */
	example: z.optional(z.enum(examples)),
	what: text,
	who: text,
	when: text,
	where: text,
	goal: text,
	ideas: z.array(idea).check(z.maxLength(MOST_IDEAS)),
	chosen: z.optional(id),
	firstStep: text,
	day: z.optional(z.iso.date()),
	time: z.optional(z.union([z.enum(partsOfDay), z.iso.time({ precision: -1 })])),
	helper: text,
	obstacle: text,
	planB: text,
	/** The day on which the plan was first complete. */
	plannedOn: z.optional(z.iso.date()),
	/** Today brings the plan back from this day on. */
	askOn: z.optional(z.iso.date()),
	tried: z.optional(z.enum(answersToTried)),
	result: text,
	satisfaction: z.optional(z.int().check(z.minimum(0), z.maximum(BEST_SATISFACTION)))
});

export const problemSolvingKind = {
	name: 'problem-solving',
	schema: problemSolvingSchema,
	writtenBy: 'participant'
} as const;
