import { expect, test } from 'vitest';
import { nextThing, type Asked } from './next-thing.ts';

const asked = (practice: Asked['practice'], done: number, target: number, isDoneToday = false): Asked => ({
	id: practice,
	practice,
	why: { en: '', es: '' },
	done,
	target,
	isDoneToday
});

test('with nothing asked, Today offers a mood check-in', () => {
	expect(nextThing([], [])).toEqual({ kind: 'practice', practice: 'mood', asked: undefined });
});

test('a plan that waits to be looked back on comes before all', () => {
	expect(nextThing([{ id: 'p', goal: 'A ride' }], [asked('mood', 0, 7)])).toMatchObject({ kind: 'lookBack' });
});

test('the quickest of what is left comes first', () => {
	expect(nextThing([], [asked('problem-solving', 0, 1), asked('breathing', 0, 5)])).toMatchObject({
		practice: 'breathing'
	});
});

test('what she did today waits behind what she did not', () => {
	expect(nextThing([], [asked('mood', 2, 7, true), asked('problem-solving', 0, 1)])).toMatchObject({
		practice: 'problem-solving'
	});
});

test('what is done for the week is not asked again', () => {
	expect(nextThing([], [asked('breathing', 5, 5), asked('communication', 0, 1)])).toMatchObject({
		practice: 'communication'
	});
});
