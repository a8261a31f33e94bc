import { expect, test } from 'vitest';
import { read, sentencesIn, syllablesOf } from './support/readability.ts';

test.each([
	['mood', 1],
	['baby', 2],
	['breathe', 1],
	['breathing', 2],
	['clinician', 3],
	['ambassador', 4],
	['important', 3],
	['saved', 1],
	['wanted', 2]
])('English: %s has %i syllables', (word, count) => {
	expect(syllablesOf.en(word)).toBe(count);
});

test.each([
	['día', 2],
	['bien', 1],
	['ciudad', 2],
	['caer', 2],
	['baúl', 2],
	['que', 1],
	['guitarra', 3],
	['pingüino', 3],
	['muy', 1],
	['yo', 1],
	['y', 1],
	['mayo', 2],
	['ahora', 3],
	['ahí', 2],
	['teléfono', 4],
	['respiración', 4],
	['tenías', 3],
	['alcahueta', 4],
	['construí', 2],
	['clínica', 3],
	['quien', 1],
	['ayuda', 3]
])('Spanish: %s has %i syllables', (word, count) => {
	expect(syllablesOf.es(word)).toBe(count);
});

test('a sentence ends where it ends', () => {
	expect(sentencesIn('One. Two? “Three!” Four: the same.')).toEqual(['One.', 'Two?', '“Three!”', 'Four: the same.']);
});

test('the formulas give what their authors say', () => {
	// 6 words, 6 syllables, one sentence.
	expect(read('en', ['The cat sat on the mat.']).score).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
	// 6 words, 9 syllables, one sentence.
	expect(read('es', ['El gato duerme en la cama.']).score).toBeCloseTo(206.835 - (62.3 * 9) / 6 - 6);
});

test('long words and long sentences are harder', () => {
	const easy = { en: ['You can stop.'], es: ['Puedes parar.'] };
	const hard = {
		en: ['Participants may discontinue participation unilaterally at any arbitrary moment.'],
		es: ['Las participantes podrán interrumpir unilateralmente su participación voluntaria.']
	};
	expect(read('en', hard.en).score).toBeGreaterThan(read('en', easy.en).score);
	expect(read('es', hard.es).score).toBeLessThan(read('es', easy.es).score);
});
