import * as z from 'zod/mini';
import {
	feelings,
	LONGEST_NAME,
	LONGEST_TEXT,
	MOST_FEELINGS,
	MOST_REHEARSALS,
	outcomes,
	questions
} from './communication.ts';

const text = z.string().check(z.maxLength(LONGEST_TEXT));

/** A plan for saying something, also half-written: empty text is a question she has not come to. */
export const communicationSchema = z.strictObject({
	/** Where she left. */
	place: z.enum(questions),
	who: z.string().check(z.maxLength(LONGEST_NAME)),
	happened: text,
	feelings: z.array(z.enum(feelings)).check(z.maxLength(MOST_FEELINGS)),
	feelMore: text,
	wish: text,
	offer: text,
	/** The whole message as she changed it, in place of the one made from her answers. */
	ownWords: z.optional(z.string().check(z.maxLength(4 * LONGEST_TEXT))),
	/** The day on which the message was first read back. */
	readBackOn: z.optional(z.iso.date()),
	/** What they may say, and what she could answer. */
	rehearsals: z.array(z.strictObject({ they: text, me: text })).check(z.maxLength(MOST_REHEARSALS)),
	went: z.optional(z.enum(outcomes)),
	learned: text
});

export const communicationKind = {
	name: 'communication',
	schema: communicationSchema,
	writtenBy: 'participant'
} as const;
