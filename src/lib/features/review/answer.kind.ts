import * as z from 'zod/mini';
import { ANSWER_LONGEST, entryKinds, readers } from './review.ts';

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
