import { describe, expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { databases } from '../../../../tests/support/databases.ts';
import { aChange, anAsker, exchangeAt } from '../../../../tests/support/sync.ts';
import type { Db } from '../db/schema.server.ts';
import type { Asked } from './exchange.server.ts';
import type { Change } from './protocol.ts';
import { cohortStream, personStream, put, remove } from './streams.server.ts';

const asked = (...changes: Change[]): Asked['changes'] => changes as unknown as Asked['changes'];

describe.each(databases)('an exchange on $name', ({ open }) => {
	const rowsOf = (db: Db, personId: string) =>
		db.selectFrom('record').selectAll().where('stream', '=', personStream(personId)).orderBy('seq').execute();

	test('a shared entry is stored as the phone wrote it', async () => {
		const db = await open();
		const asker = anAsker();
		const change = aChange({ body: { text: 'años ☀️' } });

		const { results, you } = await exchangeAt(db, asker, { changes: asked(change) });

		expect(results).toEqual([{ opId: change.opId, edits: 1, outcome: 'accepted', rev: 1, isHeld: true }]);
		expect(you).toEqual({ personId: asker.personId, name: 'Rosa', language: 'es', isDemo: false });
		expect(await rowsOf(db, asker.personId)).toMatchObject([
			{ id: change.recordId, seq: 1, rev: 1, state: 'live', visibility: 'team', body: '{"text":"años ☀️"}' }
		]);
	});

	test('a repeated change gets the answer that it got, and is applied once', async () => {
		const db = await open({ racing: 20 });
		const asker = anAsker();
		const changes = asked(aChange(), aChange());

		const answers = await Promise.all(Array.from({ length: 20 }, () => exchangeAt(db, asker, { changes })));

		expect(new Set(answers.map(({ results }) => JSON.stringify(results)))).toHaveProperty('size', 1);
		expect(await rowsOf(db, asker.personId)).toMatchObject([{ rev: 1 }, { rev: 1 }]);
		expect(await db.selectFrom('stream').selectAll().execute()).toMatchObject([{ seq: 2 }]);
	});

	test('twenty phones of one person at once are counted without a gap or a double', async () => {
		const db = await open({ racing: 20 });
		const asker = anAsker();

		await Promise.all(
			Array.from({ length: 20 }, (_, i) =>
				exchangeAt(db, asker, { deviceId: `phone-${i}`, changes: asked(aChange(), aChange()) })
			)
		);

		const seqs = (await rowsOf(db, asker.personId)).map(({ seq }) => seq);
		expect(seqs).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
	});

	test('nobody gets the answer to another person’s change', async () => {
		const db = await open();
		const change = aChange();
		await exchangeAt(db, anAsker(), { changes: asked(change) });
		const stranger = anAsker();

		await exchangeAt(db, stranger, { changes: asked({ ...change, body: { text: 'mine' } }) });

		expect(await rowsOf(db, stranger.personId)).toMatchObject([{ body: '{"text":"mine"}' }]);
	});

	test('a change that cannot be taken is refused with a reason, and holds up nothing', async () => {
		const db = await open();
		const asker = anAsker();
		const answer = aChange({ kind: 'answer' });
		await db.transaction().execute((tx) =>
			put(tx, {
				stream: personStream(asker.personId),
				id: answer.recordId,
				kind: 'answer',
				body: {},
				authorId: 'ana',
				now: 1
			})
		);

		const { results } = await exchangeAt(db, asker, {
			changes: [
				...asked(
					aChange({ body: { text: 7 } }),
					aChange({ visibility: 'me' }),
					aChange({ day: '2030-02-30' }),
					aChange({ day: '' }),
					aChange({ kind: 'recipe' }),
					aChange({ body: { text: 'x'.repeat(100_000) } }),
					answer,
					aChange({ recordId: answer.recordId, action: 'delete' })
				),
				{ opId: newId(), edits: 1 },
				...asked(aChange())
			]
		});

		expect(results.map((result) => ('reason' in result ? result.reason : result.outcome))).toEqual([
			...['invalid', 'invalid', 'invalid', 'invalid', 'unknownKind', 'tooLarge', 'notYours', 'notYours', 'invalid'],
			'accepted'
		]);
		expect(await rowsOf(db, asker.personId)).toMatchObject([{ kind: 'answer', state: 'live' }, { kind: 'note' }]);
	});

	test('what was taken back or deleted is nowhere on the server', async () => {
		const db = await open();
		const asker = anAsker();
		const [first, second] = [aChange({ body: { text: 'canary' } }), aChange({ body: { text: 'canary' } })];
		await exchangeAt(db, asker, { changes: asked(first, second) });
		await exchangeAt(db, asker, {
			deviceId: 'other',
			changes: asked(aChange({ recordId: first.recordId, body: { text: 'canary too' } }))
		});

		const copies = (await rowsOf(db, asker.personId)).filter((row) => row.copy_of);
		await exchangeAt(db, asker, {
			changes: asked(
				aChange({ recordId: first.recordId, baseRev: 1, action: 'unshare' }),
				aChange({ recordId: second.recordId, baseRev: 1, action: 'delete' }),
				...copies.map((copy) => aChange({ recordId: copy.id, baseRev: 1, action: 'unshare' }))
			)
		});

		const everything = JSON.stringify([
			await db.selectFrom('record').selectAll().execute(),
			await db.selectFrom('change').selectAll().execute()
		]);
		expect(everything).not.toContain('canary');
		expect(everything).not.toContain('2030-01-01');
	});

	test('a phone gets everything new in her streams and nothing from others, a page at a time', async () => {
		const db = await open();
		const asker = anAsker();
		const cohort = cohortStream(asker.places[0]!.cohortId);
		const assign = (stream: string, id: string) => ({
			stream,
			id,
			kind: 'assignment',
			body: { id },
			authorId: 'ana',
			now: 5
		});
		await db.transaction().execute(async (tx) => {
			for (let i = 0; i < 250; i += 1) await put(tx, assign(cohort, `a${i}`));
			await put(tx, assign(cohortStream('foreign'), 'foreign'));
			await put(tx, assign(personStream('stranger'), 'foreign'));
		});

		const first = await exchangeAt(db, asker, { cursors: {} });
		const second = await exchangeAt(db, asker, { cursors: { [cohort]: first.streams[cohort]!.cursor } });

		expect(Object.keys(first.streams).toSorted()).toEqual([cohort, personStream(asker.personId)].toSorted());
		expect(first.streams[cohort]).toMatchObject({ cursor: 200, more: true });
		expect(second.streams[cohort]).toMatchObject({ cursor: 250, more: false });
		expect([...first.streams[cohort]!.records, ...second.streams[cohort]!.records].map(({ id }) => id)).toEqual(
			Array.from({ length: 250 }, (_, i) => `a${i}`)
		);
		expect(JSON.stringify([first, second])).not.toContain('foreign');
	});

	test('a removed record reaches the phone as a tombstone', async () => {
		const db = await open();
		const asker = anAsker();
		const stream = personStream(asker.personId);
		await db.transaction().execute(async (tx) => {
			await put(tx, { stream, id: 'a', kind: 'answer', body: { text: 'canary' }, authorId: 'ana', now: 5 });
			await remove(tx, { stream, id: 'a', now: 6 });
		});

		const { streams } = await exchangeAt(db, asker, { cursors: {} });

		expect(streams[stream]!.records).toMatchObject([{ id: 'a', state: 'deleted', rev: 2 }]);
		expect(JSON.stringify(streams)).not.toContain('canary');
	});

	test('what a phone has just sent does not come back to it', async () => {
		const db = await open();
		const asker = anAsker();
		const stream = personStream(asker.personId);

		const { streams } = await exchangeAt(db, asker, { changes: asked(aChange()), cursors: {} });

		expect(streams[stream]).toEqual({ records: [], cursor: 1, more: false });
	});

	test('a cursor beyond the server’s end starts anew', async () => {
		const db = await open();
		const asker = anAsker();
		const stream = personStream(asker.personId);
		await exchangeAt(db, asker, { changes: asked(aChange()) });

		const { streams } = await exchangeAt(db, asker, { cursors: { [stream]: 7 } });

		expect(streams[stream]).toMatchObject({ cursor: 1, fromStart: true });
		expect(streams[stream]!.records).toHaveLength(1);
	});

	test('a stream that she no longer belongs to is named, and nothing of it is sent', async () => {
		const db = await open();
		const asker = anAsker();

		const { left, streams } = await exchangeAt(db, asker, { cursors: { 'cohort:old': 3 } });

		expect(left).toEqual(['cohort:old']);
		expect(streams).not.toHaveProperty('cohort:old');
	});
});
