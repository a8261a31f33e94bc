import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import * as invites from '$lib/features/invites/invites.server.ts';
import { root } from '../../scripts/project.js';
import { startMeteredServer, type Meter } from '../support/meter.ts';
import { openServerDb, seedCohort, seedProgramme } from '../support/people.ts';
import { expect, test as base } from '../support/test.ts';

// Data is money: what one visit may cost, in bytes as they travel. The limits are design.md's.
const KB = 1024;
const limits = {
	scriptUntilPaint: 70 * KB,
	scriptUntilUsable: 110 * KB,
	invitePage: 100 * KB,
	workerDownload: 350 * KB,
	repeatVisit: 5 * KB
};

const test = base.extend<{ meter: Meter }>({
	meter: async ({}, use) => {
		const meter = await startMeteredServer();
		await use(meter);
		await meter.remove();
	}
});

/** Every script fetched so far, as it travelled: name and size, in order. */
const scripts = (page: Page) =>
	page.evaluate(() =>
		(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
			.filter(({ name }) => name.endsWith('.js'))
			.map(({ name, encodedBodySize, startTime }) => ({ name, size: encodedBodySize, startedAt: startTime }))
	);

const total = (files: { size: number }[]) => files.reduce((sum, { size }) => sum + size, 0);

test('the script until Today paints, and until it can be used', async ({ page, participant }) => {
	expect(participant.role).toBe('participant');
	await page.goto('/today');
	await expect(page.locator('#next-thing')).toBeVisible();
	const loaded = (await scripts(page)).filter(({ name }) => !name.includes('Offers'));
	const paintedAt = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime);
	const beforePaint = total(loaded.filter(({ startedAt }) => startedAt < paintedAt));
	expect(beforePaint).toBeLessThanOrEqual(limits.scriptUntilPaint);
	expect(total(loaded)).toBeLessThanOrEqual(limits.scriptUntilUsable);
});

test('the first visit with a card', async ({ page, meter }) => {
	const db = openServerDb(meter);
	const cohort = await seedCohort(meter, db, await seedProgramme(db), 'en');
	const { secret } = await invites.create(db, {
		programmeId: cohort.programmeId,
		cohortId: cohort.id,
		role: 'participant',
		label: 'Ana',
		createdBy: null,
		now: Date.now()
	});
	await db.destroy();
	meter.reset();
	await page.goto(`${meter.origin}/in#${secret}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await meter.quiet();
	expect(meter.received()).toBeLessThanOrEqual(limits.invitePage);
});

test('what the worker fetches in the background, and what coming again costs', async ({ page, context, meter }) => {
	const db = openServerDb(meter);
	const cohort = await seedCohort(meter, db, await seedProgramme(db), 'en');
	const person = await cohort.person('participant');
	await person.signIn(context);
	await db.destroy();

	meter.reset();
	await page.goto(`${meter.origin}/today`);
	await expect(page.locator('#next-thing')).toBeVisible();
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
		.toBe('activated');
	await meter.quiet();

	const kept = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
	});
	const download = total(kept.map((place) => ({ size: sizeOf(place) }))) + sizeOf('/service-worker.js');
	expect(download).toBeLessThanOrEqual(limits.workerDownload);

	await page.close();
	const again = await context.newPage();
	meter.reset();
	await again.goto(`${meter.origin}/today`);
	await expect(again.locator('#next-thing')).toBeVisible();
	await meter.quiet(3000);
	expect(meter.received()).toBeLessThanOrEqual(limits.repeatVisit);
});

/** A file of the build as it travels: compressed where that was done. */
function sizeOf(place: string): number {
	const candidates = ['client', 'prerendered'].flatMap((folder) =>
		['.br', '', '.html.br'].map((ending) => path.join(root, 'build', folder, place + ending))
	);
	for (const file of candidates) {
		const found = statSync(file, { throwIfNoEntry: false });
		if (found?.isFile()) return found.size;
	}
	throw new Error(`${place} is not in the build`);
}
