import { expect, test } from 'vitest';
import { stemsOf } from './recovery.ts';
import { wordLists } from './word-lists.server.ts';

test.each([
	['capitals, accents and punctuation do not count', ' Niño, JARDÍN\n sol ', ['nino', 'jard', 'sol']],
	['a slip after the fourth letter does not count', 'bananna oceam', ['bana', 'ocea']],
	['nothing typed is nothing', ' ,. ', []]
])('%s', (_, text, stems) => {
	expect(stemsOf(text)).toEqual(stems);
});

test.each(['en', 'es'] as const)('every %s word is told from the others by what counts', (language) => {
	const stems = new Set(wordLists[language].map((word) => stemsOf(word)[0]));
	expect(stems.size).toBe(wordLists[language].length);
	expect(6 * Math.log2(stems.size)).toBeGreaterThan(65);
});

test('nobody is handed an unkind word', () => {
	expect(wordLists.en).not.toContain('victim');
	expect(wordLists.es).not.toContain('víctima');
});
