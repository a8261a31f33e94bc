import { SqliteAdapter, type Kysely } from 'kysely';

/** Whether this database is SQLite; else it is PostgreSQL. For the few places where they differ. */
export const isSqlite = <Tables>(db: Kysely<Tables>): boolean => db.getExecutor().adapter instanceof SqliteAdapter;

const SQLITE_CONSTRAINT_UNIQUE = 2067;
const POSTGRES_UNIQUE_VIOLATION = '23505';

/** Whether a write failed because its value is taken. On PostgreSQL the transaction around it is lost. */
export const isTaken = (problem: unknown): boolean =>
	problem instanceof Error &&
	((problem as { errcode?: number }).errcode === SQLITE_CONSTRAINT_UNIQUE ||
		(problem as { code?: string }).code === POSTGRES_UNIQUE_VIOLATION);
