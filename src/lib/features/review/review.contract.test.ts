import { describe, expect, test } from 'vitest';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import { idBeside, newId } from '$lib/domain/id.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import * as assignments from '$lib/features/assignments/assignments.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import { aCohort, sends, takesBack } from '../../../../tests/support/seed.ts';
import { answerSchema } from './answer.kind.ts';
import { lookSchema } from './look.kind.ts';
import * as review from './review.server.ts';
import type { Reader } from './review.ts';

const NOW = Date.parse('2030-01-21T15:00:00Z');
const LATER = NOW + 60_000;

async function aClass(db: Db) {
	const cohort = await aCohort(db, NOW);
	const today = dayInZone(NOW, cohort.zone);
	const ana = await cohort.join('participant', 'Ana', NOW - 14 * 86_400_000);
	const staffIds = {
		clinician: await cohort.join('clinician', 'Rosa'),
		ambassador: await cohort.join('ambassador', 'Lupe')
	};
	const as = (role: Reader, now = NOW): review.Reading => ({
		programmeId: cohort.programmeId,
		cohortId: cohort.cohortId,
		zone: cohort.zone,
		classDays: Array.from({ length: 8 }, (_, week) => addDays(cohort.firstClass, 7 * week)),
		staffId: staffIds[role],
		name: role === 'clinician' ? 'Rosa' : 'Lupe',
		role,
		now
	});
	const mood = (visibility: 'me' | 'clinician' | 'team', score = 6, day = today) =>
		sends(db, ana, { kind: 'mood', day, body: { score, at: NOW }, visibility, now: NOW });
	const looks = () =>
		db.selectFrom('look').select(['staff_id', 'participant_id', 'what', 'at']).orderBy('at').execute();
	const lookRecords = () => streams.read(db, { stream: streams.personStream(ana), kinds: ['look'] });
	return { ...cohort, today, ana, staffIds, as, mood, looks, lookRecords };
}

