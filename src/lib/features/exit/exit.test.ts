import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AWAY, ShiftPresses } from './exit.ts';

const pressed = (...keys: [key: string, atMs: number][]) => {
	const presses = new ShiftPresses();
	return keys.map(([key, atMs]) => presses.press(key, atMs));
};

test('the third Shift in a row leaves', () => {
	expect(pressed(['Shift', 0], ['Shift', 300], ['Shift', 600])).toEqual([false, false, true]);
});

test('writing capitals does not leave', () => {
	expect(pressed(['Shift', 0], ['A', 100], ['Shift', 200], ['B', 300], ['Shift', 400])).not.toContain(true);
});

test('slow presses do not add up', () => {
	expect(pressed(['Shift', 0], ['Shift', 2000], ['Shift', 4000])).not.toContain(true);
});

test('the script of the pages without code keeps the same flag', () => {
	const names = readFileSync('static/exit.js', 'utf8').matchAll(/localStorage\.\w+\('(\w+)'/g);
	expect(new Set([...names].map(([, name]) => name))).toEqual(new Set([AWAY]));
});
