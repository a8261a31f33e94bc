import { daysBetween, type Day } from '$lib/domain/day.ts';
import type { Role } from '$lib/domain/role.ts';
import { practicePath, practices } from '$lib/domain/practice.ts';

export type { Answer } from './answer.kind.ts';
export type { Look } from './look.kind.ts';

/** The kinds that staff may read, and answer: the practices, and the free text that stands beside them. */
export const entryKinds = [...practices, 'note'] as const;
export type EntryKind = (typeof entryKinds)[number];
export const isEntryKind = (text: string): text is EntryKind => entryKinds.includes(text as EntryKind);

/** Where she finds an entry on her phone; a breath has no page of its own, a note opens where moods do. */
export const pathOfEntry = (kind: EntryKind, id: string): string | undefined =>
	kind === 'breathing' ? undefined : `${practicePath[kind === 'note' ? 'mood' : kind]}/${id}`;

/** What staff can look at: entries of a kind, or only that something was done. */
export const lookedAt = [...entryKinds, 'done'] as const;
export type LookedAt = (typeof lookedAt)[number];

/** Who may read entries, and so who may answer. */
export const readers = ['clinician', 'ambassador'] as const;
export type Reader = (typeof readers)[number];

export const ANSWER_LONGEST = 600;

/** The part in which somebody reads a cohort's entries; undefined when she reads none. A clinician sees more, so that comes first. */
export const readerAs = (roles: readonly Role[]): Reader | undefined =>
	readers.find((reader) => roles.includes(reader));

/** One woman, as far as the list of a cohort needs to know her. */
export interface Seen {
	name: string;
	/** Entries that came or changed since this staff member last read. */
	newCount: number;
	/** The latest day on which she shared or let her team see anything. */
	lastDay?: Day;
	joinedDay: Day;
}

const QUIET_AFTER_DAYS = 7;

/** Nothing has reached her team for a week. It says nothing about what she does: she may keep it to herself. */
export const isQuiet = ({ lastDay, joinedDay }: Pick<Seen, 'lastDay' | 'joinedDay'>, today: Day): boolean =>
	daysBetween(lastDay ?? joinedDay, today) >= QUIET_AFTER_DAYS;

export const orders = ['first', 'name', 'last'] as const;
export type Order = (typeof orders)[number];
export const isOrder = (text: unknown): text is Order => orders.includes(text as Order);

/** `first`: who needs a person first: something new to read, then who has gone quiet. `last`: who shared latest. */
export function inOrder<One extends Seen>(participants: readonly One[], order: Order, today: Day): One[] {
	const byName = (a: One, b: One) => a.name.localeCompare(b.name);
	const need = (one: One) => (one.newCount > 0 ? 2 : isQuiet(one, today) ? 1 : 0);
	const compare = {
		name: byName,
		last: (a: One, b: One) => (b.lastDay ?? '').localeCompare(a.lastDay ?? '') || byName(a, b),
		first: (a: One, b: One) => need(b) - need(a) || b.newCount - a.newCount || byName(a, b)
	};
	return participants.toSorted(compare[order]);
}
