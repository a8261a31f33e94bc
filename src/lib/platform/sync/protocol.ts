import type { Day } from '$lib/domain/day.ts';
import type { Language } from '$lib/domain/language.ts';
import type { Visibility } from '$lib/domain/visibility.ts';

/** What a phone and the server say to each other at `POST /api/sync`. Raise it with every change that the other side must know of. */
export const PROTOCOL = 1;
/** The server speaks with the apps of the last three releases. */
export const OLDEST_PROTOCOL = Math.max(1, PROTOCOL - 2);

/** How much one request may carry. Three bytes a character at worst stay under the server's limit of 512 KB. */
export const MAX_CHANGES = 50;
export const MAX_BATCH_CHARACTERS = 150_000;
export const MAX_BODY_CHARACTERS = 100_000;

export interface Change {
	opId: string;
	/** How many of her edits this sending of the change holds. */
	edits: number;
	recordId: string;
	kind: string;
	baseRev: number;
	day: Day;
	visibility: Visibility;
	action: 'save' | 'unshare' | 'delete';
	/** Only with `save`. */
	body?: unknown;
	/** With `save`: only who may read it has changed, the text is that of the base. */
	isSameText?: boolean;
	/** The entry that this one was kept beside. */
	copyOf?: string;
}

export interface SyncRequest {
	protocol: number;
	/** Whose phone asks. The server refuses when the session is somebody else's. */
	personId: string;
	deviceId: string;
	changes: Change[];
	/** How far the phone has read each stream it knows; left out while it still has more to send. */
	cursors?: Record<string, number>;
}

export type RefusalReason = 'invalid' | 'tooLarge' | 'unknownKind' | 'notYours';

/** Which change is answered, and which of its sendings was applied: a later one with more of her edits may have been a repetition. */
interface Answers {
	opId: string;
	edits: number;
}

/** What became of one change. It is stored as it stands, so it never holds what somebody wrote. */
export type Result = Answers &
	/** `isHeld`: the server has the text now. `visibility` if she had narrowed it on another phone meanwhile. */
	(
		| { outcome: 'accepted'; rev: number; isHeld: boolean; visibility?: Visibility }
		/** Another phone was first: the text was kept beside the original, as a record of its own. */
		| { outcome: 'copied'; copyId: string }
		/** There is text that the phone had not seen: the entry stays, with it. */
		| { outcome: 'kept' }
		/** Deleted on another phone, and there was no new text to keep. */
		| { outcome: 'gone' }
		/** She has taken the entry back meanwhile: it is not shared again by an older wish. */
		| { outcome: 'unshared'; rev: number }
		| { outcome: 'refused'; reason: RefusalReason }
	);

/** The latest state of a record, as phones get it. */
export interface WireRecord {
	id: string;
	seq: number;
	kind: string;
	day: Day;
	visibility: Visibility;
	rev: number;
	state: 'live' | 'unshared' | 'deleted';
	/** Only while it is live. */
	body?: unknown;
	receivedAt: number;
	copyOf?: string;
	/** A version up to this one was taken back by a phone that had not seen it: whoever has its text keeps it. */
	unseenRev?: number;
	/** Who wrote it, if not the asker. */
	authorId?: string;
}

export interface StreamPage {
	records: WireRecord[];
	cursor: number;
	more: boolean;
	/** The phone had read further than the server now goes: the server came back from a backup, and all is sent anew. */
	fromStart?: true;
}

export interface SyncReply {
	results: (Result & { /** With `copied` and `kept`: the original as it is. */ current?: WireRecord })[];
	streams: Record<string, StreamPage>;
	/** Streams that the phone knows and she no longer belongs to. */
	left: string[];
	you: { personId: string; name: string; language: Language; isDemo: boolean };
}
