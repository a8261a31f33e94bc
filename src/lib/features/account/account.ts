import * as z from 'zod/mini';

/** Every way a step of coming in can fail that she can do something about. Each has its sentence in the words. */
export type Problem =
	| 'nameMissing'
	| 'signInNameInvalid'
	| 'signInNameTaken'
	| 'codeWrong'
	| 'offerOld'
	| 'passkeyRefused'
	| 'notYou'
	| 'closed'
	| 'tooMany';

/** What staff type to sign in with a code: small letters, so that it is the same however she types it. */
export const normalSignInName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export const signInNameSchema = z.pipe(
	z.pipe(z.string(), z.transform(normalSignInName)),
	z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{2,39}$/u))
);

export const personNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
