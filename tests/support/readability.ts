/*
 * How hard a text is to read.
 *
 * English: Flesch-Kincaid grade level, 0.39·(words/sentences) + 11.8·(syllables/words) − 15.59
 *   (Kincaid, Fishburne, Rogers and Chissom 1975, https://stars.library.ucf.edu/istlibrary/56/).
 * Spanish: the INFLESZ scale over the Szigriszt-Pazos index, 206.835 − 62.3·(syllables/words) − (words/sentences);
 *   55 to 65 is normal, 65 to 80 fairly easy (Barrio-Cantalejo and others 2008,
 *   https://scielo.isciii.es/scielo.php?script=sci_arttext&pid=S1137-66272008000300004).
 */
import { syllable } from 'syllable';
import type { Language } from '$lib/domain/language.ts';

export interface Reading {
	words: number;
	/** English: the grade, lower is easier. Spanish: the index, higher is easier. */
	score: number;
}

/** The sentences of a text. A colon, a semicolon or a line of its own ends none that goes on. */
export const sentencesIn = (text: string): string[] =>
	text
		.split(/(?<=[.!?…]["”»)]?)\s+|\n+/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => wordsIn(sentence).length > 0);

export const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

export function read(language: Language, sentences: readonly string[]): Reading {
	const words = sentences.flatMap(wordsIn);
	const syllables = words.reduce((sum, word) => sum + syllablesOf[language](word), 0);
	const wordsASentence = words.length / sentences.length;
	const syllablesAWord = syllables / words.length;
	return {
		words: words.length,
		score:
			language === 'en'
				? 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59
				: 206.835 - 62.3 * syllablesAWord - wordsASentence
	};
}

/** A number is read as the short word it mostly is. */
const isNumber = (word: string) => /^\d+$/.test(word);

export const syllablesOf: Record<Language, (word: string) => number> = {
	en: (word) => (isNumber(word) ? 1 : Math.max(1, syllable(word))),
	es: (word) => (isNumber(word) ? 2 : Math.max(1, spanishSyllables(word.toLowerCase())))
};

const isStrong = (vowel: string) => 'aeoáéó'.includes(vowel);
const isStressedWeak = (vowel: string) => 'íú'.includes(vowel);

/**
 * One syllable for each vowel that does not lean on the one before it. Two strong vowels part (ca-er), a stressed weak one
 * parts from a strong one (dí-a), any other pair stays together (bien, ciu-dad). The u of que, qui, gue and gui is silent,
 * h parts nothing, and y is a vowel at the end of a word (muy).
 */
function spanishSyllables(word: string): number {
	const sounds = word
		.replace(/qu(?=[eiéí])/g, 'q')
		.replace(/gu(?=[eiéí])/g, 'g')
		.replace(/ü/g, 'u')
		.replace(/h/g, '')
		.replace(/y(?![aeiouáéíóú])/g, 'i');

	let count = 0;
	let previous = '';
	let hasStrong = false;
	for (const sound of sounds) {
		if (!'aeiouáéíóú'.includes(sound)) {
			previous = '';
			continue;
		}
		const parts =
			previous === '' ||
			(isStrong(sound) && (hasStrong || isStressedWeak(previous))) ||
			(isStressedWeak(sound) && isStrong(previous));
		if (parts) {
			count += 1;
			hasStrong = false;
		}
		hasStrong ||= isStrong(sound);
		previous = sound;
	}
	return count;
}
