import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import * as invites from '$lib/features/invites/invites.server.ts';
import { root } from '../scripts/project.js';
import { keepAndStopWorker, newPhone } from './phone.ts';
import { bytesLine, kb, type Line } from './report.ts';
import { REFERENCE, TODAY, type Setting } from './setting.ts';

const KB = 1024;

/** The scripts that a page had fetched when it could be used, and when it first painted. */
async function scripts(page: Page) {
	const files = await page.evaluate(() =>
		(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
			.filter(({ name }) => name.endsWith('.js'))
			.map(({ encodedBodySize, startTime }) => ({ size: encodedBodySize, startedAt: startTime }))
	);
	const paintedAt = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
	);
	const total = (some: typeof files) => some.reduce((sum, { size }) => sum + size, 0);
	return { all: total(files), beforePaint: total(files.filter(({ startedAt }) => startedAt < paintedAt)) };
}

export async function bytes({ browser, server, db, cohort, reference }: Setting): Promise<Line[]> {
	const lines: Line[] = [];

	const plain = await newPhone(browser);
	const page = await plain.newPage();
	await page.goto(reference.origin);
	await page.locator(REFERENCE).waitFor({ state: 'attached' });
	const floor = await scripts(page);
	await plain.close();

	const phone = await newPhone(browser);
	await (await cohort.person('participant')).signIn(phone);
	const today = await phone.newPage();
	server.reset();
	await today.goto(`${server.origin}/today`);
	await today.locator(TODAY).waitFor();
	const ours = await scripts(today);
	lines.push(bytesLine('script before Today paints', ours.beforePaint, 70 * KB, floor.beforePaint));
	lines.push(bytesLine('script until Today is usable', ours.all, 110 * KB, floor.all));
	lines.push({
		what: 'first visit to Today, on the wire',
		ours: `${kb(server.received())}, ${server.requests()} requests`
	});

	await keepAndStopWorker(today);
	await server.quiet();
	lines.push(bytesLine("the worker's background download", await workerDownload(today), 350 * KB));
	lines.push({ what: 'all of it, on the wire', ours: `${kb(server.received())}, ${server.requests()} requests` });

	await today.close();
	server.reset();
	const again = await phone.newPage();
	await again.goto(`${server.origin}/today`);
	await again.locator(TODAY).waitFor();
	await server.quiet(3000);
	lines.push({ ...bytesLine('a repeat visit', server.received(), 5 * KB), ratio: `${server.requests()} requests` });
	await phone.close();

	const newcomer = await newPhone(browser);
	const card = await newcomer.newPage();
	const invited = { programmeId: cohort.programmeId, cohortId: cohort.id, role: 'participant' as const, label: 'Ana' };
	const { secret } = await invites.create(db, { ...invited, createdBy: null, now: Date.now() });
	server.reset();
	await card.goto(`${server.origin}/in#${secret}`);
	await server.quiet();
	lines.push({
		...bytesLine('first visit with a card, all of it', server.received(), 100 * KB),
		ratio: `${server.requests()} requests`
	});
	await newcomer.close();
	return lines;
}

/** The files that the worker keeps, as they travel, and the worker. */
async function workerDownload(page: Page): Promise<number> {
	const kept = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
	});
	return ['/service-worker.js', ...kept].map(sizeOf).reduce((sum, size) => sum + size, 0);
}

function sizeOf(place: string): number {
	for (const folder of ['client', 'prerendered']) {
		for (const ending of ['.br', '', '.html.br']) {
			const found = statSync(path.join(root, 'build', folder, place + ending), { throwIfNoEntry: false });
			if (found?.isFile()) return found.size;
		}
	}
	return 0;
}
