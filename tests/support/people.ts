import path from 'node:path';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Language } from '$lib/domain/language.ts';
import type { Role } from '$lib/domain/role.ts';
import { publishCohort } from '$lib/features/classes/classes.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import { openSqlite } from '$lib/platform/db/db.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import type { BrowserContext } from '@playwright/test';
import type { TestServer } from './server.ts';

/** Someone in a cohort of her own making, so that tests do not meet each other. */
export interface Person {
	id: string;
	name: string;
	role: Role;
	language: Language;
	programmeId: string;
	cohortId: string;
	/** Signs a browser in as her, as if she had come in before. Each call is another device. */
	signIn(context: BrowserContext): Promise<void>;
}

export interface Cohort {
	id: string;
	programmeId: string;
	language: Language;
	/** Someone new in this cohort. A coordinator belongs to the whole programme. */
	person(role: Role, name?: string, language?: Language): Promise<Person>;
}

export const ZONE = 'America/New_York';

/** The database of a running server, beside it. */
export const openServerDb = (server: TestServer): Db => openSqlite(path.join(server.dataDir, 'comadre.sqlite'));

/** A programme that is not a demo, on a server that has none yet. */
export async function seedProgramme(db: Db): Promise<string> {
	const id = newId();
	const now = Date.now();
	await db.insertInto('programme').values({ id, name: 'Test', zone: ZONE, is_demo: 0, created_at: now }).execute();
	return id;
}

/** A cohort in its third week: class 3 of 8 is in two days. */
export async function seedCohort(server: TestServer, db: Db, programmeId: string, language: Language): Promise<Cohort> {
	const id = newId();
	const now = Date.now();
	await db
		.insertInto('cohort')
		.values({ id, programme_id: programmeId, name: `Test ${id.slice(0, 4)}`, language, zone: ZONE, created_at: now })
		.execute();
	const thirdClass = addDays(dayInZone(now, ZONE), 2);
	for (let number = 1; number <= 8; number += 1) {
		const date = addDays(thirdClass, 7 * (number - 3));
		await db
			.insertInto('class_session')
			.values({ id: newId(), cohort_id: id, number, date, time: '18:00', minutes: 90 })
			.execute();
	}
	await publish(db, id);
	return {
		id,
		programmeId,
		language,
		person: (role, name = 'Ana', spoken = language) =>
			seedPerson(server, db, { programmeId, cohortId: id }, role, name, spoken)
	};
}

/** As every change of a cohort does: its phones are told. */
const publish = (db: Db, cohortId: string) => db.transaction().execute((tx) => publishCohort(tx, cohortId, Date.now()));

async function seedPerson(
	server: TestServer,
	db: Db,
	{ programmeId, cohortId }: { programmeId: string; cohortId: string },
	role: Role,
	name: string,
	language: Language
): Promise<Person> {
	const id = newId();
	const now = Date.now();
	await db
		.insertInto('person')
		.values({
			id,
			programme_id: programmeId,
			name,
			language,
			is_coordinator: role === 'coordinator' ? 1 : 0,
			sign_in_name: null,
			created_at: now,
			removed_at: null
		})
		.execute();
	if (role !== 'coordinator') {
		await db
			.insertInto('member')
			.values({ id: newId(), cohort_id: cohortId, person_id: id, role, joined_at: now, left_at: null })
			.execute();
		await publish(db, cohortId);
	}

	return {
		id,
		name,
		role,
		language,
		programmeId,
		cohortId,
		signIn: async (context) => {
			const { token } = await sessions.start(db, id, 'Chrome, Android', Date.now());
			const url = server.origin;
			await context.addCookies([
				{ url, name: sessions.cookieName(url), value: token, httpOnly: true, sameSite: 'Lax' },
				{ url, name: 'language', value: language, sameSite: 'Lax' }
			]);
			if (role === 'participant') await knowPerson(context, url, id);
		}
	};
}

/** What joining leaves on the phone beside the session: whose store opens. */
async function knowPerson(context: BrowserContext, origin: string, personId: string) {
	const page = await context.newPage();
	await page.goto(`${origin}/icon.svg`);
	await page.evaluate((id) => localStorage.setItem('person', id), personId);
	await page.close();
}
