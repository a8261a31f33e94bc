import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, PostgresDialect, SqliteDialect, type SqliteDatabase } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import type { Config } from '../config/config.server.ts';
import { migrations } from './migrations.server.ts';
import type { Db, Tables } from './schema.server.ts';

/** The database cannot be used. Its message is one sentence that says what to do. */
export class DatabaseError extends Error {
	override name = 'DatabaseError';
}

// Earlier versions can corrupt a WAL file when two connections write and checkpoint together (sqlite.org/wal.html).
const OLDEST_SAFE_SQLITE = '3.51.3';

// Counts and instants are bigint on PostgreSQL; all of ours fit a JavaScript number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens the programme's database and brings its tables up to date. Throws `DatabaseError`. */
export async function openDb(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Db> {
	const db = config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(sqliteFile(config.dataDir));
	try {
		await migrate(db);
	} catch (cause) {
		await db.destroy().catch(() => {});
		if (!config.databaseUrl) throw cause;
		const { hostname, port } = new URL(config.databaseUrl);
		throw new DatabaseError(
			`PostgreSQL at ${hostname}:${port || 5432} could not be used: check that it runs and that DATABASE_URL is right.`,
			{ cause }
		);
	}
	return db;
}

export function openPostgres(url: string, connections = 10): Db {
	const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
	// A connection that dies while idle is replaced at the next query; without a listener it would end the process.
	pool.on('error', () => {});
	return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** `:memory:` for tests. */
export function openSqlite(file: string): Db {
	const sqlite = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5_000 });
	const { version } = sqlite.prepare('SELECT sqlite_version() AS version').get() as { version: string };
	if (version.localeCompare(OLDEST_SAFE_SQLITE, 'en', { numeric: true }) < 0) {
		throw new DatabaseError(
			`SQLite ${version} is too old to be safe: run Comadre with the Node that it installs (npm start).`
		);
	}
	sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
	return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyExpects(sqlite) }) });
}

export async function migrate(db: Db): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

function sqliteFile(dataDir: string): string {
	try {
		mkdirSync(dataDir, { recursive: true });
		return path.join(dataDir, 'comadre.sqlite');
	} catch (cause) {
		throw new DatabaseError(
			`The folder ${dataDir} cannot be written: make it writable or set DATA_DIR to one that is.`,
			{ cause }
		);
	}
}

function asKyselyExpects(sqlite: DatabaseSync): SqliteDatabase {
	return {
		close: () => sqlite.close(),
		prepare(text) {
			// A transaction that reads first and writes later would fail at once when another process (a backup, a second
			// tool) wrote in between; taking its turn at the start, it waits instead.
			const statement = sqlite.prepare(text === 'begin' ? 'begin immediate' : text);
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
				run: (parameters) => {
					const { changes, lastInsertRowid } = statement.run(...(parameters as SQLInputValue[]));
					return { changes, lastInsertRowid };
				},
				iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[]))
			};
		}
	};
}
