import { SqliteAdapter, type Kysely } from 'kysely';

/** Whether this database is SQLite; else it is PostgreSQL. For the few places where they differ. */
export const isSqlite = <Tables>(db: Kysely<Tables>): boolean => db.getExecutor().adapter instanceof SqliteAdapter;
