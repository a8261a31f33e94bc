import { createHash } from 'node:crypto';
import { addDays, dayInZone, type Day } from '$lib/domain/day.ts';
import { DAY_MS, MINUTE_MS } from '$lib/domain/clock.ts';
import type { Language } from '$lib/domain/language.ts';
import type { Role } from '$lib/domain/role.ts';
import { hashSecret, newSecret } from '$lib/platform/auth/keys.server.ts';
import type { Tx } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import { doneIdOf } from '$lib/features/assignments/assignments.ts';
import type { Assignment } from '$lib/features/assignments/assignments.ts';
import { templateFor, templatesFor } from '$lib/features/assignments/assignments.server.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import * as cohorts from '$lib/features/cohorts/cohorts.server.ts';
import { INVITE_LIFE_MS } from '$lib/features/invites/invites.ts';
import { blank, type ProblemSolving } from '$lib/features/problem-solving/problem-solving.ts';
import { lookedAt, type Answer } from '$lib/features/review/review.ts';
import { groups, staff, type Group, type Sheet, type Woman } from './cast.ts';
import { diary, seeded } from './diary.ts';

export const ZONE = 'America/New_York';
const WEEKS = 8;
const WEEKS_BEGUN = 3;

/** A record on its way into a stream; all of them are written in the order in which they would have arrived. */
interface Put {
	stream: string;
	id: string;
	kind: string;
	body: unknown;
	authorId: string;
	day: Day;
	visibility: 'clinician' | 'team';
	now: number;
}

/** One group in the making. */
interface Scene {
	programmeId: string;
	cohortId: string;
	classDays: Day[];
	today: Day;
	now: number;
	clinicianId: string;
}

