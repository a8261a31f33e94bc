import { describe, expect, test } from 'vitest';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import { aCohort } from '../../../../tests/support/seed.ts';
import { assignmentSchema } from './assignment.kind.ts';
import * as assignments from './assignments.server.ts';

const NOW = Date.parse('2030-01-21T15:00:00Z');

async function aPlace(db: Db) {
	const cohort = await aCohort(db, NOW);
	const staffId = await cohort.join('clinician', 'Rosa');
	const today = dayInZone(NOW, cohort.zone);
	const place: assignments.Place = { programmeId: cohort.programmeId, cohortId: cohort.cohortId, staffId, now: NOW };
	const wanted = (change: Partial<assignments.Wanted> = {}): assignments.Wanted => ({
		practice: 'mood',
		whyEn: 'To see your week.',
		whyEs: 'Para ver tu semana.',
		times: 5,
		fromDay: today,
		untilDay: addDays(today, 8),
		personId: undefined,
		...change
	});
	const inStream = (stream: string) => streams.read<unknown>(db, { stream, kinds: ['assignment'] });
	const current = (...personIds: string[]) =>
		assignments.current(db, { cohortId: cohort.cohortId, day: today, personIds });
	return { ...cohort, place, wanted, today, inStream, current };
}

describe.each(databases)('$name', ({ open }) => {
	test('homework for the cohort goes to every phone in it, from today up to the class that was chosen', async () => {
		const db = await open();
		const { place, wanted, today, cohortId, inStream } = await aPlace(db);

		const outcome = await assignments.assign(db, place, wanted());

		const [record] = await inStream(streams.cohortStream(cohortId));
		expect(record).toMatchObject({
			id: (outcome as { id: string }).id,
			visibility: 'team',
			body: { fromDay: today, untilDay: addDays(today, 8), untilClass: 4, times: 5, forOne: false }
		});
		expect(assignmentSchema.safeParse(record?.body).success).toBe(true);
	});

	test('homework that is sent twice is asked for once', async () => {
		const db = await open({ racing: 2 });
		const { place, wanted, current } = await aPlace(db);

		const ids = await Promise.all([1, 2].map(() => assignments.assign(db, place, wanted())));
		expect(ids[0]).toEqual(ids[1]);
		expect(await current()).toHaveLength(1);

		await assignments.assign(db, place, wanted({ times: 3 }));
		expect(await current()).toHaveLength(2);
	});

	test('homework for one woman goes to her alone', async () => {
		const db = await open();
		const { place, wanted, join, cohortId, inStream, current } = await aPlace(db);
		const [ana, luz] = [await join('participant', 'Ana'), await join('participant', 'Luz')];

		await assignments.assign(db, place, wanted({ personId: ana }));

		expect(await inStream(streams.personStream(ana))).toHaveLength(1);
		expect(await inStream(streams.personStream(luz))).toHaveLength(0);
		expect(await inStream(streams.cohortStream(cohortId))).toHaveLength(0);
		expect(await current(ana, luz)).toMatchObject([{ personId: ana, forOne: true }]);
	});

	test('a change keeps since when it is asked; what was withdrawn leaves nothing but a tombstone', async () => {
		const db = await open();
		const { place, wanted, today, cohortId, current } = await aPlace(db);
		const { id } = (await assignments.assign(db, place, wanted())) as { id: string };

		const tomorrow = { ...place, now: NOW + 86_400_000 };
		expect(await assignments.edit(db, tomorrow, id, wanted({ times: 3 }))).toEqual({ id });
		expect(await current()).toMatchObject([{ id, times: 3, fromDay: today }]);

		expect(await assignments.withdraw(db, place, { id })).toMatchObject({ times: 3, practice: 'mood' });
		expect(await current()).toEqual([]);
		expect(await streams.find(db, streams.cohortStream(cohortId), id)).toMatchObject({ state: 'deleted', body: null });
		expect(await assignments.withdraw(db, place, { id })).toBe('notFound');
		expect(await assignments.edit(db, place, id, wanted())).toBe('notFound');
	});

	test('of a change and a withdrawal at the same moment, the withdrawal stands', async () => {
		const db = await open({ racing: 2 });
		const { place, wanted, current } = await aPlace(db);
		for (let round = 0; round < 5; round += 1) {
			const { id } = (await assignments.assign(db, place, wanted())) as { id: string };
			await Promise.all([
				assignments.edit(db, place, id, wanted({ times: 3 })),
				assignments.withdraw(db, place, { id })
			]);
			expect(await current()).toEqual([]);
		}
	});

	test('homework can be planned for the days after a class that is still to come', async () => {
		const db = await open();
		const { place, wanted, today, current } = await aPlace(db);
		await assignments.assign(db, place, wanted({ fromDay: addDays(today, 1) }));
		expect(await current()).toMatchObject([{ fromDay: addDays(today, 1), untilDay: addDays(today, 8) }]);
	});

	test('a day that is no class day is refused', async () => {
		const db = await open();
		const { place, wanted, today, current } = await aPlace(db);
		expect(await assignments.assign(db, place, wanted({ untilDay: addDays(today, 3) }))).toBe('untilWrong');
		expect(await assignments.assign(db, place, wanted({ untilDay: addDays(today, -6) }))).toBe('untilWrong');
		expect(await assignments.assign(db, place, wanted({ fromDay: addDays(today, 2) }))).toBe('untilWrong');
		expect(await assignments.assign(db, place, wanted({ fromDay: addDays(today, 15) }))).toBe('untilWrong');
		expect(await current()).toEqual([]);
	});

	test('a stranger, a woman who left and a cohort of another programme are all not found', async () => {
		const db = await open();
		const { place, wanted, join } = await aPlace(db);
		const elsewhere = await aPlace(db);
		const stranger = await elsewhere.join('participant');
		const left = await join('participant');
		await db.updateTable('member').set({ left_at: NOW }).where('person_id', '=', left).execute();

		expect(await assignments.assign(db, place, wanted({ personId: newId() }))).toBe('notFound');
		expect(await assignments.assign(db, place, wanted({ personId: stranger }))).toBe('notFound');
		expect(await assignments.assign(db, place, wanted({ personId: left }))).toBe('notFound');
		expect(await assignments.assign(db, { ...place, cohortId: elsewhere.cohortId }, wanted())).toBe('notFound');
	});
});
