import * as z from 'zod/mini';
import { practices } from '$lib/domain/practice.ts';

/**
 * That she did a practice, and nothing of what she wrote. One stands beside each entry that counts (`doneIdOf`); it
 * leaves her phone only while she lets her team see what she did.
 */
export const doneSchema = z.strictObject({
	practice: z.enum(practices),
	/** What it was done for; absent when nothing was asked. */
	assignmentId: z.optional(z.uuid())
});

export type Done = z.infer<typeof doneSchema>;

export const doneKind = { name: 'done', schema: doneSchema, writtenBy: 'participant' } as const;
