import { meanings, sayings, type Danger } from './phrases.ts';

export type { Danger };

/**
 * Whether words that someone is writing suggest danger: to herself, to a child, or from a partner. It looks only at the
 * text, on the phone, while she writes; it stores and sends nothing. It would rather offer help once too often.
 *
 * `undefined` means that no phrase was found. It never means that she is safe.
 */
export function suggestsDanger(text: string): Danger | undefined {
	const heard = withoutSayings(folded(text));
	return compiled().meanings.find(({ phrases, evenDenied }) =>
		phrases.some((phrase) => says(heard, phrase, evenDenied))
	)?.danger;
}

function says(heard: string, phrase: RegExp, evenDenied = false): boolean {
	for (const found of heard.matchAll(phrase)) {
		if (evenDenied || !isDenied(heard, found.index, found.index + found[0].length)) return true;
	}
	return false;
}

const denial =
	/ (?:dont|do not|didnt|did not|never|not|wouldnt|wont|wasnt|isnt|arent|no longer|no|nunca|jamas|tampoco|ni|sin)(?: (?:me|lo|la|le|se|ever|even|really|actually|want|wanting|wanna|to|going|gonna|planning|plan|trying|thinking|think|of|about|that|any|have|do|quiero|quisiera|voy|pienso|es|que|a|de|en|would|will|could|hit|hits)){0,4} $/;
const askedWhy = / (?:why|por que|pq|y si|what if i do|if i do) (?:not|dont|no)(?: [a-z]+)? $/;
const doubt = /^ ?(?:but|pero|aunque|though|although|sino|except|yet)\b/;

/** "I would never kill myself" is denied; "I don't want to kill myself, but …" is not taken as the last word. */
function isDenied(heard: string, start: number, end: number): boolean {
	const before = heard.slice(0, start + 1);
	const sameClause = before.slice(before.lastIndexOf('.') + 1);
	// A phrase may start with its own "want to": what stands before it and its first words count together.
	const head =
		/^ (?:(?:want|wanna|going|gonna|planning|trying|thinking|quiero|quisiera|voy|pienso|me) )?/.exec(
			heard.slice(start, end)
		)?.[0] ?? ' ';
	const lead = ` ${sameClause.trim()}${head}`.replace(/ +/g, ' ');
	if (askedWhy.test(lead) || !denial.test(lead)) return false;
	return !doubt.test(heard.slice(end).replace(/^[ .]+/, ''));
}

/** Takes harmless sayings out, and leaves a mark so that the words around them do not close up into something else. */
function withoutSayings(text: string): string {
	return compiled().sayings.reduce((rest, saying) => rest.replace(saying, ' ~ '), text);
}

/** One plain form for what may be written in a hundred: case, accents, apostrophes, stretched letters, texting short forms. */
function folded(text: string): string {
	const plain = text
		.toLowerCase()
		// "mí" (me) and "mi" (my) are told apart while the accent is still there.
		.replace(/\bsin\s+mí(?![a-záéíóúñ])/g, 'sin mi.')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/['’‘`´]/g, '')
		.replace(/([a-z])1(?=[a-z])/g, '$1i')
		.replace(/([a-z])0(?=[a-z])/g, '$1o')
		.replace(/(\d) ?kms?\b/g, '$1 kms')
		.replace(/([a-z])\1{2,}/g, '$1')
		.replace(/[.,;:!?¡¿…\n\r()"“”]+/g, ' . ')
		.replace(/[^a-z0-9.]+/g, ' ');
	const words = plain.split(' ').map((word) => shortForms[word] ?? word);
	return ` ${words.join(' ')} . `.replace(/ +/g, ' ').replace(/(?: \.)+ /g, ' . ');
}

const shortForms: Record<string, string> = {
	q: 'que',
	k: 'que',
	ke: 'que',
	qe: 'que',
	x: 'por',
	xq: 'porque',
	pq: 'porque',
	toy: 'estoy',
	u: 'you',
	ur: 'your',
	n: 'and',
	rn: 'now',
	tmb: 'tambien',
	'2': 'to',
	ppl: 'people',
	hubby: 'husband',
	esposa: 'pareja',
	novia: 'pareja'
};

interface Compiled {
	meanings: { danger: Danger; evenDenied?: boolean; phrases: RegExp[] }[];
	sayings: RegExp[];
}

let once: Compiled | undefined;

/** Made at the first keystroke that asks, not when the page opens. */
function compiled(): Compiled {
	const pattern = (phrase: string) => new RegExp(` (?:${phrase})(?= )`, 'g');
	return (once ??= {
		meanings: meanings.map(({ danger, evenDenied, en, es }) => ({
			danger,
			evenDenied,
			phrases: [...en, ...es].map(pattern)
		})),
		sayings: sayings.flatMap(({ en, es }) => [...en, ...es].map(pattern))
	});
}
