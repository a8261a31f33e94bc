import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { dayInZone, type Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import { practices } from '$lib/domain/practice.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import * as people from '$lib/features/people/people.server.ts';
import { assignmentKind, type Assignment } from './assignment.kind.ts';
import { TIMES_MOST, untilChoices, WHY_LONGEST, type Assigned } from './assignments.ts';

export { templateFor, templatesFor } from './templates.ts';

/** The cohort in which staff assign, and who does. */
export interface Place {
	programmeId: string;
	cohortId: string;
	staffId: string;
	now: number;
}

const why = z.string().trim().min(1, 'whyMissing').max(WHY_LONGEST, 'whyTooLong');

/** What a clinician fills in. A problem's message is a key under `problems` in the words of `assignments`. */
export const wantedSchema = z.object({
	practice: z.enum(practices, 'practiceMissing'),
	whyEn: why,
	whyEs: why,
	times: z.coerce.number('timesWrong').int('timesWrong').min(1, 'timesWrong').max(TIMES_MOST, 'timesWrong'),
	/** From this day on: today, or the day of a class that lies ahead. */
	fromDay: z.iso.date('untilWrong'),
	/** Up to and with this day: a class day that lies ahead, or the end of one more week after the last. */
	untilDay: z.iso.date('untilWrong'),
	/** One woman's id; empty for the whole cohort. */
	personId: z.preprocess((text) => text || undefined, z.uuid().optional())
});
export type Wanted = z.infer<typeof wantedSchema>;

export type Outcome = 'notFound' | 'untilWrong' | { id: string };

/** What is asked for now in a cohort: of everyone, and of one woman. */
export interface Current extends Assigned {
	personId?: string;
}

/**
 * Asks the whole cohort, or one woman, for a practice. Their phones get it at the next sync. What is asked already in just
 * these words is not asked again: the form was sent twice, or its reply was lost.
 */
export const assign = (db: Db, place: Place, wanted: Wanted): Promise<Outcome> =>
	db.transaction().execute(async (tx) => {
		const found = await standing(tx, place, wanted.personId);
		if (!found) return 'notFound';
		const body = bodyOf(found, wanted);
		if (!body) return 'untilWrong';

		await streams.hold(tx, found.stream);
		const asked = await streams.read<Assignment>(tx, { stream: found.stream, kinds: [assignmentKind.name] });
		const same = asked.find((record) => isDeepStrictEqual(record.body, body));
		return same ? { id: same.id } : write(tx, place, found.stream, newId(), body);
	});

/** Changes what was asked; of whom and since when stays as it is. */
export const edit = (db: Db, place: Place, id: string, wanted: Wanted): Promise<Outcome> =>
	db.transaction().execute(async (tx) => {
		const found = await standing(tx, place, wanted.personId);
		if (!found) return 'notFound';
		await streams.hold(tx, found.stream);
		const before = await one(tx, found.stream, id);
		if (!before) return 'notFound';
		const body = bodyOf(found, { ...wanted, fromDay: before.fromDay });
		return body ? write(tx, place, found.stream, id, body) : 'untilWrong';
	});

/** Takes it back, and answers with what it was, so that it can be asked again. */
export const withdraw = (
	db: Db,
	place: Place,
	{ id, personId }: { id: string; personId?: string }
): Promise<'notFound' | Assignment> =>
	db.transaction().execute(async (tx) => {
		const found = await standing(tx, place, personId);
		if (!found) return 'notFound';
		await streams.hold(tx, found.stream);
		const before = await one(tx, found.stream, id);
		if (!before) return 'notFound';
		await streams.remove(tx, { stream: found.stream, id, now: place.now });
		return before;
	});

/** What is asked for on a day or later, the cohort's first. */
export async function current(
	db: Db | Tx,
	{ cohortId, day, personIds }: { cohortId: string; day: Day; personIds: readonly string[] }
): Promise<Current[]> {
	const cohortStream = streams.cohortStream(cohortId);
	const personIdByStream = new Map(personIds.map((personId) => [streams.personStream(personId), personId]));
	const records = await streams.read<Assignment>(db, {
		stream: [cohortStream, ...personIdByStream.keys()],
		kinds: [assignmentKind.name]
	});
	return records
		.filter(({ body }) => body.untilDay >= day)
		.map(({ id, stream, body }) => ({ ...body, id, personId: personIdByStream.get(stream) }))
		.toSorted((a, b) => Number(a.forOne) - Number(b.forOne));
}

interface Standing {
	stream: string;
	today: Day;
	untilClassByDay: Map<Day, number | undefined>;
}

/** The stream to write to; undefined for a cohort of another programme, or a woman who is not in this one. */
async function standing(tx: Tx, place: Place, personId: string | undefined): Promise<Standing | undefined> {
	const { programmeId, cohortId, now } = place;
	const cohort = await cohorts.get(tx, programmeId, cohortId);
	if (!cohort) return undefined;
	if (personId && !(await people.participant(tx, programmeId, cohortId, personId))) return undefined;

	const today = dayInZone(now, cohort.zone);
	const choices = untilChoices(await classes.list(tx, cohortId), today);
	return {
		stream: personId ? streams.personStream(personId) : streams.cohortStream(cohortId),
		today,
		untilClassByDay: new Map(choices.map(({ day, number }) => [day, number]))
	};
}

/** Undefined when its days do not fit the classes. */
function bodyOf(
	{ today, untilClassByDay }: Standing,
	{ practice, times, whyEn, whyEs, fromDay, untilDay, personId }: Wanted
): Assignment | undefined {
	const beginsRight = fromDay <= today || untilClassByDay.has(fromDay);
	if (!beginsRight || fromDay > untilDay || !untilClassByDay.has(untilDay)) return undefined;
	const untilClass = untilClassByDay.get(untilDay);
	return {
		...{ practice, times, fromDay, untilDay },
		why: { en: whyEn, es: whyEs },
		...(untilClass !== undefined && { untilClass }),
		forOne: personId !== undefined
	};
}

async function write(
	tx: Tx,
	{ staffId, now }: Place,
	stream: string,
	id: string,
	body: Assignment
): Promise<{ id: string }> {
	const day = body.fromDay;
	await streams.put(tx, { stream, id, kind: assignmentKind.name, body, day, authorId: staffId, now });
	return { id };
}

async function one(tx: Tx, stream: string, id: string): Promise<Assignment | undefined> {
	const [record] = await streams.read<Assignment>(tx, { stream, kinds: [assignmentKind.name], ids: [id] });
	return record?.body;
}
