/*
 * The fixtures of the end-to-end tests. A spec begins with
 *
 *     import { expect, test } from '../support/test.ts';
 *
 *     test('a mood is saved', async ({ page, participant, words }) => {
 *         await page.goto('/mood');                                  // signed in, 360×740, baseURL is the server
 *         await page.getByRole('button', { name: words.common.save }).click();
 *     });
 *
 * - `page`, `context`  one phone. Ask for `participant` too and it is hers; without it, nobody is signed in.
 * - `participant`      a fresh woman in a fresh cohort (week 3 of 8), with `id`, `name`, `cohortId` and `signIn(context)`.
 * - `clinician`, `ambassador`, `coordinator`   staff of the same cohort, each with a `page` of her own (1280×800).
 * - `cohort`           that cohort: `await cohort.person('participant', 'Luz')` adds someone.
 * - `newPhone(person)` another phone of hers: a page in a context of its own. `newDesk(person)`: the same for staff.
 * - `language`         'en' unless `test.use({ language: 'es' })`; `inBothLanguages` runs a test in each.
 * - `words`            the shipped words of that language: `words.mood.scale.best`; `filled` fills gaps.
 * - `server`           the real build with a programme and no demo; one for each worker process.
 * - `demo`             a server with the demo programme: `page.goto(await demo.line('participant-en'))`.
 * - `empty`            a server of the test's own with nothing in it: `await empty.line('setup')`. May be restarted.
 * - `alone`            `empty` with a programme and `alone.participant`, signed in on `page`: for tests that stop the server
 *                      or change its build: `await alone.server.restart(nextBuild)`.
 * - `db`               the database of `server`, for looking at what arrived.
 * - `addPasskeys(page)`, `expectAccessible(page)`, `expectAccessibleInEveryLook(page)`: see below.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { languages, type Language } from '$lib/domain/language.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import type { Resources } from '$lib/i18n/words.ts';
import { nextVersion } from './clone.ts';
import { openServerDb, seedCohort, seedProgramme, type Cohort, type Person } from './people.ts';
import { startServer, type TestServer } from './server.ts';
import { wordsOf } from './words.ts';

export { expect };
export { filled, wordsOf } from './words.ts';
export type { Cohort, Person } from './people.ts';

declare global {
	interface Window {
		axe: typeof import('axe-core');
	}
}

export type Staff = Person & { page: Page };

interface Fixtures {
	language: Language;
	words: Resources;
	cohort: Cohort;
	participant: Person;
	clinician: Staff;
	ambassador: Staff;
	coordinator: Staff;
	newPhone: (person: Person) => Promise<Page>;
	newDesk: (person: Person) => Promise<Staff>;
	empty: TestServer;
	alone: { server: TestServer; db: Db; cohort: Cohort; participant: Person };
}

interface WorkerFixtures {
	server: TestServer;
	db: Db;
	programmeId: string;
	demo: TestServer;
	/** A project folder with the next version of the app, built. */
	nextBuild: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
	language: ['en', { option: true }],
	words: async ({ language }, use) => use(wordsOf(language)),
	locale: async ({ language }, use) => use(language === 'es' ? 'es-US' : 'en-US'),
	baseURL: async ({ server }, use) => use(server.origin),

	server: [
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.remove();
		},
		{ scope: 'worker' }
	],
	db: [
		async ({ server }, use) => {
			const db = openServerDb(server);
			await use(db);
			await db.destroy();
		},
		{ scope: 'worker' }
	],
	programmeId: [async ({ db }, use) => use(await seedProgramme(db)), { scope: 'worker' }],
	demo: [
		async ({}, use) => {
			const server = await startServer({ env: { COMADRE_DEMO: '1' } });
			await use(server);
			await server.remove();
		},
		{ scope: 'worker', timeout: 60_000 }
	],
	nextBuild: [async ({}, use) => use(await nextVersion()), { scope: 'worker', timeout: 180_000 }],
	empty: async ({}, use) => {
		const server = await startServer();
		await use(server);
		await server.remove();
	},
	alone: async ({ empty, language, context }, use) => {
		const db = openServerDb(empty);
		const cohort = await seedCohort(empty, db, await seedProgramme(db), language);
		const participant = await cohort.person('participant');
		await participant.signIn(context);
		await use({ server: empty, db, cohort, participant });
		await db.destroy();
	},

	cohort: async ({ server, db, programmeId, language }, use) =>
		use(await seedCohort(server, db, programmeId, language)),
	participant: async ({ cohort, context }, use) => {
		const person = await cohort.person('participant');
		await person.signIn(context);
		await use(person);
	},
	clinician: async ({ cohort, newDesk }, use) => use(await newDesk(await cohort.person('clinician', 'Rosa'))),
	ambassador: async ({ cohort, newDesk }, use) => use(await newDesk(await cohort.person('ambassador', 'Lupe'))),
	coordinator: async ({ cohort, newDesk }, use) => use(await newDesk(await cohort.person('coordinator', 'Ines'))),

	newPhone: async ({ browser }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (person) => {
			const context = await browser.newContext();
			contexts.push(context);
			await person.signIn(context);
			return context.newPage();
		});
		await Promise.all(contexts.map((context) => context.close()));
	},
	newDesk: async ({ browser }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (person) => {
			const context = await browser.newContext(desk);
			contexts.push(context);
			await person.signIn(context);
			return { ...person, page: await context.newPage() };
		});
		await Promise.all(contexts.map((context) => context.close()));
	}
});

