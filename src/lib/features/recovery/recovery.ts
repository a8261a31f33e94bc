/** Six words of about two thousand: 65 bits, which nobody guesses through a rate limit. */
export const WORD_COUNT = 6;

// In both lists the first four letters, without their accents, tell every word from the others.
const TELLING_LETTERS = 4;

/**
 * What counts of words that a person typed: capitals, accents, spaces, commas and slips after the fourth letter of a
 * word do not.
 */
export const stemsOf = (text: string): string[] =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== '')
		.map((word) => word.slice(0, TELLING_LETTERS));