/** The same person or entry has the same id in every part of the demo: made from the programme's and a name. */
export function idOf(programmeId: string, name: string): string {
	const hex = createHash('sha256').update(`${programmeId} ${name}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Fills an empty demo programme: staff, two groups in their third week, and what the women did and shared. */
export async function build(tx: Tx, programmeId: string, now: number): Promise<void> {
	for (const [key, { name, role }] of Object.entries(staff)) {
		await addPerson(tx, programmeId, key, name, 'en', now - 40 * DAY_MS, role === 'coordinator');
	}
	for (const group of groups) await buildGroup(tx, programmeId, group, now);
}

async function buildGroup(tx: Tx, programmeId: string, group: Group, now: number) {
	const today = dayInZone(now, ZONE);
	const first = addDays(today, -group.thirdClassDaysAgo - 7 * (WEEKS_BEGUN - 1));
	const { name, language, time } = group;
	const begun = instantAt(first, time) - 10 * DAY_MS;
	const weekly = { first, time, weeks: WEEKS, minutes: 90 };
	const cohortId = await cohorts.createIn(tx, programmeId, { name, language, zone: ZONE, ...weekly }, begun);
	for (const key of ['clinician', 'ambassador'] as const) {
		await addMember(tx, cohortId, idOf(programmeId, key), key, begun);
	}
	await classes.publishCohort(tx, cohortId, begun);

	const clinicianId = idOf(programmeId, 'clinician');
	const classDays = Array.from({ length: WEEKS }, (_, week) => addDays(first, 7 * week));
	const scene: Scene = { programmeId, cohortId, classDays, today, now, clinicianId };
	const puts: Put[] = assignmentsOf(scene, group);
	for (const [i, woman] of group.women.entries()) {
		const joinedAt = instantAt(first, '10:00') - (7 - i) * 7 * 60 * MINUTE_MS;
		await addPerson(tx, programmeId, woman.key, woman.name, language, joinedAt);
		await addMember(tx, cohortId, idOf(programmeId, woman.key), 'participant', joinedAt);
		await addInvite(tx, scene, woman.name, joinedAt - DAY_MS, idOf(programmeId, woman.key), joinedAt);
		puts.push(...storyOf(scene, woman, group));
	}
	await addInvite(tx, scene, group.invited, now - DAY_MS);
	await addLooks(tx, scene, group, puts);

	for (const put of puts.toSorted((a, b) => a.now - b.now)) if (put.now <= now) await streams.put(tx, put);
}

/** What was asked for after each class so far, from the templates that staff start from. */
function assignmentsOf({ programmeId, cohortId, classDays, clinicianId }: Scene, { time, women }: Group): Put[] {
	const puts: Put[] = [];
	const ask = (stream: string, number: number, template: ReturnType<typeof templateFor>, forOne: boolean) => {
		const [fromDay, untilDay] = [classDays[number - 1]!, classDays[number]!];
		const body: Assignment = { ...template, fromDay, untilDay, untilClass: number + 1, forOne };
		const id = idOf(programmeId, `asked ${stream} ${number} ${template.practice}`);
		const visibility = 'team';
		const now = instantAt(fromDay, time) + 85 * MINUTE_MS;
		puts.push({ stream, id, kind: 'assignment', body, authorId: clinicianId, day: fromDay, visibility, now });
	};

	for (let number = 1; number <= WEEKS_BEGUN; number += 1) {
		for (const template of templatesFor(number)) ask(streams.cohortStream(cohortId), number, template, false);
	}
	// One woman who had a problem to solve already was asked for that as well.
	const [woman] = women;
	const own = streams.personStream(idOf(programmeId, woman!.key));
	ask(own, WEEKS_BEGUN - 1, templateFor(4, 'problem-solving'), true);
	return puts;
}

/** Everything of hers that reached the server. */
function storyOf(scene: Scene, woman: Woman, { language }: Group): Put[] {
	const { programmeId, classDays, today, clinicianId } = scene;
	const personId = idOf(programmeId, woman.key);
	const stream = streams.personStream(personId);
	if (woman.shares === 'nothing') return [];

	const puts: Put[] = [];
	const shares = woman.shares === 'onlyThat' ? undefined : woman.shares;
	const put = (id: string, kind: string, body: unknown, day: Day, time: string, visibility: Put['visibility']) =>
		puts.push({ stream, id, kind, body, authorId: personId, day, visibility, now: instantAt(day, time) + MINUTE_MS });
	const mark = (entryId: string, practice: string, day: Day, time: string) =>
		put(doneIdOf(entryId), 'done', { practice }, day, time, 'team');
	const answer = (entryId: string, entryKind: string, text: string, day: Day) => {
		const from = { name: staff.clinician.name, role: staff.clinician.role };
		const now = instantAt(day, '08:40');
		const body = { entryId, entryKind, text, from, at: now };
		const id = idOf(programmeId, `answer ${entryId}`);
		puts.push({ stream, id, kind: 'answer', body, authorId: clinicianId, day, visibility: 'team', now });
	};

	const from = classDays[0]!;
	const deeds = diary(woman.ways, { from, to: addDays(today, -1), classDays }, seeded(seedOf(woman.key)));
	for (const { day, time, kind, body } of deeds) {
		const id = idOf(programmeId, `${woman.key} ${kind} ${day}`);
		if (shares) put(id, kind, { ...body, at: instantAt(day, time) }, day, time, shares);
		if (!('rescue' in body && body.rescue)) mark(id, kind, day, time);
	}
	for (const note of shares ? (woman.notes ?? []) : []) {
		const day = addDays(today, -note.daysAgo);
		const id = idOf(programmeId, `${woman.key} note ${day}`);
		put(id, 'note', { text: note.text }, day, '21:40', shares!);
		if (note.answer) answer(id, 'note', note.answer, addDays(day, 1));
	}
	if (shares && woman.sheet) {
		const day = addDays(today, -woman.sheet.daysAgo);
		const id = idOf(programmeId, `${woman.key} sheet`);
		put(id, 'problem-solving', sheetOf(woman.sheet.body, day, today), day, '21:15', shares);
		mark(id, 'problem-solving', day, '21:15');
		if (woman.sheet.answer) answer(id, 'problem-solving', woman.sheet.answer, addDays(day, 1));
	}
	return puts;

	function seedOf(key: string): number {
		return [...`${key} ${language}`].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
	}
}

function sheetOf(
	{ text, ideas, chosen, triedDaysAgo, satisfaction }: Sheet,
	plannedOn: Day,
	today: Day
): ProblemSolving {
	const day = addDays(today, -triedDaysAgo);
	return {
		...blank(),
		...text,
		ideas,
		chosen,
		plannedOn,
		day,
		time: 'afternoon',
		askOn: addDays(day, 1),
		tried: 'yes',
		satisfaction,
		place: { question: 'summary' }
	};
}

/** Her clinician read what she shared: whenever she answered, and yesterday before class was prepared. She can see that. */
async function addLooks(tx: Tx, { programmeId, clinicianId, today, now }: Scene, { women }: Group, puts: Put[]) {
	const by = { name: staff.clinician.name, role: staff.clinician.role };
	for (const { key } of women.filter(({ shares }) => shares === 'clinician' || shares === 'team')) {
		const personId = idOf(programmeId, key);
		const stream = streams.personStream(personId);
		const answers = puts.filter((put) => put.stream === stream && put.kind === 'answer');
		const seen = ['mood', 'breathing', 'note', 'done'];
		const whatByDay = new Map([[addDays(today, -1), seen]]);
		for (const { day, body } of answers) whatByDay.set(day, [...new Set([...seen, (body as Answer).entryKind])]);
		for (const [day, unsorted] of whatByDay) {
			const what = lookedAt.filter((kind) => unsorted.includes(kind));
			const at = instantAt(day, '08:35');
			if (at > now) continue;
			const id = idOf(programmeId, `look ${key} ${day}`);
			await tx
				.insertInto('look')
				.values({
					id,
					programme_id: programmeId,
					staff_id: clinicianId,
					participant_id: personId,
					what: what.join(),
					at
				})
				.execute();
			const body = { by, day, what, count: 1 };
			puts.push({ stream, id, kind: 'look', body, authorId: clinicianId, day, visibility: 'team', now: at });
		}
	}
}

async function addPerson(
	tx: Tx,
	programmeId: string,
	key: string,
	name: string,
	language: Language,
	at: number,
	isCoordinator = false
) {
	await tx
		.insertInto('person')
		.values({
			id: idOf(programmeId, key),
			programme_id: programmeId,
			name,
			language,
			is_coordinator: isCoordinator ? 1 : 0,
			sign_in_name: null,
			created_at: at,
			removed_at: null
		})
		.execute();
}

async function addMember(tx: Tx, cohortId: string, personId: string, role: Role, at: number) {
	const id = idOf(cohortId, personId);
	await tx
		.insertInto('member')
		.values({ id, cohort_id: cohortId, person_id: personId, role, joined_at: at, left_at: null })
		.execute();
}

async function addInvite(tx: Tx, scene: Scene, label: string, madeAt: number, usedBy?: string, usedAt?: number) {
	const { programmeId, cohortId } = scene;
	await tx
		.insertInto('invite')
		.values({
			id: idOf(cohortId, `invite ${label}`),
			programme_id: programmeId,
			cohort_id: cohortId,
			role: 'participant',
			label,
			secret_hash: hashSecret(newSecret(128)),
			created_by: idOf(programmeId, 'ambassador'),
			created_at: madeAt,
			expires_at: madeAt + INVITE_LIFE_MS,
			used_at: usedAt ?? null,
			used_by: usedBy ?? null,
			request_hash: null,
			withdrawn_at: null
		})
		.execute();
}

const instantAt = (day: Day, time: string): number =>
	Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds;
