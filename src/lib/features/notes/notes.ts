import * as z from 'zod/mini';

export const NOTE_LONGEST = 4000;

/** Words she wrote beside something else, or by themselves: an entry of its own, so that it has its own visibility. */
export const noteSchema = z.strictObject({
	text: z.string().check(z.minLength(1), z.maxLength(NOTE_LONGEST)),
	/** The entry it was written beside. */
	about: z.optional(z.strictObject({ kind: z.string().check(z.maxLength(40)), id: z.uuid() }))
});

export type Note = z.infer<typeof noteSchema>;

export const noteKind = { name: 'note', schema: noteSchema, writtenBy: 'participant' } as const;
