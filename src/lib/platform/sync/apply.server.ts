import { z } from 'zod';
import { newId } from '$lib/domain/id.ts';
import { visibilities } from '$lib/domain/visibility.ts';
import type { Tx } from '../db/schema.server.ts';
import { decide, takenBack, type Beside, type Current, type Written } from './decide.ts';
import type { Kinds } from './kind.ts';
import { MAX_BODY_CHARACTERS, type Change, type RefusalReason, type Result } from './protocol.ts';
import { copiesOf, find, hold, nextSeq, personStream, write, type Row } from './streams.server.ts';

/** A name for a record, a change or a phone: random, or derived from one that is. */
export const idSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export const editsSchema = z.int().min(1).max(1_000_000_000);

const changeSchema = z.object({
	opId: idSchema,
	edits: editsSchema,
	recordId: idSchema,
	kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
	baseRev: z.int().min(0).max(1_000_000_000),
	day: z.union([z.literal(''), z.iso.date()]),
	visibility: z.enum(visibilities),
	action: z.enum(['save', 'unshare', 'delete']),
	body: z.unknown().optional(),
	isSameText: z.boolean().optional(),
	copyOf: idSchema.optional()
});

/** Where changes come from: the person, her phone, and what both sides hold to be true. */
export interface Sender {
	personId: string;
	deviceId: string;
	kinds: Kinds;
	now: number;
}

/** A change as it arrived: it says which it is, the rest is still unchecked. */
export type Incoming = Pick<Change, 'opId' | 'edits'> & Record<string, unknown>;

/**
 * Applies a phone's changes to its person's own stream, each exactly once: a change that was seen before gets the answer it
 * got then. Data and answers are written in one transaction, so either both are there or neither.
 */
export async function apply(tx: Tx, sender: Sender, incoming: readonly Incoming[]): Promise<Result[]> {
	const stream = personStream(sender.personId);
	// Every push of one person waits here for the one before, so a repeated change cannot pass its twin.
	await hold(tx, stream);

	const results: Result[] = [];
	for (const change of incoming) {
		const before = await remembered(tx, sender, change.opId);
		const result = before ?? (await applyOne(tx, sender, stream, change));
		if (!before) await remember(tx, sender, result);
		results.push(result);
	}
	return results;
}

async function applyOne(tx: Tx, { personId, kinds, now }: Sender, stream: string, incoming: Incoming): Promise<Result> {
	const { opId, edits } = incoming;
	const read = readChange(kinds, incoming);
	if (typeof read === 'string') return { opId, edits, outcome: 'refused', reason: read };

	const { change, body } = read;
	const row = await find(tx, stream, change.recordId);
	if (row && row.kind !== change.kind) return { opId, edits, outcome: 'refused', reason: 'notYours' };

	const decision = decide(row && toCurrent(row), change, body, await beside());
	if (decision.write) await keep(decision.write);
	if (decision.takesBackCopies) await takeBackCopies(change.recordId);
	return { opId, edits, ...decision.outcome };

	async function beside(): Promise<Beside> {
		if (!row || body === null || (row.state === 'live' && change.baseRev >= row.rev)) return { id: opId };
		const twin = (await copiesOf(tx, stream, row.id)).find((copy) => copy.body === body);
		if (twin) return { id: twin.id, twin: toCurrent(twin) };
		return { id: (await find(tx, stream, opId)) ? newId() : opId };
	}

	async function keep(written: Written) {
		const seq = await nextSeq(tx, stream);
		await write(tx, { ...toRow(written), stream, seq, kind: change.kind, author_id: personId, received_at: now });
	}

	async function takeBackCopies(id: string) {
		for (const copy of await copiesOf(tx, stream, id)) {
			await keep(takenBack(toCurrent(copy), copy.id));
			await takeBackCopies(copy.id);
		}
	}
}

/** The change with its body as the text that is kept: byte for byte what the phone wrote, once it has been found right. */
function readChange(kinds: Kinds, incoming: Incoming): { change: Change; body: string | null } | RefusalReason {
	const read = changeSchema.safeParse(incoming);
	if (!read.success) return 'invalid';
	const change = read.data;

	const kind = kinds.get(change.kind);
	if (!kind) return 'unknownKind';
	if (kind.writtenBy !== 'participant') return 'notYours';
	if (change.action !== 'save') return { change, body: null };

	const body = JSON.stringify(change.body) ?? 'null';
	if (body.length > MAX_BODY_CHARACTERS) return 'tooLarge';
	// Every entry of hers belongs to a day.
	if (change.visibility === 'me' || change.day === '' || !kind.schema.safeParse(change.body).success) return 'invalid';
	return { change, body };
}

const toCurrent = (row: Row): Current => ({
	...row,
	copyOf: row.copy_of,
	textRev: row.text_rev,
	unseenRev: row.unseen_rev
});

const toRow = (written: Written) => ({
	id: written.id,
	rev: written.rev,
	body: written.body,
	state: written.state,
	day: written.day || null,
	visibility: written.visibility,
	copy_of: written.copyOf,
	text_rev: written.textRev,
	unseen_rev: written.unseenRev
});

/** Bound to the person as well, so that nobody can ask for another's answers. */
const deviceKey = ({ personId, deviceId }: Sender) => `${personId}:${deviceId}`;

async function remembered(tx: Tx, sender: Sender, opId: string): Promise<Result | undefined> {
	const row = await tx
		.selectFrom('change')
		.select('result')
		.where('device_id', '=', deviceKey(sender))
		.where('op_id', '=', opId)
		.executeTakeFirst();
	return row && (JSON.parse(row.result) as Result);
}

async function remember(tx: Tx, sender: Sender, result: Result): Promise<void> {
	await tx
		.insertInto('change')
		.values({
			device_id: deviceKey(sender),
			op_id: result.opId,
			result: JSON.stringify(result),
			received_at: sender.now
		})
		.execute();
}
