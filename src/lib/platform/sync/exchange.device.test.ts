import { expect, test } from 'vitest';
import { newId } from '$lib/domain/id.ts';
import { openFreshSqlite } from '../../../../tests/support/databases.ts';
import { aDevice } from '../../../../tests/support/device.ts';
import { anAsker, exchangeAt, sendTo } from '../../../../tests/support/sync.ts';
import type { Device } from '../device/device.device.ts';
import * as records from '../device/records.device.ts';
import { exchange } from './exchange.device.ts';
import type { Send } from './send.device.ts';
import { cohortStream, personStream, put, read } from './streams.server.ts';

const draft = (over: Partial<records.Draft<{ text: string }>> = {}) => ({
	...{ id: newId(), kind: 'note', day: '2030-01-01', visibility: 'team' as const, body: { text: 'hello' } },
	...over
});

/** Two phones of one woman, and the server. */
async function twoPhones() {
	const db = await openFreshSqlite();
	const asker = anAsker();
	const [here, there] = [await aDevice({ personId: asker.personId }), await aDevice({ personId: asker.personId })];
	const send = sendTo(db, asker);
	const sync = async (...phones: Device[]) => {
		for (const phone of phones) while ((await exchange(phone, send)) === 'again');
	};
	return { db, asker, here, there, send, sync };
}

const texts = async (phone: Device) =>
	(await records.list<{ text: string }>(phone, { kind: 'note' }))
		.map(({ body, visibility, place }) => `${body.text} · ${visibility} · ${place}`)
		.toSorted();

test('a shared entry is sent, and reaches her other phone', async () => {
	const { here, there, sync } = await twoPhones();
	await records.save(here, draft());

	await sync(here, there);

	expect(await texts(here)).toEqual(['hello · team · sent']);
	expect(await texts(there)).toEqual(['hello · team · sent']);
});

test('a private entry stays', async () => {
	const { db, here, there, sync } = await twoPhones();
	await records.save(here, draft({ visibility: 'me' }));

	await sync(here, there);

	expect(await texts(there)).toEqual([]);
	expect(await db.selectFrom('change').selectAll().execute()).toEqual([]);
});

test('an entry changed while it was being sent waits again, and is sent once more', async () => {
	const { here, there, send, sync } = await twoPhones();
	const entry = draft();
	await records.save(here, entry);

	const outcome = await exchange(here, async (request) => {
		await records.save(here, { ...entry, body: { text: 'later' } });
		return send(request);
	});

	expect(outcome).toBe('again');
	await sync(here, there);
	expect(await texts(there)).toEqual(['later · team · sent']);
});

test('a lost answer makes no second entry, even when she went on writing', async () => {
	const { here, there, send, sync } = await twoPhones();
	const entry = draft();
	await records.save(here, entry);
	const deaf: Send = async (request) => {
		await send(request);
		return 'unreachable';
	};
	expect(await exchange(here, deaf)).toBe('unreachable');
	expect(await texts(here)).toEqual(['hello · team · waiting']);

	await records.save(here, { ...entry, body: { text: 'later' } });
	await sync(here, there);

	expect(await texts(here)).toEqual(['later · team · sent']);
	expect(await texts(there)).toEqual(['later · team · sent']);
});

test('two phones that wrote over each other keep both texts', async () => {
	const { here, there, sync } = await twoPhones();
	const entry = draft();
	await records.save(here, entry);
	await sync(here, there);

	await records.save(here, { ...entry, body: { text: 'from here' } });
	await records.save(there, { ...entry, body: { text: 'from there' } });
	await sync(here, there, here);

	const both = ['from here · team · sent', 'from there · team · sent'];
	expect(await texts(here)).toEqual(both);
	expect(await texts(there)).toEqual(both);
	expect(await records.get(here, entry.id)).toMatchObject({ body: { text: 'from here' } });
	const copy = (await records.list(here, { kind: 'note' })).find(({ id }) => id !== entry.id);
	expect(copy).toMatchObject({ copyOf: entry.id });
});

test('taking back empties the server and leaves every phone its own copy', async () => {
	const { db, asker, here, there, sync } = await twoPhones();
	const entry = draft();
	await records.save(here, entry);
	await sync(here, there);

	await records.setVisibility(here, entry.id, 'me');
	expect(await texts(here)).toEqual(['hello · me · leaving']);
	await sync(here, there);

	expect(await texts(here)).toEqual(['hello · me · phone']);
	expect(await texts(there)).toEqual(['hello · me · phone']);
	expect(await read(db, { stream: personStream(asker.personId) })).toEqual([]);
});

