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

type WithoutId<Outcome> = Outcome extends Result ? Omit<Outcome, 'opId'> : never;

export interface Decision {
	outcome: WithoutId<Result>;
	write?: Written;
}

/**
 * What a change does to the record that it finds.
 *
 *   taking back   applies at once, whatever has been written meanwhile
 *   deleting      applies, unless there is text that the deleting phone has not seen: then the entry stays, with it
 *   saving        applies on the text that the phone knew; over another one it is kept beside it as a copy, and it never
 *                 brings back an entry that was taken back or deleted meanwhile
 *   letting read  is saving without a new text: it never makes a copy
 *
 * A base ahead of ours comes from before a restored backup: then the phone knows better.
 */
export function decide(now: Current | undefined, change: Change, body: string | null, copyId: string): Decision {
	switch (change.action) {
		case 'delete':
			return decideDelete(now, change);
		case 'unshare':
			return decideUnshare(now, change);
		case 'save':
			return decideSave(now, change, body, copyId);
	}
}

function decideDelete(now: Current | undefined, change: Change): Decision {
	if (!now || now.state === 'deleted') return accept(now?.rev ?? change.baseRev);
	if (now.state === 'live' && !hasSeenText(now, change)) return { outcome: { outcome: 'kept' } };
	return accept(nextRev(now, change), { ...emptied(now, change), state: 'deleted' });
}

function decideUnshare(now: Current | undefined, change: Change): Decision {
	if (now?.state !== 'live') return accept(now?.rev ?? change.baseRev);
	const unseenRev = hasSeenText(now, change) ? now.unseenRev : now.rev;
	return accept(nextRev(now, change), { ...emptied(now, change), state: 'unshared', unseenRev });
}

function decideSave(now: Current | undefined, change: Change, body: string | null, copyId: string): Decision {
	const rev = nextRev(now, change);
	const { recordId: id, day, visibility, copyOf = null } = change;
	const saved = { state: 'live', id, rev, body, visibility, day, copyOf, textRev: rev, unseenRev: 0 } as const;
	if (!now) return accept(rev, saved);

	const kept = { copyOf: now.copyOf ?? copyOf, unseenRev: now.unseenRev };
	const isStale = change.baseRev < now.rev;
	if (now.state === 'unshared') {
		return isStale ? { outcome: { outcome: 'unshared', rev: now.rev } } : accept(rev, { ...saved, ...kept });
	}
	if (now.state === 'deleted' && change.isSameText) return { outcome: { outcome: 'gone' } };
	if (now.state === 'live' && now.body === body) return narrow({ ...saved, ...kept, textRev: now.textRev });
	if (now.state === 'live' && hasSeenText(now, change)) return narrow({ ...saved, ...kept });
	if (now.state === 'live' && change.isSameText) {
		const write = { ...now, id, rev, visibility: narrowerOf(now.visibility, visibility) };
		return { outcome: { outcome: 'kept' }, write };
	}
	const copy = { ...saved, id: copyId, rev: 1, textRev: 1, copyOf: id };
	return { outcome: { outcome: 'copied', copyId }, write: copy };

	/** Fewer people read it than she thought on this phone, if she wanted that on another. */
	function narrow(written: Written): Decision {
		const narrower = isStale ? narrowerOf(now!.visibility, visibility) : visibility;
		const { outcome } = accept(rev);
		return {
			outcome: narrower === visibility ? outcome : { outcome: 'accepted', rev, visibility: narrower },
			write: { ...written, visibility: narrower }
		};
	}
}

const accept = (rev: number, write?: Written): Decision => ({
	outcome: { outcome: 'accepted', rev },
	...(write && { write })
});

const nextRev = (now: Current | undefined, change: Change) => Math.max(now?.rev ?? 0, change.baseRev) + 1;

const hasSeenText = (now: Current, change: Change) => change.baseRev >= now.textRev;

const emptied = (now: Current, change: Change) => {
	const rev = nextRev(now, change);
	const empty = { body: null, day: null, visibility: 'me', copyOf: null } as const;
	return { ...empty, id: change.recordId, rev, textRev: rev, unseenRev: now.unseenRev };
};

const narrowerOf = (one: Visibility, other: Visibility): Visibility =>
	visibilities.find((visibility) => visibility === one || visibility === other)!;
