import type { Visibility } from '$lib/domain/visibility.ts';
import type { Change, Result } from './protocol.ts';

/** What the server has of a record; the body as JSON text, null unless live. */
export interface Current {
	visibility: Visibility;
	rev: number;
	body: string | null;
	state: 'live' | 'unshared' | 'deleted';
	day: string | null;
	copyOf: string | null;
}

/** A state to be written: the record's own, or a copy's. */
export interface Written extends Current {
	id: string;
}

type Decided = {
	outcome: Result extends infer R ? (R extends Result ? Omit<R, 'opId'> : never) : never;
	writes: Written[];
};

/**
 * What a change does to the record that it finds. The rules, in the order of her interest:
 *
 *   taking back    applies at once, whatever anybody has written meanwhile
 *   deleting       applies; a version that the deleting phone had not seen is kept as a copy
 *   saving         applies on the version that the phone knew; over another one the text is kept as a copy,
 *                  and over an entry taken back or deleted it never brings that one back
 *
 * A base ahead of ours comes from before a restored backup: then the phone knows better.
 */
export function decide(now: Current | undefined, change: Change, body: string | null, copyId: string): Decided {
	const rev = Math.max(now?.rev ?? 0, change.baseRev) + 1;
	const isStale = now !== undefined && change.baseRev < now.rev;
	const empty = { body: null, day: null, visibility: 'me', copyOf: null } as const;

	if (change.action === 'delete') {
		if (!now || now.state === 'deleted') return accept(now?.rev ?? change.baseRev);
		const unseen = isStale && now.state === 'live';
		return accept(rev, { ...empty, id: change.recordId, state: 'deleted', rev }, unseen && copy(now));
	}

	if (change.action === 'unshare') {
		if (now?.state !== 'live') return accept(now?.rev ?? change.baseRev);
		return accept(rev, { ...empty, id: change.recordId, state: 'unshared', rev });
	}

	const { day, visibility } = change;
	const saved = { state: 'live', body, day, visibility, copyOf: now?.copyOf ?? null } as const;
	if (!now) return accept(rev, { ...saved, id: change.recordId, rev });
	if (now.state !== 'deleted' && !isStale) return accept(rev, { ...saved, id: change.recordId, rev });
	if (now.state === 'unshared') return { outcome: { outcome: 'unshared', rev: now.rev }, writes: [] };
	if (now.body === body) return accept(rev, { ...saved, id: change.recordId, rev });
	return { outcome: { outcome: 'copied', copyId }, writes: [copy(saved)] };

	function copy(text: Omit<Current, 'rev'>): Written {
		return { ...text, id: copyId, rev: 1, copyOf: change.recordId };
	}
}

const accept = (rev: number, ...writes: (Written | false)[]): Decided => ({
	outcome: { outcome: 'accepted', rev },
	writes: writes.filter((written) => written !== false)
});