test('an entry taken back here is not shared again by an older wish there', async () => {
	const { db, asker, here, there, sync } = await twoPhones();
	const entry = draft();
	await records.save(here, entry);
	await sync(here, there);

	await records.save(there, { ...entry, body: { text: 'longer' } });
	await records.setVisibility(here, entry.id, 'me');
	await sync(here, there, here);

	expect(await texts(here)).toEqual(['hello · me · phone']);
	expect(await texts(there)).toEqual(['longer · me · phone']);
	expect(await read(db, { stream: personStream(asker.personId) })).toEqual([]);
});

test('what was deleted here goes there, and what was written there meanwhile is kept', async () => {
	const { here, there, sync } = await twoPhones();
	const [gone, changed] = [draft(), draft()];
	await records.save(here, gone);
	await records.save(here, changed);
	await sync(here, there);

	await records.remove(here, gone.id);
	await records.remove(here, changed.id);
	await records.save(there, { ...changed, body: { text: 'longer' } });
	await sync(there, here, there);

	expect(await texts(here)).toEqual(['longer · team · sent']);
	expect(await texts(there)).toEqual(['longer · team · sent']);
	expect(await records.get(there, gone.id)).toBeUndefined();
});

test('a change that the server will not take is set aside, and can be tried again or kept private', async () => {
	const { here, sync } = await twoPhones();
	const entry = draft({ body: { text: 7 as unknown as string } });
	await records.save(here, entry);
	await sync(here);
	expect(await texts(here)).toEqual(['7 · team · refused']);

	await records.retry(here, entry.id);
	expect(await texts(here)).toEqual(['7 · team · waiting']);
	await sync(here);
	await records.setVisibility(here, entry.id, 'me');

	expect(await texts(here)).toEqual(['7 · me · phone']);
});

test('a hundred and fifty entries go in a few requests, and what staff sent comes with the last', async () => {
	const { db, asker, here, send } = await twoPhones();
	for (let i = 0; i < 150; i += 1) await records.save(here, draft());
	await db.transaction().execute((tx) =>
		put(tx, {
			stream: cohortStream(asker.places[0]!.cohortId),
			id: 'a',
			kind: 'class',
			body: {},
			authorId: null,
			now: 1
		})
	);

	const outcomes = [await exchange(here, send), await exchange(here, send), await exchange(here, send)];

	expect(outcomes).toEqual(['again', 'again', 'done']);
	expect(await records.counts(here)).toEqual({ waiting: 0, onlyHere: 0 });
	expect(await records.get(here, 'a')).toMatchObject({ kind: 'class', place: 'sent' });
});

test('a group that she has left is forgotten with what came from it', async () => {
	const { db, asker, here, sync } = await twoPhones();
	const stream = cohortStream(asker.places[0]!.cohortId);
	await db.transaction().execute((tx) => put(tx, { stream, id: 'a', kind: 'class', body: {}, authorId: null, now: 1 }));
	await sync(here);
	expect(await records.get(here, 'a')).toBeDefined();

	await exchange(here, sendTo(db, { ...asker, places: [] }));

	expect(await records.get(here, 'a')).toBeUndefined();
	expect(await here.db.cursors.get(stream)).toBeUndefined();
});

test('a server that came back from a backup gets what it has lost, and overwrites nothing', async () => {
	const { db, asker, here, there, send, sync } = await twoPhones();
	const [kept, lost] = [draft(), draft({ body: { text: 'made after the backup' } })];
	await records.save(here, kept);
	await sync(here);
	const backup = await db.selectFrom('record').selectAll().execute();
	await records.save(here, { ...kept, body: { text: 'changed after the backup' } });
	await records.save(here, lost);
	await sync(here);

	await db.deleteFrom('change').execute();
	await db.deleteFrom('record').execute();
	await db.insertInto('record').values(backup).execute();
	await db.updateTable('stream').set({ seq: 1 }).execute();
	await sync(here, there);

	const both = ['changed after the backup · team · sent', 'made after the backup · team · sent'];
	expect(await texts(here)).toEqual(both);
	expect(await texts(there)).toEqual(both);
	expect(await exchange(here, send)).toBe('done');
	expect((await exchangeAt(db, asker, {})).left).toEqual([]);
});

test('a page that another tab has already let in is left alone', async () => {
	const { here, there, send, sync } = await twoPhones();
	const entry = draft();
	await records.save(there, entry);
	await sync(there);

	await exchange(here, async (request) => {
		const old = await send(request);
		await records.save(there, { ...entry, body: { text: 'newer' } });
		await sync(there, here);
		return old;
	});

	expect(await texts(here)).toEqual(['newer · team · sent']);
});
