import { visibilities, type Visibility } from '$lib/domain/visibility.ts';
import type { Change, Result } from './protocol.ts';

/** What the server has of a record. */
export interface Current {
	state: 'live' | 'unshared' | 'deleted';
	rev: number;
	/** JSON text; null unless live. */
	body: string | null;
	visibility: Visibility;
	day: string | null;
	copyOf: string | null;
	/** The version in which the text last changed. */
	textRev: number;
	/** The last version that a phone took back without having seen its text; 0 if none. */
	unseenRev: number;
}

/** A state to be written: the record's own, or a copy's. */
export interface Written extends Current {
	id: string;
}

type WithoutId<Outcome> = Outcome extends Result ? Omit<Outcome, 'opId' | 'edits'> : never;

export interface Decision {
	outcome: WithoutId<Result>;
	write?: Written;
	/** The live copies of this record are taken back too. */
	takesBackCopies?: true;
}

/** Where a text is kept that cannot replace the record's own: a name for it, and what stands under that name if it is kept already. */
export interface Beside {
	id: string;
	twin?: Current;
}

/**
 * What a change does to the record that it finds.
 *
 *   taking back   applies at once, whatever has been written meanwhile, to this record or beside it
 *   deleting      applies, unless there is text that the deleting phone has not seen: then the entry stays, with it or taken back
 *   saving        applies on the text that the phone knew; over another one it is kept beside it as a copy, and it never
 *                 brings back an entry that was taken back or deleted meanwhile
 *   letting read  is saving without a new text: it never makes a copy
 *
 * A base ahead of ours comes from before a restored backup: then the phone knows better.
 */
export function decide(now: Current | undefined, change: Change, body: string | null, beside: Beside): Decision {
	switch (change.action) {
		case 'delete':
			return decideDelete(now, change);
		case 'unshare':
			return decideUnshare(now, change);
		case 'save':
			return decideSave(now, change, body, beside);
	}
}

function decideDelete(now: Current | undefined, change: Change): Decision {
	if (!now || now.state === 'deleted') return accept(now?.rev ?? change.baseRev);
	if (!hasSeenText(now, change)) return { outcome: { outcome: 'kept' } };
	const rev = nextRev(now, change);
	return accept(rev, { ...emptied(now, change.recordId, rev), state: 'deleted' });
}

function decideUnshare(now: Current | undefined, change: Change): Decision {
	if (!now) return accept(change.baseRev);
	const seen = hasSeenText(now, change);
	// The text that this phone takes back may stand beside the record by now.
	return { ...acceptUnshare(now, change, seen), ...(!seen && { takesBackCopies: true }) };
}

function acceptUnshare(now: Current, change: Change, seen: boolean): Decision {
	const rev = nextRev(now, change);
	switch (now.state) {
		case 'deleted':
			return accept(now.rev);
		case 'unshared':
			// A wish to share it again that was made without knowing of this one is from now on an older one.
			return accept(rev, { ...now, id: change.recordId, rev });
		case 'live':
			return accept(rev, { ...takenBack(now, change.recordId, rev), ...(seen && { unseenRev: now.unseenRev }) });
	}
}

/** What is left of a record whose text was taken back by a phone that had not seen it. */
export const takenBack = (now: Current, id: string, rev = now.rev + 1): Written => ({
	...emptied(now, id, rev),
	state: 'unshared',
	unseenRev: now.rev
});

function decideSave(now: Current | undefined, change: Change, body: string | null, beside: Beside): Decision {
	const rev = nextRev(now, change);
	const { recordId: id, day, visibility, copyOf = null } = change;
	const saved = { state: 'live', id, rev, body, visibility, day, copyOf, textRev: rev, unseenRev: 0 } as const;
	if (!now) return accept(rev, saved);

	const kept = { copyOf: now.copyOf ?? copyOf, unseenRev: now.unseenRev };
	const isStale = change.baseRev < now.rev;
	if (now.state === 'unshared') {
		return isStale ? { outcome: { outcome: 'unshared', rev: now.rev } } : accept(rev, { ...saved, ...kept });
	}
	if (now.state === 'deleted' && change.isSameText) {
		// The text may be one that she had not seen when she deleted the entry: then this phone keeps it, for her alone.
		const isUnseen = change.baseRev <= now.unseenRev;
		return { outcome: isUnseen ? { outcome: 'unshared', rev: now.rev } : { outcome: 'gone' } };
	}
	if (now.state === 'live' && now.body === body) return narrow({ ...saved, ...kept, textRev: now.textRev });
	if (now.state === 'live' && hasSeenText(now, change)) return narrow({ ...saved, ...kept });
	if (now.state === 'live' && change.isSameText) {
		const write = { ...now, id, rev, visibility: narrowerOf(now.visibility, visibility) };
		return { outcome: { outcome: 'kept' }, write };
	}
	return { outcome: { outcome: 'copied', copyId: beside.id }, write: copy() };

	/** Two phones may have kept the same text, and both share it now: it is one. */
	function copy(): Written {
		const { id: copyId, twin } = beside;
		if (!twin) return { ...saved, id: copyId, rev: 1, textRev: 1, copyOf: id };
		return { ...twin, id: copyId, rev: twin.rev + 1, visibility: narrowerOf(twin.visibility, visibility) };
	}

	/** Fewer people read it than she thought on this phone, if she wanted that on another. */
	function narrow(written: Written): Decision {
		const narrower = isStale ? narrowerOf(now!.visibility, visibility) : visibility;
		const { outcome, write } = accept(rev, { ...written, visibility: narrower });
		return { outcome: narrower === visibility ? outcome : { ...outcome, visibility: narrower }, write };
	}
}

const accept = (rev: number, write?: Written) => ({
	outcome: { outcome: 'accepted', rev, isHeld: write?.state === 'live' } as const,
	...(write && { write })
});

const nextRev = (now: Current | undefined, change: Change) => Math.max(now?.rev ?? 0, change.baseRev) + 1;

const hasSeenText = (now: Current, change: Change) => change.baseRev >= now.textRev;

const emptied = ({ textRev, unseenRev }: Current, id: string, rev: number) =>
	({ id, rev, body: null, day: null, visibility: 'me', copyOf: null, textRev, unseenRev }) as const;

const narrowerOf = (one: Visibility, other: Visibility): Visibility =>
	visibilities.find((visibility) => visibility === one || visibility === other)!;
