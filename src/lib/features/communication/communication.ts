import type * as z from 'zod/mini';
import type { communicationSchema } from './communication.kind.ts';

export type Communication = z.infer<typeof communicationSchema>;
export type Rehearsal = Communication['rehearsals'][number];

/**
 * One question a screen. The one before them all, whether it is safe to say this to this person, is never stored: a
 * phone in the wrong hands must not tell that she is afraid of someone.
 */
export const questions = [
	'who',
	'happened',
	'feel',
	'wish',
	'offer',
	'message',
	'rehearse',
	'ready',
	'went',
	'learned'
] as const;
export type Question = (typeof questions)[number];

export const feelings = [
	'tired',
	'worried',
	'sad',
	'hurt',
	'angry',
	'alone',
	'overwhelmed',
	'scared',
	'ashamed',
	'confused',
	'hopeful',
	'grateful'
] as const;
export type Feeling = (typeof feelings)[number];

export const outcomes = ['well', 'partly', 'badly', 'notSaid'] as const;
export type Outcome = (typeof outcomes)[number];

export const MOST_REHEARSALS = 3;
export const MOST_FEELINGS = 4;
export const LONGEST_TEXT = 2000;
export const LONGEST_NAME = 60;

/** Which screen this is, of those on the way to the whole page; marking how it went is a way of its own. */
export function progress(question: Question): { at: number; of: number } {
	const at = questions.indexOf(question) + 1;
	const whole = questions.indexOf('ready');
	return at <= whole ? { at, of: whole } : { at: at - whole - 1, of: questions.length - whole - 1 };
}

export const blank = (): Communication => ({
	place: 'who',
	who: '',
	happened: '',
	feelings: [],
	feelMore: '',
	wish: '',
	offer: '',
	rehearsals: [],
	learned: ''
});

export const after = (question: Question): Question =>
	question === 'learned' ? 'ready' : (questions[questions.indexOf(question) + 1] ?? question);

export const before = (question: Question): Question => questions[questions.indexOf(question) - 1] ?? question;

/** What a screen still needs before the next one makes sense. Everything else may stay empty. */
export function isAnswered(sheet: Communication, question: Question): boolean {
	switch (question) {
		case 'who':
		case 'happened':
		case 'wish':
			return hasWords(sheet[question]);
		case 'feel':
			return sheet.feelings.length > 0 || hasWords(sheet.feelMore);
		case 'went':
			return sheet.went !== undefined;
		default:
			return true;
	}
}

/** The whole message can be read back. */
export const hasMessage = (sheet: Communication): boolean =>
	questions.slice(0, questions.indexOf('message')).every((question) => isAnswered(sheet, question));

export type Stage = 'started' | 'ready' | 'said';

export function stage(sheet: Communication): Stage {
	if (sheet.went !== undefined) return 'said';
	return sheet.readBackOn !== undefined && hasMessage(sheet) ? 'ready' : 'started';
}

/** A feeling is put in or taken out; the first few she meant stay when there are too many. */
export const toggled = (chosen: readonly Feeling[], feeling: Feeling): Feeling[] =>
	chosen.includes(feeling) ? chosen.filter((one) => one !== feeling) : [...chosen, feeling].slice(0, MOST_FEELINGS);

/** What stands after each lead-in of the message, such as "When …" and "I would like …". */
export interface Parts {
	who: string;
	happened: string;
	/** A sentence of her own, as she wrote it: no lead-in fits everything that can be said of a feeling. */
	feelMore: string;
	wish: string;
	offer: string;
}

/** Lead-ins that she may have typed herself, longest first; what follows must not say them twice. */
const leadIns: Record<Exclude<keyof Parts, 'who' | 'feelMore'>, RegExp> = {
	happened: /^(?:when|cuando)\s+/i,
	wish: /^(?:(?:and )?i(?:'d| would| want) ?(?:like)?(?: it if)?|me gustar[ií]a|quisiera|quiero)\s+/i,
	offer: /^(?:(?:and )?i (?:can|could|will)|i'll|(?:y )?yo puedo|puedo)\s+/i
};

/** Keyboards begin every field with a capital: in the middle of a sentence these words do not keep it. */
const smallWords = new Set(
	(
		'you your we my our the a an he she they it this that these those there when if to for after before every since no not some ' +
		'tú tu tus el la los las un una mi mis nuestro nuestra se me te le nos no que si cuando al a de en por para ayer anoche hoy todo nadie ' +
		'llegas llegaste dices dijiste haces hiciste gritas gritaste quedas vas fuiste ' +
		'quiero necesito want need tired sad angry hurt con sin mucho mucha muy como algo'
	).split(' ')
);

/** "Dejaste", "llegabas", "peleamos": no name ends like this. */
const spanishVerb = /(?:[aei]stes?|abas|[aei]mos)$/;

/** Her answers made to stand in the middle of a sentence: no lead-in said twice, no full stop before its time. */
export function parts(sheet: Communication): Parts {
	return {
		who: tidy(sheet.who),
		happened: inside(sheet.happened, 'happened'),
		feelMore: sheet.feelMore.trim(),
		wish: wished(inside(sheet.wish, 'wish')),
		offer: inside(sheet.offer, 'offer')
	};
}

/** "You ask me first" becomes "you to ask me first", and "me preguntes antes" becomes "que me preguntes antes". */
const wished = (wish: string): string =>
	wish.replace(/^you (?!to\b|not\b|all\b|both\b|and\b|guys\b)/, 'you to ').replace(/^(?=(?:me|te|nos|se) )/, 'que ');

const tidy = (text: string): string =>
	text
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/[.,;\s]+$/, '');

function inside(text: string, part: keyof typeof leadIns): string {
	const rest = tidy(text).replace(leadIns[part], '');
	const [first = ''] = /^\p{L}+/u.exec(rest) ?? [];
	const isNoName = part === 'offer' || smallWords.has(first.toLowerCase()) || spanishVerb.test(first);
	return isNoName && first !== 'I' ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
}

/** All free text, for the phone to look for words that suggest danger. */
export const freeText = (sheet: Communication): string =>
	[
		...[sheet.happened, sheet.feelMore, sheet.wish, sheet.offer, sheet.ownWords ?? '', sheet.learned],
		...sheet.rehearsals.flatMap(({ they, me }) => [they, me])
	].join('\n');

const hasWords = (text: string): boolean => text.trim() !== '';
