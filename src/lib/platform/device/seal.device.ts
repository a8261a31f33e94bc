/**
 * What is written into `sealed`, the only place on the phone that holds what a person wrote. Every body passes this one
 * pair of functions, and only here, so that the store can be encrypted in one place (see README.md).
 */
export interface Sealed {
	/** The form of the envelope: 1 is plain JSON. */
	v: 1;
	text: string;
}

export const seal = async (body: unknown): Promise<Sealed> => ({ v: 1, text: JSON.stringify(body) });

export const open = async (sealed: Sealed): Promise<unknown> => JSON.parse(sealed.text);

/** Whether two envelopes surely hold the same. In doubt they do not: then both are kept. */
export const holdTheSame = (a: Sealed, b: Sealed): boolean => a.v === b.v && a.text === b.text;
