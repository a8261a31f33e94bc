import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DAY_MS } from '$lib/domain/clock.ts';
import { dayInZone } from '$lib/domain/day.ts';
import * as classes from '$lib/features/classes/classes.server.ts';
import { nextClass, weekOf } from '$lib/features/classes/classes.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { recordKinds } from '$lib/records.ts';
import { databases } from '../../../../tests/support/databases.ts';
import { ZONE } from './build.server.ts';
import * as demo from './demo.server.ts';
import { readFragment } from './demo.ts';

const NOW = Date.parse('2030-01-16T15:00:00Z');
const keys = { pepper: randomBytes(32), vault: randomBytes(32) };
const config = { origin: 'http://localhost:3000' } as Parameters<typeof demo.links>[0]['config'];

const startAt = (db: Db, at = NOW) => demo.start({ db, now: () => at });
const linksOf = async (db: Db) => (await demo.links({ config, db, keys })) ?? [];
const records = (db: Db) => db.selectFrom('record').selectAll().orderBy('stream').orderBy('seq').execute();

describe.each(databases)('$name', ({ open }) => {
	// The clocks of New York change on 2030-03-10 and 2030-11-03; a demo may be started on any day.
	test.each(['2030-01-16T15:00:00Z', '2030-03-12T03:30:00Z', '2030-11-05T12:00:00Z'])(
		'started on %s, both groups are in week 3 of 8 with a class ahead',
		async (at) => {
			const db = await open();
			const now = Date.parse(at);
			await startAt(db, now);

			const all = await db.selectFrom('cohort').select(['id', 'language']).orderBy('language').execute();
			expect(all.map(({ language }) => language)).toEqual(['en', 'es']);
			for (const { id } of all) {
				const dates = await classes.list(db, id);
				expect(weekOf(dates, dayInZone(now, ZONE))).toEqual({ is: 'week', week: 3, of: 8 });
				expect(nextClass(dates, now)?.number).toBe(4);
			}
		}
	);

	test('everything in it is as a phone or a staff page would have made it, and none of it in the future', async () => {
		const db = await open();
		await startAt(db);
		const schemaByKind = new Map(recordKinds.map(({ name, schema }) => [name, schema]));

		const all = await records(db);
		expect(all.length).toBeGreaterThan(200);
		for (const { kind, body, received_at } of all) {
			expect(z.safeParse(schemaByKind.get(kind)!, JSON.parse(body!)).error, kind).toBeUndefined();
			expect(received_at).toBeLessThanOrEqual(NOW);
		}
		const kinds = new Set(all.map(({ kind }) => kind));
		const wanted = [
			'answer',
			'assignment',
			'breathing',
			'class',
			'cohort',
			'done',
			'look',
			'mood',
			'note',
			'problem-solving'
		];
		expect([...kinds].toSorted()).toEqual(wanted);
	});

	test('a demo that starts again on the same day tells the same story', async () => {
		const story = async () => {
			const db = await open();
			await startAt(db);
			return (await records(db))
				.filter(({ kind }) => kind === 'mood')
				.map(({ body }) => body!)
				.toSorted();
		};
		expect(await story()).toEqual(await story());
	});

	test('its links stay the same when the server starts again, and each lets in the person it names', async () => {
		const db = await open();
		await startAt(db);
		const links = await linksOf(db);
		expect(await linksOf(db)).toEqual(links);

		for (const { key, url } of links) {
			const read = readFragment(new URL(url).hash)!;
			const person = await demo.personBehind(db, keys, read.key, read.secret);
			expect(person).toMatchObject({ isDemo: true, isParticipant: key.startsWith('participant') });
			expect(await demo.personBehind(db, keys, 'coordinator', `${read.secret.slice(0, -1)}!`)).toBeUndefined();
		}
	});

	test('of two who start it at the same moment one does', async () => {
		const db = await open({ racing: 2 });
		const outcomes = await Promise.all([startAt(db), startAt(db)]);
		expect(outcomes.toSorted()).toEqual(['hasProgramme', 'started']);
		expect(await db.selectFrom('programme').select('id').execute()).toHaveLength(1);
	});

	test('a programme that is real is never joined by a demo, nor cleared away', async () => {
		const db = await open();
		await db
			.insertInto('programme')
			.values({ id: 'real', name: 'Real', zone: ZONE, is_demo: 0, created_at: NOW })
			.execute();

		expect(await startAt(db)).toBe('hasProgramme');
		expect(await demo.links({ config, db, keys })).toBeUndefined();
		expect(await demo.leave({ db, now: () => NOW }, 'real')).toBe('notDemo');
		expect(await db.selectFrom('programme').select('id').execute()).toHaveLength(1);
	});

	test('leaving it leaves nothing behind but a way to set up a real one', async () => {
		const db = await open();
		await startAt(db);
		const links = await linksOf(db);
		const { id } = await db.selectFrom('programme').select('id').executeTakeFirstOrThrow();

		const left = await demo.leave({ db, now: () => NOW + DAY_MS }, id);

		for (const table of [
			'programme',
			'person',
			'cohort',
			'member',
			'invite',
			'stream',
			'record',
			'change',
			'look'
		] as const) {
			expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
		}
		expect(await setup.isOpen(db, (left as { setupSecret: string }).setupSecret)).toBe(true);
		const read = readFragment(new URL(links[0]!.url).hash)!;
		expect(await demo.personBehind(db, keys, read.key, read.secret)).toBeUndefined();
	});
});
