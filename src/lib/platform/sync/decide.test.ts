import { describe, expect, test } from 'vitest';
import { decide, type Current } from './decide.ts';
import type { Change } from './protocol.ts';

const mine = '{"text":"mine"}';
const theirs = '{"text":"theirs"}';
const live = (over: Partial<Current> = {}): Current => ({
	...{ state: 'live', rev: 3, body: theirs, visibility: 'team', day: '2030-01-01', copyOf: null },
	...over
});
const unshared = live({ state: 'unshared', body: null, visibility: 'me', day: null });
const deleted = live({ state: 'deleted', body: null, visibility: 'me', day: null });

const after = (now: Current | undefined, action: Change['action'], baseRev: number, body = mine) => {
	const change = { opId: 'op', recordId: 'entry', kind: 'note', day: '2030-01-02', visibility: 'clinician' } as const;
	const { outcome, writes } = decide(now, { ...change, action, baseRev }, action === 'save' ? body : null, 'copy');
	return { ...outcome, writes: writes.map(({ id, state, body, rev }) => ({ id, state, body, rev })) };
};
const accepted = (rev: number, ...writes: object[]) => ({ outcome: 'accepted', rev, writes });
const entry = (state: string, rev: number, body: string | null = null) => ({ id: 'entry', state, body, rev });
const copied = (body: string) => ({ id: 'copy', state: 'live', body, rev: 1 });

describe('saving', () => {
	test.each([
		['a new entry', undefined, 0, mine, accepted(1, entry('live', 1, mine))],
		['over the version she knew', live(), 3, mine, accepted(4, entry('live', 4, mine))],
		['over one she had not seen', live(), 2, mine, { outcome: 'copied', copyId: 'copy', writes: [copied(mine)] }],
		['the same text as the unseen one', live(), 2, theirs, accepted(4, entry('live', 4, theirs))],
		['over one taken back meanwhile', unshared, 2, mine, { outcome: 'unshared', rev: 3, writes: [] }],
		['one taken back, shared again on purpose', unshared, 3, mine, accepted(4, entry('live', 4, mine))],
		['over a deleted one', deleted, 3, mine, { outcome: 'copied', copyId: 'copy', writes: [copied(mine)] }],
		['over one deleted meanwhile', deleted, 2, mine, { outcome: 'copied', copyId: 'copy', writes: [copied(mine)] }],
		['from before a restored backup', live(), 8, mine, accepted(9, entry('live', 9, mine))],
		['what a restored backup lost', undefined, 8, mine, accepted(9, entry('live', 9, mine))]
	])('%s', (_, now, baseRev, body, expected) => {
		expect(after(now, 'save', baseRev, body)).toEqual(expected);
	});
});

describe('taking back', () => {
	test.each([
		['the version she knew', live(), 3, accepted(4, entry('unshared', 4))],
		['whatever was written meanwhile', live(), 1, accepted(4, entry('unshared', 4))],
		['what is taken back already', unshared, 1, accepted(3)],
		['what is deleted', deleted, 1, accepted(3)],
		['what never arrived', undefined, 0, accepted(0)]
	])('%s', (_, now, baseRev, expected) => {
		expect(after(now, 'unshare', baseRev)).toEqual(expected);
	});
});

describe('deleting', () => {
	test.each([
		['the version she knew', live(), 3, accepted(4, entry('deleted', 4))],
		['keeps a version she had not seen', live(), 2, accepted(4, entry('deleted', 4), copied(theirs))],
		['what was taken back', unshared, 2, accepted(4, entry('deleted', 4))],
		['what is deleted already', deleted, 2, accepted(3)],
		['what never arrived', undefined, 0, accepted(0)]
	])('%s', (_, now, baseRev, expected) => {
		expect(after(now, 'delete', baseRev)).toEqual(expected);
	});
});
