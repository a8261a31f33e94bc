import { describe, expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { databases } from '../../../../tests/support/databases.ts';
import type { Db } from '../db/schema.server.ts';
import { cohortStream, put, read, remove } from './streams.server.ts';

describe.each(databases)('streams on $name', ({ open }) => {
	const stream = cohortStream(newId());
	const aRecord = (over: object = {}) => ({
		...{ stream, id: newId(), kind: 'assignment', body: { times: 3 }, authorId: 'ana', now: 1000 },
		...over
	});
	const inTx = <Result>(db: Db, work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) =>
		db.transaction().execute(work) as Promise<Result>;

	test('what was put is read', async () => {
		const db = await open();
		const record = aRecord({ day: '2030-01-01' });

		await inTx(db, (tx) => put(tx, record));

		expect(await read(db, { stream })).toEqual([
			{
				...{ stream, id: record.id, kind: 'assignment', day: '2030-01-01', visibility: 'team', rev: 1 },
				...{ body: { times: 3 }, authorId: 'ana', receivedAt: 1000, copyOf: null }
			}
		]);
	});

	test('putting again replaces, and counts on', async () => {
		const db = await open();
		const record = aRecord();

		const first = await inTx(db, (tx) => put(tx, record));
		const second = await inTx(db, (tx) => put(tx, { ...record, body: { times: 5 } }));

		expect([first, second]).toEqual([
			{ seq: 1, rev: 1 },
			{ seq: 2, rev: 2 }
		]);
		expect(await read(db, { stream })).toMatchObject([{ body: { times: 5 } }]);
	});

	test('what was removed leaves a tombstone without content', async () => {
		const db = await open();
		const record = aRecord();
		await inTx(db, (tx) => put(tx, record));

		expect(await inTx(db, (tx) => remove(tx, { stream, id: record.id, now: 2000 }))).toBe('removed');

		expect(await read(db, { stream })).toEqual([]);
		expect(await db.selectFrom('record').selectAll().execute()).toMatchObject([
			{ body: null, state: 'deleted', seq: 2 }
		]);
		expect(await inTx(db, (tx) => remove(tx, { stream, id: record.id, now: 2000 }))).toBe('notFound');
	});

	test('reading can be narrowed by stream, kind, visibility and id', async () => {
		const db = await open();
		const other = cohortStream(newId());
		const records = [
			aRecord(),
			aRecord({ kind: 'look' }),
			aRecord({ visibility: 'clinician' }),
			aRecord({ stream: other })
		];
		for (const record of records) await inTx(db, (tx) => put(tx, record));
		const ids = async (query: object) => (await read(db, { stream, ...query })).map((record) => record.id).toSorted();
		const [mood, look, private_, elsewhere] = records.map((record) => record.id) as [string, string, string, string];

		expect(await ids({})).toEqual([mood, look, private_].toSorted());
		expect(await ids({ stream: [stream, other] })).toEqual([mood, look, private_, elsewhere].toSorted());
		expect(await ids({ kinds: ['look'] })).toEqual([look]);
		expect(await ids({ visibleTo: ['clinician'] })).toEqual([private_]);
		expect(await ids({ ids: [mood] })).toEqual([mood]);
		expect(await ids({ ids: [] })).toEqual([]);
	});

	test('twenty writers at once count without a gap or a double', async () => {
		const db = await open({ racing: 20 });

		const written = await Promise.all(
			Array.from({ length: 20 }, () => inTx<{ seq: number }>(db, (tx) => put(tx, aRecord())))
		);

		expect(written.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
			Array.from({ length: 20 }, (_, i) => i + 1)
		);
	});
});
