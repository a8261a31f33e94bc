import { expect, test } from 'vitest';
import { emptyDraft, secretIn, stepAfter, steps } from './joining.ts';

test('nothing is shared until she says so', () => {
	expect(emptyDraft()).toMatchObject({ shareMoods: false, shareWorksheets: false, shareWhatIDid: false });
});

test('there are at most four screens, one after the other', () => {
	expect(steps.length).toBeLessThanOrEqual(4);
	expect(stepAfter('welcome')).toBe('keeps');
	expect(stepAfter('name')).toBe('name');
});

test.each([
	['a whole link', ' https://comadre.example/in#AbC_1 ', 'AbC_1'],
	['a fragment', '#AbC_1', 'AbC_1'],
	['the code alone', 'AbC_1', 'AbC_1'],
	['an empty fragment', '#', '']
])('%s holds the secret', (_, text, secret) => {
	expect(secretIn(text)).toBe(secret);
});
