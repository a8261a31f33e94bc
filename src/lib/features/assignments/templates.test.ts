import { describe, expect, test } from 'vitest';
import { assignmentSchema } from './assignment.kind.ts';
import { templatesFor } from './templates.ts';

const weeks = [1, 2, 3, 4, 5, 6, 7, 8];
const all = weeks.flatMap((week) => templatesFor(week).map((template) => ({ week, ...template })));

test.each(all)('week $week, $practice: can be assigned as it is', ({ practice, times, why }) => {
	const body = { practice, times, why, fromDay: '2026-11-05', untilDay: '2026-11-12', forOne: false };
	expect(assignmentSchema.safeParse(body).success).toBe(true);
});

test('every practice of the course is asked for in some week, and talking not before the sixth', () => {
	expect(new Set(all.map(({ practice }) => practice)).size).toBe(4);
	expect(Math.min(...all.filter(({ practice }) => practice === 'communication').map(({ week }) => week))).toBe(6);
});

test('a longer course goes on with the last week, and before the first class there is the first', () => {
	expect(templatesFor(9)).toBe(templatesFor(8));
	expect(templatesFor(0)).toBe(templatesFor(1));
});

describe('are easy to read', () => {
	test('English at grade 6 or easier', () => {
		expect(gradeOf(all.map(({ why }) => why.en).join(' '))).toBeLessThanOrEqual(6);
	});

	test('Spanish at INFLESZ 65 or more', () => {
		expect(inflesz(all.map(({ why }) => why.es).join(' '))).toBeGreaterThanOrEqual(65);
	});
});

// Flesch-Kincaid and INFLESZ (facts/clinical.md, section 6), with the usual rules of thumb for syllables.
const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const sentencesOf = (text: string) => (text.match(/[.!?:]+(\s|$)/g) ?? []).length;

function gradeOf(text: string): number {
	const words = wordsOf(text);
	const syllables = words.reduce((sum, word) => {
		const groups = word.replace(/e$|es$|ed$/, '').match(/[aeiouy]+/g) ?? [];
		return sum + Math.max(1, groups.length);
	}, 0);
	return 0.39 * (words.length / sentencesOf(text)) + 11.8 * (syllables / words.length) - 15.59;
}

function inflesz(text: string): number {
	const words = wordsOf(text);
	const syllables = words.reduce((sum, word) => {
		const heard = word.replace(/qu/g, 'q').replace(/gu(?=[ei])/g, 'g');
		const groups = heard.match(/[iuüy]?[aeoáéó][iuüy]?|[íú]|[iuüy]+/g) ?? [];
		return sum + Math.max(1, groups.length);
	}, 0);
	return 206.835 - 62.3 * (syllables / words.length) - words.length / sentencesOf(text);
}