describe.each(databases)('$name', ({ open }) => {
	test.each([
		['clinician', ['team', 'clinician']],
		['ambassador', ['team']]
	] as const)('a %s reads what is shared with her, newest first, and nothing else', async (role, visible) => {
		const db = await open();
		const { ana, as, mood, today } = await aClass(db);
		await mood('me');
		await mood('clinician', 4, addDays(today, -1));
		await mood('team', 6, today);

		const person = await review.person(db, as(role), ana);
		expect(person?.entries.map(({ visibility }) => visibility)).toEqual(visible);
	});

	test('an entry that was taken back is gone at once, and what was answered to it with it', async () => {
		const db = await open();
		const { ana, as, mood } = await aClass(db);
		const entryId = await mood('clinician');
		await review.answer(db, as('clinician'), { personId: ana, entryId, text: 'Thank you.' });

		await takesBack(db, ana, entryId);

		expect((await review.person(db, as('clinician'), ana))?.entries).toEqual([]);
		expect((await review.overview(db, as('clinician')))[0]).not.toHaveProperty('last');
		expect(await review.answer(db, as('clinician'), { personId: ana, entryId, text: 'Still?' })).toBe('notFound');
	});

	test('only what is shown counts as read: a page reaches back to the oldest that is new', async () => {
		const db = await open();
		const { ana, as, mood, today } = await aClass(db);
		const days = Array.from({ length: 25 }, (_, ago) => addDays(today, -ago));
		for (const day of days) await mood('clinician', 6, day);
		const look = async (now: number, withId?: string) => {
			const seen = await review.person(db, as('clinician', now), ana, { latest: 20, withId });
			return {
				shown: seen!.entries.length,
				new: seen!.entries.filter(({ isNew }) => isNew).length,
				earlier: seen!.earlier
			};
		};

		expect(await look(NOW)).toEqual({ shown: 25, new: 25, earlier: 0 });
		expect(await look(LATER)).toEqual({ shown: 20, new: 0, earlier: 5 });
		const all = await review.person(db, as('clinician', LATER), ana);
		expect(await look(LATER, all!.entries[22]!.id)).toEqual({ shown: 23, new: 0, earlier: 2 });
	});

	test('a look names the kinds that were shown, not those behind them', async () => {
		const db = await open();
		const { ana, as, mood, today, looks } = await aClass(db);
		await sends(db, ana, {
			kind: 'note',
			day: addDays(today, -3),
			body: { text: 'Old' },
			visibility: 'team',
			now: NOW
		});
		await mood('team', 6, today);
		await review.person(db, as('clinician'), ana);
		await review.person(db, as('clinician', LATER), ana, { latest: 1 });
		expect((await looks()).map(({ what }) => what)).toEqual(['mood,note,done', 'mood,done']);
	});

	describe('every look is written down', () => {
		test('where nobody can change it, and on her phone, once a staff member and day', async () => {
			const db = await open();
			const { ana, as, mood, today, staffIds, looks, lookRecords } = await aClass(db);
			await mood('team');

			await review.person(db, as('clinician'), ana);
			await review.person(db, as('clinician', LATER), ana);
			await review.person(db, as('ambassador', LATER + 1), ana);

			expect(await looks()).toEqual([
				{ staff_id: staffIds.clinician, participant_id: ana, what: 'mood,done', at: NOW },
				{ staff_id: staffIds.clinician, participant_id: ana, what: 'mood,done', at: LATER },
				{ staff_id: staffIds.ambassador, participant_id: ana, what: 'mood,done', at: LATER + 1 }
			]);
			const records = await lookRecords();
			expect(records.map(({ body }) => body)).toEqual([
				{ by: { name: 'Lupe', role: 'ambassador' }, day: today, what: ['mood', 'done'], count: 1 },
				{ by: { name: 'Rosa', role: 'clinician' }, day: today, what: ['mood', 'done'], count: 1 }
			]);
			expect(records.every(({ body }) => lookSchema.safeParse(body).success)).toBe(true);
			await expect(db.updateTable('look').set({ what: '' }).execute()).rejects.toThrow(/append-only/);
			await expect(db.deleteFrom('look').execute()).rejects.toThrow(/append-only/);
		});

		test('the list counts as a look at each woman of whom it shows something, and only at her', async () => {
			const db = await open();
			const { ana, as, mood, join, looks } = await aClass(db);
			await join('participant', 'Luz');
			await mood('team');

			await review.overview(db, as('clinician'));

			expect(await looks()).toMatchObject([{ participant_id: ana, what: 'done' }]);
		});

		test('what cannot be written down is not shown', async () => {
			const db = await open();
			const { ana, as, mood } = await aClass(db);
			await mood('team');
			await db.schema.alterTable('look').renameTo('look_away').execute();

			await expect(review.person(db, as('clinician'), ana)).rejects.toThrow();
			await expect(review.overview(db, as('clinician'))).rejects.toThrow();
		});

		test('looks at the same moment are all written down, and are one sitting to her', async () => {
			const db = await open({ racing: 4 });
			const { ana, as, mood, looks, lookRecords } = await aClass(db);
			await mood('team');

			await Promise.all([
				review.person(db, as('clinician'), ana),
				review.overview(db, as('clinician')),
				review.person(db, as('clinician'), ana),
				review.overview(db, as('clinician'))
			]);

			expect(await looks()).toHaveLength(4);
			expect(await lookRecords()).toMatchObject([{ body: { count: 1 } }]);
		});

		test('she is told of sittings: who leafs to and fro within the hour counts once, who comes back counts again', async () => {
			const db = await open();
			const { ana, as, mood, looks, lookRecords } = await aClass(db);
			await mood('team');
			const minutes = [0, 20, 70, 131];

			for (const minute of minutes) await review.person(db, as('clinician', NOW + minute * 60_000), ana);

			expect(await looks()).toHaveLength(minutes.length);
			expect(await lookRecords()).toMatchObject([{ body: { count: 2 } }]);
		});
	});

	test('new is what came or changed since she last read, whatever she saw in the list', async () => {
		const db = await open();
		const { ana, as, mood } = await aClass(db);
		const entryId = await mood('team');
		const news = async (role: Reader, now: number) => (await review.overview(db, as(role, now)))[0]?.newCount;

		expect(await news('clinician', LATER)).toBe(1);
		expect(await news('clinician', LATER)).toBe(1);
		await review.person(db, as('clinician', LATER), ana);
		expect(await news('clinician', LATER)).toBe(0);
		expect(await news('ambassador', LATER)).toBe(1);

		const edited = { id: entryId, kind: 'mood', day: '2030-01-21', body: { score: 2, at: NOW } };
		await sends(db, ana, { ...edited, visibility: 'team', now: LATER + 1 });
		expect(await news('clinician', LATER + 2)).toBe(1);
	});

	test('what she lets her team see counts with what she shares, once each; a rescue breath and a half-written worksheet do not', async () => {
		const db = await open();
		const { programmeId, cohortId, ana, as, mood, today, staffIds } = await aClass(db);
		const place = { programmeId, cohortId, staffId: staffIds.clinician, now: NOW - 3 * 86_400_000 };
		const wanted = {
			times: 5,
			whyEn: 'Why.',
			whyEs: 'Por qué.',
			fromDay: addDays(today, -3),
			untilDay: addDays(today, 1),
			personId: undefined
		};
		for (const practice of ['mood', 'breathing', 'problem-solving', 'communication'] as const) {
			await assignments.assign(db, place, { ...wanted, practice });
		}
		const done = (id: string, practice: string) =>
			sends(db, ana, { id, kind: 'done', day: today, body: { practice }, visibility: 'team', now: NOW });

		await done(idBeside(await mood('team')), 'mood');
		await done(idBeside(newId()), 'mood');
		await sends(db, ana, { kind: 'breathing', day: today, body: { rescue: true }, now: NOW });
		await sends(db, ana, { kind: 'problem-solving', day: today, body: { what: 'The bus' }, now: NOW });
		await sends(db, ana, { kind: 'communication', day: addDays(today, -20), body: { readBackOn: today }, now: NOW });

		const [row] = await review.overview(db, as('clinician'));
		const doneByPractice = Object.fromEntries(row!.tasks.map((task) => [task.assigned.practice, task.progress.done]));
		expect(doneByPractice).toEqual({ mood: 2, breathing: 0, 'problem-solving': 0, communication: 1 });
	});

	test('who left is not shown, nor answered; nor is a woman of another cohort', async () => {
		const db = await open();
		const { ana, as, mood } = await aClass(db);
		const other = await aClass(db);
		const entryId = await mood('team');
		const strangersEntry = await other.mood('team');
		const to = (personId: string, id: string) => ({ personId, entryId: id, text: 'Hello.' });

		expect(await review.person(db, as('clinician'), other.ana)).toBeUndefined();
		expect(await review.answer(db, as('clinician'), to(other.ana, strangersEntry))).toBe('notFound');
		expect(await review.answer(db, as('clinician'), to(ana, strangersEntry))).toBe('notFound');

		await db.updateTable('member').set({ left_at: NOW }).where('person_id', '=', ana).execute();
		expect(await review.overview(db, as('clinician'))).toEqual([]);
		expect(await review.person(db, as('clinician'), ana)).toBeUndefined();
		expect(await review.answer(db, as('clinician'), to(ana, entryId))).toBe('notFound');
		expect(await other.looks()).toEqual([]);
	});

	test('an answer reaches her stream; only who wrote it changes it or takes it back', async () => {
		const db = await open();
		const { ana, as, mood } = await aClass(db);
		const entryId = await mood('team');
		const { id } = (await review.answer(db, as('clinician'), { personId: ana, entryId, text: 'Thank you.' })) as {
			id: string;
		};
		const sent = async () =>
			(await streams.read(db, { stream: streams.personStream(ana), kinds: ['answer'] }))[0]?.body;

		expect(await sent()).toEqual({
			entryId,
			entryKind: 'mood',
			text: 'Thank you.',
			from: { name: 'Rosa', role: 'clinician' },
			at: NOW
		});
		expect(answerSchema.safeParse(await sent()).success).toBe(true);

		const hers = { personId: ana, id };
		expect(await review.editAnswer(db, as('ambassador'), { ...hers, text: 'No.' })).toBe('notFound');
		expect(await review.withdrawAnswer(db, as('ambassador'), hers)).toBe('notFound');
		expect(await review.editAnswer(db, as('clinician', LATER), { ...hers, text: 'Thank you, Ana.' })).toBe('edited');
		expect(await sent()).toMatchObject({ text: 'Thank you, Ana.', at: NOW });

		const seen = await review.person(db, as('ambassador'), ana);
		expect(seen?.entries[0]?.answers).toMatchObject([{ id, text: 'Thank you, Ana.', isOwn: false }]);
		expect(await review.withdrawAnswer(db, as('clinician'), hers)).toMatchObject({ text: 'Thank you, Ana.' });
		expect(await sent()).toBeUndefined();
	});

	test('an answer that is sent twice reaches her once; the same words on another day are said again', async () => {
		const db = await open({ racing: 2 });
		const { ana, as, mood } = await aClass(db);
		const words = { personId: ana, entryId: await mood('team'), text: 'Thank you.' };
		const answers = () => streams.read(db, { stream: streams.personStream(ana), kinds: ['answer'] });

		const ids = await Promise.all([1, 2].map(() => review.answer(db, as('clinician'), words)));
		expect(ids[0]).toEqual(ids[1]);
		expect(await answers()).toHaveLength(1);

		await review.answer(db, as('ambassador'), words);
		await review.answer(db, as('clinician', NOW + 86_400_000), words);
		expect(await answers()).toHaveLength(3);
	});

	test('an ambassador answers only what the whole team may read', async () => {
		const db = await open();
		const { ana, as, mood } = await aClass(db);
		const entryId = await mood('clinician');
		expect(await review.answer(db, as('ambassador'), { personId: ana, entryId, text: 'Hello.' })).toBe('notFound');
	});
});
