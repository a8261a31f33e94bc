import { describe, expect, test } from 'vitest';
import { decide, type Current } from './decide.ts';
import type { Change } from './protocol.ts';

const mine = '{"text":"mine"}';
const theirs = '{"text":"theirs"}';
const live = (over: Partial<Current> = {}): Current => ({
	...{
		state: 'live',
		rev: 3,
		body: theirs,
		visibility: 'team',
		day: '2030-01-01',
		copyOf: null,
		textRev: 3,
		unseenRev: 0
	},
	...over
});
const unshared = live({ state: 'unshared', body: null, visibility: 'me', day: null });
const deleted = live({ state: 'deleted', body: null, visibility: 'me', day: null });

const beside = { id: 'copy' };

const entryChange = (change: Pick<Change, 'action' | 'baseRev'> & Partial<Change>): Change => ({
	...{ opId: 'op', edits: 1, recordId: 'entry', kind: 'note', day: '2030-01-02', visibility: 'clinician' },
	...change
});

const after = (now: Current | undefined, action: Change['action'], baseRev: number, body = mine) => {
	const { outcome, write } = decide(now, entryChange({ action, baseRev }), action === 'save' ? body : null, beside);
	return { ...outcome, write };
};
const accepted = (rev: number, write?: object) => ({ outcome: 'accepted', rev, isHeld: false, write });
const held = (rev: number, write: object) => ({ ...accepted(rev, write), isHeld: true });
const entry = (state: string, rev: number, body: string | null = null) =>
	expect.objectContaining({ id: 'entry', state, body, rev });
const copied = {
	...{ outcome: 'copied', copyId: 'copy' },
	write: expect.objectContaining({ id: 'copy', state: 'live', body: mine, rev: 1, copyOf: 'entry' })
};
const readBy = (visibility: string) => expect.objectContaining({ visibility });

describe('saving', () => {
	test.each([
		['a new entry', undefined, 0, mine, held(1, entry('live', 1, mine))],
		['over the version she knew', live(), 3, mine, held(4, entry('live', 4, mine))],
		['over one she had not seen', live(), 2, mine, copied],
		['the same text as the unseen one', live(), 2, theirs, held(4, entry('live', 4, theirs))],
		[
			'over the text she knew, though others may read it now',
			live({ rev: 5 }),
			3,
			mine,
			held(6, entry('live', 6, mine))
		],
		['over one taken back meanwhile', unshared, 2, mine, { outcome: 'unshared', rev: 3, write: undefined }],
		['one taken back, shared again on purpose', unshared, 3, mine, held(4, entry('live', 4, mine))],
		['over a deleted one', deleted, 3, mine, copied],
		['over one deleted meanwhile', deleted, 2, mine, copied],
		['from before a restored backup', live(), 8, mine, held(9, entry('live', 9, mine))],
		['what a restored backup lost', undefined, 8, mine, held(9, entry('live', 9, mine))]
	])('%s', (_, now, baseRev, body, expected) => {
		expect(after(now, 'save', baseRev, body)).toEqual(expected);
	});
});

describe('taking back', () => {
	test.each([
		['the version she knew', live(), 3, accepted(4, entry('unshared', 4))],
		['whatever was written meanwhile', live(), 1, accepted(4, entry('unshared', 4))],
		['what is taken back already, so that it is the latest wish', unshared, 1, accepted(4, entry('unshared', 4))],
		['what is deleted', deleted, 1, accepted(3)],
		['what never arrived', undefined, 0, accepted(0)]
	])('%s', (_, now, baseRev, expected) => {
		expect(after(now, 'unshare', baseRev)).toEqual(expected);
	});
});

describe('deleting', () => {
	test.each([
		['the version she knew', live(), 3, accepted(4, entry('deleted', 4))],
		['text that she has not seen', live(), 2, { outcome: 'kept', write: undefined }],
		['what others may read now', live({ rev: 5 }), 3, accepted(6, entry('deleted', 6))],
		['what was taken back', { ...unshared, textRev: 2 }, 2, accepted(4, entry('deleted', 4))],
		['what was taken back with text that she has not seen', unshared, 2, { outcome: 'kept', write: undefined }],
		['what is deleted already', deleted, 2, accepted(3)],
		['what never arrived', undefined, 0, accepted(0)]
	])('%s', (_, now, baseRev, expected) => {
		expect(after(now, 'delete', baseRev)).toEqual(expected);
	});
});

test('an entry that she let fewer people read on another phone stays so', () => {
	const now = live({ rev: 5, visibility: 'clinician' });
	const savedFrom = (baseRev: number) =>
		decide(now, entryChange({ action: 'save', visibility: 'team', baseRev }), mine, beside);

	expect(savedFrom(3).outcome).toEqual({ outcome: 'accepted', rev: 6, isHeld: true, visibility: 'clinician' });
	expect(savedFrom(3).write).toEqual(readBy('clinician'));
	expect(savedFrom(5).write).toEqual(readBy('team'));
});

test('text taken back unseen is remembered by its version, also once the entry is shared again', () => {
	const taken = decide(live(), entryChange({ action: 'unshare', baseRev: 2 }), null, beside).write;
	const shared = decide(taken, entryChange({ action: 'save', baseRev: 4 }), mine, beside).write;

	expect([taken, shared]).toEqual([
		expect.objectContaining({ state: 'unshared', unseenRev: 3 }),
		expect.objectContaining({ state: 'live', unseenRev: 3 })
	]);
});

test('letting others read an entry with text that she has not seen makes no copy, and lets fewer read it', () => {
	const change = entryChange({ action: 'save', visibility: 'clinician', baseRev: 2, isSameText: true });

	expect(decide(live(), change, mine, beside)).toEqual({
		outcome: { outcome: 'kept' },
		write: { ...live(), id: 'entry', rev: 4, visibility: 'clinician' }
	});
});

test('letting others read a deleted entry brings nothing back, and keeps a text that she deleted unseen', () => {
	const change = entryChange({ action: 'save', baseRev: 2, isSameText: true });

	expect(decide({ ...deleted, unseenRev: 1 }, change, mine, beside)).toEqual({ outcome: { outcome: 'gone' } });
	expect(decide({ ...deleted, unseenRev: 2 }, change, mine, beside)).toEqual({
		outcome: { outcome: 'unshared', rev: deleted.rev }
	});
});

test('a text that two phones had kept, and both share, is one, read by the fewer', () => {
	const twin = live({ rev: 1, body: mine, visibility: 'team', copyOf: 'entry' });
	const change = entryChange({ action: 'save', visibility: 'clinician', baseRev: 2 });

	const { outcome, write } = decide(live(), change, mine, { id: 'kept', twin });

	expect(outcome).toEqual({ outcome: 'copied', copyId: 'kept' });
	expect(write).toMatchObject({ id: 'kept', rev: 2, textRev: twin.textRev, body: mine, visibility: 'clinician' });
});

test('taking back a text that was not the latest takes back what was kept beside it', () => {
	const takenBackFrom = (baseRev: number) =>
		decide(live(), entryChange({ action: 'unshare', visibility: 'me', baseRev }), null, beside);

	expect(takenBackFrom(2).takesBackCopies).toBe(true);
	expect(takenBackFrom(3).takesBackCopies).toBeUndefined();
});
