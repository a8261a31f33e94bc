import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '$lib/domain/id.ts';
import { roles, type Role } from '$lib/domain/role.ts';
import type { Asker } from '$lib/platform/auth/asker.ts';
import { mayEnter, type Access } from '$lib/platform/auth/guard.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { personStream, put } from '$lib/platform/sync/streams.server.ts';
import { routeIds } from '../../scripts/access-plugin.ts';
import { root } from '../../scripts/project.js';
import { access } from '../../src/access.ts';
import { seedCohort, seedProgramme, type Person } from '../support/people.ts';
import type { TestServer } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

/*
 * Every role on every route and method, on a real server: the guard and the handlers answer as src/access.ts says.
 * Where a route names a cohort, it is tried with her own, with a neighbour's and with another programme's.
 */

const routesDir = path.join(root, 'src', 'routes');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/** What stands in a place where nobody else may read it. */
interface Ground {
	cohortId: string;
	participant: Person;
	/** Texts that give it away. */
	marks: readonly string[];
}

interface Attempt {
	route: string;
	method: Method;
	/** A page's action, or its data as script asks for it. */
	part?: string;
	isPage: boolean;
}

const source = (route: string, file: string) => {
	const name = path.join(routesDir, route, file);
	return existsSync(name) ? readFileSync(name, 'utf8') : undefined;
};

/** Everything that can be asked of a route; each action of a page is asked by name. */
function attemptsOn(route: string): Attempt[] {
	const isPage = source(route, '+server.ts') === undefined;
	const server = source(route, '+page.server.ts') ?? '';
	// A page's one unnamed action is what a plain POST reaches.
	const actions = [...(server.split(/^export const actions/m)[1] ?? '').matchAll(/^\t(?!default\b)(\w+): async/gm)].map(
		([, name]) => `?/${name}`
	);
	return [
		...methods.map((method) => ({ route, method, isPage })),
		...actions.map((part) => ({ route, method: 'POST' as const, part, isPage })),
		...(isPage ? [{ route, method: 'GET' as const, part: '/__data.json', isPage }] : [])
	];
}

// Where there is no demo, these are not there for anybody.
const onlyInDemo = ['/staff/demo'];

const examples: Record<string, string> = { language: 'en', status: '403' };

function pathTo({ route, part = '' }: Attempt, ground: Ground, personId = ground.participant.id): string {
	const values: Record<string, string> = { ...examples, cohortId: ground.cohortId, personId };
	const place = route
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => values[name] ?? newId());
	return part.startsWith('/') ? `${place}${part}` : `${place || '/'}${part}`;
}

async function ask(server: TestServer, attempt: Attempt, target: string, token: string | undefined) {
	const isForm = attempt.isPage && attempt.method !== 'GET';
	const answer = await fetch(server.origin + target, {
		method: attempt.method,
		redirect: 'manual',
		headers: {
			accept: attempt.isPage ? 'text/html' : 'application/json',
			origin: server.origin,
			...(token && { cookie: `${sessions.cookieName(server.origin)}=${token}` }),
			...(attempt.method !== 'GET' && {
				'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json'
			})
		},
		body: attempt.method === 'GET' ? undefined : isForm ? 'nothing=here' : '{}'
	});
	const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
	if (isStream) await answer.body?.cancel();
	return {
		status: answer.status,
		location: answer.headers.get('location') ?? '',
		text: isStream ? '' : await answer.text()
	};
}

/** What is wrong with an answer to somebody whom the rule lets in, or keeps out. */
function complaint(
	rule: Access | undefined,
	attempt: Attempt,
	asker: Asker | undefined,
	answer: Awaited<ReturnType<typeof ask>>
) {
	const { status, location } = answer;
	const isPlainRead = attempt.method === 'GET' && attempt.part === undefined;
	if (status >= 500) return `${status}`;
	switch (mayEnter(rule, attempt.method, asker)) {
		case 'open':
			if (status === 401 || status === 403 || (attempt.method === 'GET' && location === '/sign-in'))
				return `${status}, is open`;
			if (status === 404 && onlyInDemo.includes(attempt.route)) return undefined;
			return isPlainRead && status >= 400 && status !== 405 ? `${status}, is open` : undefined;
		case 'signIn':
			if (isPlainRead && attempt.isPage) return location === '/sign-in' ? undefined : `${status}, wants a sign-in`;
			return status === 401 ? undefined : `${status}, wants a sign-in`;
		case 'forbidden':
			return status === 403 ? undefined : `${status}, is forbidden`;
	}
}

async function aGround(
	server: TestServer,
	db: Db,
	programmeId: string
): Promise<Ground & { staff: Record<Role, Person> }> {
	const cohort = await seedCohort(server, db, programmeId, 'en');
	const mark = `Mark-${newId()}`;
	const participant = await cohort.person('participant', mark);
	const note = `Note-${newId()}`;
	await db.transaction().execute((tx) =>
		put(tx, {
			stream: personStream(participant.id),
			id: newId(),
			kind: 'note',
			body: { text: note },
			authorId: participant.id,
			now: Date.now(),
			day: '2030-01-01',
			visibility: 'team'
		})
	);
	const staff = {} as Record<Role, Person>;
	for (const role of roles) staff[role] = await cohort.person(role, `Staff-${role}`);
	return { cohortId: cohort.id, participant, marks: [mark, note], staff };
}

