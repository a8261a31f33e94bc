import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '$lib/domain/id.ts';
import type { Language } from '$lib/domain/language.ts';
import { hashShortSecret, type Keys } from '$lib/platform/auth/keys.server.ts';
import { isSqlite } from '$lib/platform/db/dialect.server.ts';
import type { Db, Tx } from '$lib/platform/db/schema.server.ts';
import type { Services } from '$lib/platform/services.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import { build, idOf, ZONE } from './build.server.ts';
import { programmeName } from './cast.ts';
import { demoKeys, fragmentOf, isParticipantKey, type DemoKey, type DemoLink } from './demo.ts';

/** Makes the demo programme, where there is no programme at all. */
export async function start({ db, now }: Pick<Services, 'db' | 'now'>): Promise<'started' | 'hasProgramme'> {
	const at = now();
	return db.transaction().execute(async (tx) => {
		// Two people may ask at the same moment; on SQLite transactions come one after the other by themselves.
		if (!isSqlite(db)) await sql`LOCK TABLE programme IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
		if (await setup.hasProgramme(tx)) return 'hasProgramme';

		const id = newId();
		await tx
			.insertInto('programme')
			.values({ id, name: programmeName, zone: ZONE, is_demo: 1, created_at: at })
			.execute();
		await build(tx, id, at);
		return 'started';
	});
}

/**
 * One link for each demo key; undefined when no demo runs. They are made from the server's own key, so a server that
 * starts again prints the same ones, and nothing has to be kept.
 */
export async function links({
	config,
	db,
	keys
}: Pick<Services, 'config' | 'db' | 'keys'>): Promise<DemoLink[] | undefined> {
	const id = await programmeId(db);
	return id === undefined
		? undefined
		: demoKeys.map((key) => ({ key, url: `${config.origin}/demo#${fragmentOf(key, secretOf(keys, id, key))}` }));
}

/** The fictional person behind a link, as long as the demo runs. */
export async function personBehind(
	db: Db,
	keys: Keys,
	key: DemoKey,
	secret: string
): Promise<
	{ personId: string; name: string; language: Language; isDemo: boolean; isParticipant: boolean } | undefined
> {
	const id = await programmeId(db);
	if (id === undefined || !isSame(secret, secretOf(keys, id, key))) return undefined;
	const person = await db
		.selectFrom('person')
		.select(['id as personId', 'name', 'language'])
		.where('id', '=', idOf(id, key))
		.executeTakeFirst();
	return person && { ...person, isDemo: true, isParticipant: isParticipantKey(key) };
}

/** Clears everything of the demo away, in one transaction, and offers the set-up of a real programme. */
export async function leave(
	{ db, now }: Pick<Services, 'db' | 'now'>,
	programmeId: string
): Promise<{ setupSecret: string | undefined } | 'notDemo'> {
	const isGone = await db.transaction().execute((tx) => clear(tx, programmeId));
	return isGone ? { setupSecret: await setup.offerLink(db, now()) } : 'notDemo';
}

async function clear(tx: Tx, programmeId: string): Promise<boolean> {
	const programme = await tx
		.selectFrom('programme')
		.select('id')
		.where('id', '=', programmeId)
		.where('is_demo', '=', 1)
		.executeTakeFirst();
	if (!programme) return false;

	const people = await tx.selectFrom('person').select('id').where('programme_id', '=', programmeId).execute();
	const cohorts = await tx.selectFrom('cohort').select('id').where('programme_id', '=', programmeId).execute();
	const owned = [
		...people.map(({ id }) => streams.personStream(id)),
		...cohorts.map(({ id }) => streams.cohortStream(id))
	];
	await tx.deleteFrom('stream').where('id', 'in', owned).execute();
	// While a demo runs there is no other programme, so every answer to a phone was an answer to the demo's.
	await tx.deleteFrom('change').execute();
	await tx.deleteFrom('look').where('programme_id', '=', programmeId).execute();
	await tx.deleteFrom('challenge').execute();
	await tx.deleteFrom('programme').where('id', '=', programmeId).execute();
	return true;
}

async function programmeId(db: Db): Promise<string | undefined> {
	const row = await db.selectFrom('programme').select('id').where('is_demo', '=', 1).executeTakeFirst();
	return row?.id;
}

const SECRET_LETTERS = 22; // 132 bits

const secretOf = (keys: Keys, programmeId: string, key: DemoKey) =>
	hashShortSecret(keys, `demo ${programmeId} ${key}`).slice(0, SECRET_LETTERS);

function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
