import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isSqlite } from './dialect.server.ts';

/** Forward only. A release's migration is never edited: the next one mends it. */
export const migrations: Record<string, Migration> = {
	'0001-first': { up: first }
};

// Migrations see the tables as they were then, so they are not typed by today's schema.
async function first(db: Kysely<never>) {
	const sqlite = isSqlite(db);
	const instant = sqlite ? 'integer' : 'bigint';
	const table = (name: string) => db.schema.createTable(name) as CreateTableBuilder<string, string>;
	const create = (builder: CreateTableBuilder<string, string>) =>
		(sqlite ? builder.modifyEnd(sql`strict`) : builder).execute();

	await create(
		table('programme')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('name', 'text', (c) => c.notNull())
			.addColumn('zone', 'text', (c) => c.notNull())
			.addColumn('is_demo', 'integer', (c) => c.notNull())
			.addColumn('created_at', instant, (c) => c.notNull())
	);
	await create(
		table('person')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id').onDelete('cascade'))
			.addColumn('name', 'text', (c) => c.notNull())
			.addColumn('language', 'text', (c) => c.notNull())
			.addColumn('is_coordinator', 'integer', (c) => c.notNull().defaultTo(0))
			.addColumn('sign_in_name', 'text', (c) => c.unique())
			.addColumn('created_at', instant, (c) => c.notNull())
			.addColumn('removed_at', instant)
	);
	await create(
		table('cohort')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id').onDelete('cascade'))
			.addColumn('name', 'text', (c) => c.notNull())
			.addColumn('language', 'text', (c) => c.notNull())
			.addColumn('zone', 'text', (c) => c.notNull())
			.addColumn('created_at', instant, (c) => c.notNull())
	);
	await create(
		table('class_session')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('cohort_id', 'text', (c) => c.notNull().references('cohort.id').onDelete('cascade'))
			.addColumn('number', 'integer', (c) => c.notNull())
			.addColumn('date', 'text', (c) => c.notNull())
			.addColumn('time', 'text', (c) => c.notNull())
			.addColumn('minutes', 'integer', (c) => c.notNull())
			.addUniqueConstraint('class_session_number', ['cohort_id', 'number'])
	);
	await create(
		table('member')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('cohort_id', 'text', (c) => c.notNull().references('cohort.id').onDelete('cascade'))
			.addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
			.addColumn('role', 'text', (c) => c.notNull())
			.addColumn('joined_at', instant, (c) => c.notNull())
			.addColumn('left_at', instant)
			.addUniqueConstraint('member_once', ['cohort_id', 'person_id', 'role'])
	);
	await create(
		table('invite')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id').onDelete('cascade'))
			.addColumn('cohort_id', 'text', (c) => c.references('cohort.id').onDelete('cascade'))
			.addColumn('role', 'text', (c) => c.notNull())
			.addColumn('label', 'text', (c) => c.notNull())
			.addColumn('secret_hash', 'text', (c) => c.notNull().unique())
			.addColumn('created_by', 'text')
			.addColumn('created_at', instant, (c) => c.notNull())
			.addColumn('expires_at', instant, (c) => c.notNull())
			.addColumn('used_at', instant)
			.addColumn('used_by', 'text')
			.addColumn('request_hash', 'text')
			.addColumn('withdrawn_at', instant)
	);
	await create(
		table('session')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
			.addColumn('token_hash', 'text', (c) => c.notNull().unique())
			.addColumn('device_name', 'text', (c) => c.notNull())
			.addColumn('created_at', instant, (c) => c.notNull())
			.addColumn('last_seen_at', instant, (c) => c.notNull())
			.addColumn('ended_at', instant)
	);
	await create(
		table('passkey')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
			.addColumn('public_key', 'text', (c) => c.notNull())
			.addColumn('counter', instant, (c) => c.notNull())
			.addColumn('transports', 'text', (c) => c.notNull())
			.addColumn('created_at', instant, (c) => c.notNull())
			.addColumn('last_used_at', instant)
	);
	await create(
		table('authenticator')
			.addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id').onDelete('cascade'))
			.addColumn('secret', 'text', (c) => c.notNull())
			.addColumn('last_step', instant, (c) => c.notNull())
			.addColumn('confirmed_at', instant)
	);
	await create(
		table('recovery')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
			.addColumn('hash', 'text', (c) => c.notNull().unique())
			.addColumn('created_at', instant, (c) => c.notNull())
			.addColumn('used_at', instant)
	);
	await create(
		table('challenge')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('value', 'text', (c) => c.notNull())
			.addColumn('person_id', 'text')
			.addColumn('expires_at', instant, (c) => c.notNull())
	);
	await create(
		table('setup_link')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('secret_hash', 'text', (c) => c.notNull().unique())
			.addColumn('created_at', instant, (c) => c.notNull())
			.addColumn('used_at', instant)
	);
	await create(
		table('stream')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('seq', instant, (c) => c.notNull())
	);
	await create(
		table('record')
			.addColumn('stream', 'text', (c) => c.notNull().references('stream.id').onDelete('cascade'))
			.addColumn('id', 'text', (c) => c.notNull())
			.addColumn('seq', instant, (c) => c.notNull())
			.addColumn('kind', 'text', (c) => c.notNull())
			.addColumn('day', 'text')
			.addColumn('visibility', 'text', (c) => c.notNull())
			.addColumn('rev', instant, (c) => c.notNull())
			.addColumn('body', 'text')
			.addColumn('state', 'text', (c) => c.notNull())
			.addColumn('author_id', 'text')
			.addColumn('copy_of', 'text')
			.addColumn('text_rev', instant, (c) => c.notNull().defaultTo(0))
			.addColumn('unseen_rev', instant, (c) => c.notNull().defaultTo(0))
			.addColumn('received_at', instant, (c) => c.notNull())
			.addPrimaryKeyConstraint('record_pk', ['stream', 'id'])
			.addUniqueConstraint('record_seq', ['stream', 'seq'])
	);
	await create(
		table('change')
			.addColumn('device_id', 'text', (c) => c.notNull())
			.addColumn('op_id', 'text', (c) => c.notNull())
			.addColumn('result', 'text', (c) => c.notNull())
			.addColumn('received_at', instant, (c) => c.notNull())
			.addPrimaryKeyConstraint('change_pk', ['device_id', 'op_id'])
	);
	await create(
		table('look')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('programme_id', 'text', (c) => c.notNull())
			.addColumn('staff_id', 'text', (c) => c.notNull())
			.addColumn('participant_id', 'text', (c) => c.notNull())
			.addColumn('what', 'text', (c) => c.notNull())
			.addColumn('at', instant, (c) => c.notNull())
	);

	for (const [name, on, columns] of [
		['person_programme', 'person', ['programme_id']],
		['member_person', 'member', ['person_id']],
		['invite_cohort', 'invite', ['cohort_id']],
		['session_person', 'session', ['person_id']],
		['passkey_person', 'passkey', ['person_id']],
		['recovery_person', 'recovery', ['person_id']],
		['record_kind', 'record', ['stream', 'kind']],
		['look_participant', 'look', ['participant_id', 'at']]
	] as const) {
		await db.schema
			.createIndex(name)
			.on(on)
			.columns([...columns])
			.execute();
	}

	await keepLooks(db, sqlite);
}

/** The record of who looked may grow, never change; only a demo may be cleared away whole. */
async function keepLooks(db: Kysely<never>, sqlite: boolean) {
	const outsideDemo = 'NOT EXISTS (SELECT 1 FROM programme WHERE id = OLD.programme_id AND is_demo = 1)';
	if (sqlite) {
		await sql`CREATE TRIGGER look_no_update BEFORE UPDATE ON look BEGIN SELECT RAISE(ABORT, 'look is append-only'); END`.execute(
			db
		);
		await sql
			.raw(
				`CREATE TRIGGER look_no_delete BEFORE DELETE ON look WHEN ${outsideDemo} BEGIN SELECT RAISE(ABORT, 'look is append-only'); END`
			)
			.execute(db);
		return;
	}
	await sql
		.raw(
			`CREATE FUNCTION look_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				IF TG_OP = 'UPDATE' OR ${outsideDemo} THEN RAISE EXCEPTION 'look is append-only'; END IF;
				RETURN OLD;
			END $$`
		)
		.execute(db);
	await sql`CREATE TRIGGER look_append_only BEFORE UPDATE OR DELETE ON look FOR EACH ROW EXECUTE FUNCTION look_is_append_only()`.execute(
		db
	);
}