const newToken = async (db: Db, person: Person) => (await sessions.start(db, person.id, 'Test', Date.now())).token;

/** All that belongs to a ground, to see whether somebody changed it. */
const everythingOf = async (db: Db, { cohortId, participant }: Ground) => ({
	cohort: await db.selectFrom('cohort').selectAll().where('id', '=', cohortId).execute(),
	members: await db.selectFrom('member').selectAll().where('cohort_id', '=', cohortId).orderBy('id').execute(),
	invites: await db.selectFrom('invite').selectAll().where('cohort_id', '=', cohortId).orderBy('id').execute(),
	records: await db
		.selectFrom('record')
		.selectAll()
		.where('stream', 'in', [`cohort:${cohortId}`, personStream(participant.id)])
		.orderBy('stream')
		.orderBy('id')
		.execute(),
	looks: await db.selectFrom('look').selectAll().where('participant_id', '=', participant.id).execute()
});

const asker = (role: Role | undefined, person: Person | undefined): Asker | undefined =>
	role && person
		? {
				personId: person.id,
				sessionId: '',
				programmeId: person.programmeId,
				name: person.name,
				language: 'en',
				isDemo: false,
				isCoordinator: role === 'coordinator',
				places: role === 'coordinator' ? [] : [{ cohortId: person.cohortId, role }]
			}
		: undefined;

async function inBatches<Item>(items: readonly Item[], size: number, work: (item: Item) => Promise<void>) {
	const left = [...items];
	await Promise.all(
		Array.from({ length: size }, async () => {
			for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
		})
	);
}

test.describe('who may do what', () => {
	test.setTimeout(120_000);

	const attempts = routeIds(routesDir).flatMap(attemptsOn);
	const cohortAttempts = attempts.filter(({ route }) => route.includes('[cohortId]'));
	const who: readonly (Role | undefined)[] = [undefined, ...roles];

	test('every role is let into exactly the routes and methods that are hers', async ({ server, db, programmeId }) => {
		const own = await aGround(server, db, programmeId);
		const stranger = await aGround(server, db, await seedProgramme(db));
		const wrong: string[] = [];

		for (const role of who) {
			const person = role && own.staff[role];
			const reading = person && (await newToken(db, person));
			await inBatches(attempts, 6, async (attempt) => {
				// What writes gets a session of its own: some of it ends the session.
				const token = attempt.method === 'GET' ? reading : person && (await newToken(db, person));
				const answer = await ask(server, attempt, pathTo(attempt, own), token);
				const found = complaint(access[attempt.route], attempt, asker(role, person), answer);
				const name = `${role ?? 'nobody'} ${attempt.method} ${attempt.route}${attempt.part ?? ''}`;
				if (found) wrong.push(`${name}: ${found}`);
				if (stranger.marks.some((mark) => answer.text.includes(mark))) wrong.push(`${name}: shows another programme`);
				if ((role === undefined || role === 'participant') && own.marks.some((mark) => answer.text.includes(mark)))
					wrong.push(`${name}: shows somebody's data`);
			});
		}

		expect(attempts.length).toBeGreaterThan(100);
		expect(wrong).toEqual([]);
	});

	test('a cohort that is not hers answers nothing, and nothing in it changes', async ({ server, db, programmeId }) => {
		const own = await aGround(server, db, programmeId);
		const neighbour = await aGround(server, db, programmeId);
		const stranger = await aGround(server, db, await seedProgramme(db));
		const before = [await everythingOf(db, neighbour), await everythingOf(db, stranger)];
		const wrong: string[] = [];

		for (const role of who) {
			const person = role && own.staff[role];
			const token = person && (await newToken(db, person));
			// A coordinator works with every cohort of her programme.
			const closed = role === 'coordinator' ? [stranger] : [neighbour, stranger];
			for (const ground of closed) {
				const targets = cohortAttempts.flatMap((attempt) => [
					{ attempt, target: pathTo(attempt, ground) },
					// Her own cohort in the address does not open somebody else's person.
					...(attempt.route.includes('[personId]')
						? [{ attempt, target: pathTo(attempt, own, ground.participant.id) }]
						: [])
				]);
				await inBatches(targets, 6, async ({ attempt, target }) => {
					const { status, text, location } = await ask(server, attempt, target, token);
					const name = `${role ?? 'nobody'} ${attempt.method} ${attempt.route}${attempt.part ?? ''}`;
					if (ground.marks.some((mark) => text.includes(mark))) wrong.push(`${name}: shows data`);
					// Data that script asks for comes as 200 with the refusal inside.
					const refusal = attempt.part === '/__data.json' && /"type":"error".*"status":(403|404)/.test(text);
					const isRefused = refusal || [401, 403, 404, 405].includes(status) || location === '/sign-in';
					const isOwnAddress = target.includes(own.cohortId);
					if (!isRefused && !(isOwnAddress && status < 500 && attempt.method !== 'GET'))
						wrong.push(`${name}: ${status}`);
				});
			}
		}

		expect(cohortAttempts.length).toBeGreaterThan(10);
		expect(wrong).toEqual([]);
		expect([await everythingOf(db, neighbour), await everythingOf(db, stranger)]).toEqual(before);
	});
});
