import * as z from 'zod/mini';
import { practices } from '$lib/domain/practice.ts';

export const ANSWER_LONGEST = 600;

/** The kinds that staff may read, and answer: the practices, and the free text that stands beside them. */
export const entryKinds = [...practices, 'note'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Who may read entries, and so who may answer. */
export const readers = ['clinician', 'ambassador'] as const;
export type Reader = (typeof readers)[number];

/** A staff member's name and part, as a participant's phone shows them. */
export const fromSchema = z.strictObject({ name: z.string(), role: z.enum(readers) });

export const answerTextSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(ANSWER_LONGEST));

/** A few warm words about one entry. She sees them on Today and beside the entry. */
export const answerSchema = z.strictObject({
	entryId: z.uuid(),
	entryKind: z.enum(entryKinds),
	text: answerTextSchema,
	from: fromSchema,
	/** When it was first written (epoch milliseconds, the server's clock). */
	at: z.int()
});

export type Answer = z.infer<typeof answerSchema>;

export const answerKind = { name: 'answer', schema: answerSchema, writtenBy: 'staff' } as const;
