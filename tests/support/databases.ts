import { inject, onTestFinished } from 'vitest';
import { sql } from 'kysely';
import { newId } from '$lib/domain/id.ts';
import { migrate, openPostgres, openSqlite } from '$lib/platform/db/db.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';

interface Wanted {
	/** How many requests race in this test, each on a connection that is open beforehand: with a cold pool races never show. */
	racing?: number;
}

/**
 * Both databases that a programme may run on, each opening a fresh one with all tables. For `*.contract.test.ts`:
 *
 *     describe.each(databases)('$name', ({ open }) => {
 *     	test('…', async () => {
 *     		const db = await open();
 */
export const databases = [
	{ name: 'SQLite', open: openFreshSqlite },
	{ name: 'PostgreSQL', open: openFreshPostgres }
];

export async function openFreshSqlite(_wanted?: Wanted): Promise<Db> {
	const db = openSqlite(':memory:');
	await migrate(db);
	onTestFinished(() => db.destroy());
	return db;
}

async function openFreshPostgres({ racing = 1 }: Wanted = {}): Promise<Db> {
	const url = inject('postgresUrl');
	const name = newName();
	await once(`${url}/postgres`, `CREATE DATABASE ${name} TEMPLATE ${await templateWithTables(url)}`);
	const db = openPostgres(`${url}/${name}`, racing);
	if (racing > 1) await Promise.all(Array.from({ length: racing }, () => sql`SELECT pg_sleep(0.05)`.execute(db)));
	onTestFinished(async () => {
		await db.destroy();
		await once(`${url}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`);
	});
	return db;
}

let template: Promise<string> | undefined;

/** Migrations run once a file; copying what they made is many times faster. */
const templateWithTables = (url: string): Promise<string> => (template ??= makeTemplate(url));

async function makeTemplate(url: string): Promise<string> {
	const name = newName();
	await once(`${url}/postgres`, `CREATE DATABASE ${name}`);
	const db = openPostgres(`${url}/${name}`, 1);
	await migrate(db);
	await db.destroy();
	return name;
}

const newName = () => `test_${newId().replaceAll('-', '')}`;

async function once(url: string, statement: string): Promise<void> {
	const db = openPostgres(url, 1);
	await sql.raw(statement).execute(db);
	await db.destroy();
}