/** A laptop, for staff. */
export const desk = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };

/** Declares a group of tests once for each language. */
export function inBothLanguages(declare: (language: Language) => void) {
	for (const language of languages) {
		test.describe(language, () => {
			test.use({ language });
			declare(language);
		});
	}
}

/** A fingerprint reader that always says yes, for passkeys on this page. */
export async function addPasskeys(page: Page) {
	const client = await page.context().newCDPSession(page);
	await client.send('WebAuthn.enable');
	await client.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

/** Every rule of WCAG 2.2 AA that a machine can check, on the page as it stands. */
export async function expectAccessible(page: Page, message?: string) {
	// As tall as the page: what a sticky bar covers just now can be scrolled free, and is no fault.
	const before = page.viewportSize()!;
	const heightOfPage = () => page.evaluate(() => document.documentElement.scrollHeight);
	await page.waitForLoadState('networkidle');
	await expect(async () => {
		const height = Math.max(before.height, await heightOfPage());
		await page.setViewportSize({ ...before, height });
		expect(await heightOfPage()).toBe(height);
	}).toPass();
	await expectNoFault(page, message);
	await page.setViewportSize(before);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the rules, or tags of rules, on the page as it stands. */
export async function violationsOf(page: Page, runOnly: string[]) {
	// Put in once for all looks at a page: that takes longer than a look.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
	const options = { resultTypes: ['violations' as const], runOnly };
	return (await page.evaluate((options) => window.axe.run(document, options), options)).violations;
}

async function expectNoFault(page: Page, message?: string) {
	const violations = await violationsOf(page, [
		'wcag2a',
		'wcag2aa',
		'wcag21a',
		'wcag21aa',
		'wcag22aa',
		'best-practice'
	]);
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
	expect(found, message ?? page.url()).toEqual([]);
	const { scrollWidth, clientWidth } = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return { scrollWidth, clientWidth };
	});
	expect(scrollWidth, `${message ?? page.url()} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
}

/** Looks at the page in light at its width, in dark at 320 px, and with text at 200 %, and leaves it as it was. */
export async function expectAccessibleInEveryLook(page: Page, name = page.url()) {
	const before = page.viewportSize();
	// A colour on its way to another is neither.
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	await expectAccessible(page, `${name} light`);
	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 320, height: 640 });
	await expectAccessible(page, `${name} dark at 320 px`);
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	if (before) await page.setViewportSize(before);
	await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
	await expectAccessible(page, `${name} with text at 200 %`);
	await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
	await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
