import { MINUTE_MS } from '$lib/domain/clock.ts';
import { dayInZone, type Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import { readableBy } from '$lib/domain/role.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import type { ServerRecord } from '$lib/platform/sync/streams.server.ts';
import {
	active,
	homeworkWeek,
	progress,
	type Assigned,
	type Deed,
	type Progress
} from '$lib/features/assignments/assignments.ts';
import type { Assignment } from '$lib/features/assignments/assignments.ts';
import * as people from '$lib/features/people/people.server.ts';
import type { Participant } from '$lib/features/people/people.server.ts';
import { answerKind, type Answer } from './answer.kind.ts';
import { lastRead, noteLook } from './looks.server.ts';
import { entryKinds, type EntryKind, type Reader } from './review.ts';

/**
 * What staff may see of the women in a cohort. Every function that hands out an entry, or says that something was done,
 * writes down the look in the same transaction: nothing can be read without a trace (`product.md`, rule 11).
 */
export interface Reading {
	programmeId: string;
	cohortId: string;
	/** The cohort's. */
	zone: string;
	classDays: readonly Day[];
	staffId: string;
	/** As her participants know her. */
	name: string;
	role: Reader;
	now: number;
}

export interface Task {
	assigned: Assigned;
	/** As far as it is shared with this reader. */
	progress: Progress;
}

export interface Row extends Participant {
	joinedDay: Day;
	tasks: Task[];
	last?: { kind: EntryKind; day: Day };
	/** The latest day on which anything of hers reached this reader. */
	lastDay?: Day;
	newCount: number;
}

export interface SharedEntry {
	id: string;
	kind: EntryKind;
	day: Day;
	/** Shared with the clinician, or with the whole team. */
	visibility: 'clinician' | 'team';
	body: unknown;
	receivedAt: number;
	isNew: boolean;
	/** The entry beside which this one was kept, when two phones had written. */
	copyOf?: string;
	answers: (Answer & { id: string; isOwn: boolean })[];
}

export interface Person extends Participant {
	joinedDay: Day;
	tasks: Task[];
	/** Whether it is known of anything that it was done. */
	isDoneShown: boolean;
	/** All that are shared, for the chart. */
	moods: { day: Day; score: number }[];
	/** The latest, newest first. */
	entries: SharedEntry[];
	/** How many more there are. */
	earlier: number;
}

const DONE = 'done';
const ASSIGNMENT = 'assignment';

/** Everyone in the cohort: what was asked, what is known to be done, what is new. Counts as a look at whoever shows something. */
export const overview = (db: Db, reading: Reading): Promise<Row[]> =>
	db.transaction().execute(async (tx) => {
		const participants = await people.participants(tx, reading.programmeId, reading.cohortId);
		const records = await readAll(tx, reading, participants);
		const readAtById = await lastRead(tx, reading);
		const seen = participants.map((participant) => ({
			participant,
			known: knownOf(reading, records, participant.id)
		}));

		// In one order for everyone who looks, so that two looks at the same women never wait for each other in a ring.
		for (const { participant, known } of seen.toSorted((a, b) => a.participant.id.localeCompare(b.participant.id))) {
			if (known.deeds.length + known.entries.length > 0) await noteLook(tx, reading, participant.id, [DONE]);
		}

		return seen.map(({ participant, known }): Row => {
			const [latest] = known.entries;
			const readAt = readAtById.get(participant.id) ?? 0;
			return {
				...participant,
				joinedDay: dayInZone(participant.joinedAt, reading.zone),
				tasks: known.tasks,
				...(latest && { last: { kind: latest.kind as EntryKind, day: dayOf(latest, reading) } }),
				lastDay: known.lastDay,
				newCount: known.entries.filter(({ receivedAt }) => receivedAt > readAt).length
			};
		});
	});

/**
 * One woman: what she shares with this reader. Undefined when she is not in the cohort. A visit makes all of it read, so it
 * hands out at least `latest` entries and reaches back to the oldest that is new, and to the one that is asked for.
 */
export const person = (
	db: Db,
	reading: Reading,
	personId: string,
	{ latest = Infinity, withId }: { latest?: number; withId?: string } = {}
): Promise<Person | undefined> =>
	db.transaction().execute(async (tx) => {
		const participant = await people.participant(tx, reading.programmeId, reading.cohortId, personId);
		if (!participant) return undefined;

		const records = await readAll(tx, reading, [participant]);
		const readAt = (await lastRead(tx, reading)).get(personId) ?? 0;
		const { deeds, entries, tasks } = knownOf(reading, records, personId);
		const isNew = ({ receivedAt }: ServerRecord) => receivedAt > readAt;
		const reach = entries.findLastIndex((entry) => isNew(entry) || entry.id === withId) + 1;
		const shown = entries.slice(0, Math.max(latest, reach));
		const moods = entries.filter(({ kind }) => kind === 'mood');
		const isDoneShown = deeds.length > 0;
		// Who shows nothing was not looked at.
		if (entries.length > 0 || isDoneShown)
			await noteLook(tx, reading, personId, [DONE, ...[...shown, ...moods].map(({ kind }) => kind as EntryKind)]);

		const answers = records.filter(({ kind }) => kind === answerKind.name) as ServerRecord<Answer>[];
		return {
			...participant,
			joinedDay: dayInZone(participant.joinedAt, reading.zone),
			tasks,
			isDoneShown,
			moods: moods.map((mood) => ({ day: dayOf(mood, reading), score: (mood.body as { score: number }).score })),
			earlier: entries.length - shown.length,
			entries: shown.map((entry) => ({
				id: entry.id,
				kind: entry.kind as EntryKind,
				day: dayOf(entry, reading),
				visibility: entry.visibility as 'clinician' | 'team',
				body: entry.body,
				receivedAt: entry.receivedAt,
				isNew: isNew(entry),
				...(entry.copyOf && { copyOf: entry.copyOf }),
				answers: answers
					.filter(({ body }) => body.entryId === entry.id)
					.map(({ id, body, authorId }) => ({ ...body, id, isOwn: authorId === reading.staffId }))
					.toSorted((a, b) => a.at - b.at)
			}))
		};
	});

/** The same words so soon after are the same answer: the form was sent twice, or its reply was lost. */
const SENT_AGAIN_MS = 10 * MINUTE_MS;

/** A few words to her about an entry that she shares with this reader. */
export const answer = (
	db: Db,
	reading: Reading,
	{ personId, entryId, text }: { personId: string; entryId: string; text: string }
): Promise<'notFound' | { id: string }> =>
	db.transaction().execute(async (tx) => {
		if (!(await people.participant(tx, reading.programmeId, reading.cohortId, personId))) return 'notFound';
		const stream = streams.personStream(personId);
		// Held first: an entry that is being taken back at this moment is either gone already, or was still hers to share.
		await streams.hold(tx, stream);
		const entry = await readable(tx, reading, stream, entryId);
		if (!entry) return 'notFound';

		const { staffId, name, role, now } = reading;
		const answers = await streams.read<Answer>(tx, { stream, kinds: [answerKind.name] });
		const same = answers.find(
			({ authorId, body }) =>
				authorId === staffId && body.entryId === entryId && body.text === text && now - body.at < SENT_AGAIN_MS
		);
		if (same) return { id: same.id };

		const id = newId();
		const body: Answer = { entryId, entryKind: entry.kind as EntryKind, text, from: { name, role }, at: now };
		await streams.put(tx, { stream, id, kind: answerKind.name, body, authorId: staffId, now });
		return { id };
	});

/** Changes her own words, while the entry is still shared with her. */
export const editAnswer = (
	db: Db,
	reading: Reading,
	{ personId, id, text }: { personId: string; id: string; text: string }
): Promise<'notFound' | 'edited'> =>
	db.transaction().execute(async (tx) => {
		const own = await ownAnswer(tx, reading, personId, id);
		if (!own || !(await readable(tx, reading, own.stream, own.body.entryId))) return 'notFound';
		const { staffId, now } = reading;
		await streams.put(tx, {
			stream: own.stream,
			id,
			kind: answerKind.name,
			body: { ...own.body, text },
			authorId: staffId,
			now
		});
		return 'edited';
	});

/** Takes her own words back, and answers with them, so that they can be said again. */
export const withdrawAnswer = (
	db: Db,
	reading: Reading,
	{ personId, id }: { personId: string; id: string }
): Promise<'notFound' | Answer> =>
	db.transaction().execute(async (tx) => {
		const own = await ownAnswer(tx, reading, personId, id);
		if (!own) return 'notFound';
		await streams.remove(tx, { stream: own.stream, id, now: reading.now });
		return own.body;
	});

async function ownAnswer(tx: Tx, reading: Reading, personId: string, id: string) {
	if (!(await people.participant(tx, reading.programmeId, reading.cohortId, personId))) return undefined;
	const stream = streams.personStream(personId);
	await streams.hold(tx, stream);
	const [record] = await streams.read<Answer>(tx, { stream, kinds: [answerKind.name], ids: [id] });
	return record?.authorId === reading.staffId ? record : undefined;
}

async function readable(tx: Tx, { role }: Reading, stream: string, entryId: string) {
	const [entry] = await streams.read(tx, { stream, kinds: entryKinds, visibleTo: readableBy[role], ids: [entryId] });
	return entry;
}

const readAll = (tx: Tx, { cohortId, role }: Reading, participants: readonly Participant[]) =>
	streams.read(tx, {
		stream: [streams.cohortStream(cohortId), ...participants.map(({ id }) => streams.personStream(id))],
		kinds: [...entryKinds, DONE, ASSIGNMENT, answerKind.name],
		visibleTo: readableBy[role] ?? []
	});

/** What the records say about one woman, newest first. */
function knownOf(reading: Reading, records: readonly ServerRecord[], personId: string) {
	const today = dayInZone(reading.now, reading.zone);
	const stream = streams.personStream(personId);
	const hers = records.filter((record) => record.stream === stream);
	const entries = hers
		.filter(({ kind }) => entryKinds.includes(kind as EntryKind))
		.toSorted((a, b) => dayOf(b, reading).localeCompare(dayOf(a, reading)) || b.receivedAt - a.receivedAt);
	const marks = hers.filter(({ kind }) => kind === DONE) as ServerRecord<Pick<Deed, 'practice'>>[];
	const deeds: Deed[] = [
		...marks.map((mark) => ({ id: mark.id, day: dayOf(mark, reading), practice: mark.body.practice })),
		...entries.flatMap((entry) => deedOf(entry, dayOf(entry, reading)))
	];

	const asked = records
		.filter(({ kind }) => kind === ASSIGNMENT)
		.filter((record) => record.stream === stream || record.stream === streams.cohortStream(reading.cohortId))
		.map(({ id, body }) => ({ ...(body as Assignment), id }));
	const week = homeworkWeek(today, reading.classDays);
	const tasks = active(asked, today).map((assigned) => ({ assigned, progress: progress(assigned, deeds, week) }));

	const lastDay = [...entries, ...marks]
		.map((record) => dayOf(record, reading))
		.toSorted()
		.at(-1);
	return { entries, deeds, tasks, lastDay };
}

/**
 * A shared entry shows that something was done, even where no mark may say so. Of a worksheet that is on the day on which
 * it became complete; a breath in a hard moment is not counted.
 */
function deedOf({ id, kind, body }: ServerRecord, day: Day): Deed[] {
	const { rescue, plannedOn, readBackOn } = body as { rescue?: boolean; plannedOn?: Day; readBackOn?: Day };
	if (kind === 'mood') return [{ id, day, practice: 'mood' }];
	if (kind === 'breathing' && !rescue) return [{ id, day, practice: 'breathing' }];
	if (kind === 'problem-solving' && plannedOn) return [{ id, day: plannedOn, practice: 'problem-solving' }];
	if (kind === 'communication' && readBackOn) return [{ id, day: readBackOn, practice: 'communication' }];
	return [];
}

const dayOf = ({ day, receivedAt }: ServerRecord, { zone }: Reading): Day => day ?? dayInZone(receivedAt, zone);
