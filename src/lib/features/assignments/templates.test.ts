import { expect, test } from 'vitest';
import { assignmentSchema } from './assignment.kind.ts';
import { templateFor, templatesFor } from './templates.ts';

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

test.each([
	[3, 'mood', 3],
	[3, 'communication', 6],
	[8, 'communication', 7]
] as const)('with class %i, %s is suggested as in week %i', (week, practice, from) => {
	expect(templatesFor(from)).toContain(templateFor(week, practice));
});
