import { keepsTheApp, newVersionWaits, openAnew, version } from '../support/app.ts';
import { expect, test } from '../support/test.ts';

test('the app opens weeks after the server has gone', async ({ page, context, alone }) => {
	const { origin } = alone.server;
	await page.goto(`${origin}/today`);
	await keepsTheApp(page);
	await alone.server.stop();
	const missing: string[] = [];
	context.on('requestfailed', (request) => missing.push(new URL(request.url()).pathname));

	for (const place of [
		'/today',
		'/mood',
		'/breathe',
		'/practice/problem-solving',
		'/me/sharing',
		'/help/es',
		'/help',
		'/'
	]) {
		const fresh = await openAnew(context, `${origin}${place}`);
		await expect(fresh.getByRole('heading', { level: 1 }).first(), place).toBeVisible();
		const loose = await fresh.evaluate(() =>
			[...document.styleSheets].map(({ cssRules }) => cssRules.length).filter((count) => count === 0)
		);
		expect(loose, `${place} has all its styles`).toEqual([]);
	}
	expect(missing.filter((path) => path.startsWith('/_app/'))).toEqual([]);

	// Her phone speaks English; in the app she chose Spanish.
	await context.addCookies([{ name: 'language', value: 'es', url: origin }]);
	const help = await openAnew(context, `${origin}/help`);
	await expect(help).toHaveURL(`${origin}/help/es`);
});

test('a new version waits while she is in the app, and is there at the next start', async ({
	page,
	context,
	alone,
	nextBuild
}) => {
	const { server } = alone;
	await page.goto(`${server.origin}/today`);
	await keepsTheApp(page);
	await server.restart(nextBuild);

	await newVersionWaits(page);
	expect(await version(page)).toBe('this');

	// Parts that this page has not loaded yet still come from its own build, though the server no longer has them.
	await page.getByRole('navigation').getByRole('link').last().click();
	await expect(page).toHaveURL(/\/me$/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await version(page)).toBe('this');

	await server.stop();
	const fresh = await openAnew(context, `${server.origin}/today`);
	await expect.poll(() => version(fresh)).toBe('next');
	await expect(fresh.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a new version is offered, and taken when she says so', async ({ page, alone, nextBuild, words }) => {
	const { server } = alone;
	await page.goto(`${server.origin}/today`);
	await keepsTheApp(page);
	await server.restart(nextBuild);
	await page.reload();

	await page.getByRole('button', { name: words.install.update.now }).click();
	await expect.poll(() => version(page)).toBe('next');
	await expect(page.getByRole('button', { name: words.install.update.now })).toBeHidden();
});

test('a page beside it keeps its build when another takes the new version', async ({
	page,
	context,
	alone,
	nextBuild,
	words
}) => {
	const { server } = alone;
	await page.goto(`${server.origin}/today`);
	await keepsTheApp(page);
	await server.restart(nextBuild);

	const beside = await context.newPage();
	await beside.goto(`${server.origin}/today`);
	await newVersionWaits(beside);
	await beside.getByRole('button', { name: words.install.update.now }).click();
	await expect.poll(() => version(beside)).toBe('next');

	expect(await version(page)).toBe('this');
	await page.getByRole('navigation').getByRole('link').last().click();
	await expect(page).toHaveURL(/\/me$/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await version(page)).toBe('this');
});

test('what is personal, and what the server forbids to keep, is never kept', async ({ page, alone }) => {
	await page.goto(`${alone.server.origin}/today`);
	await keepsTheApp(page);
	await page.evaluate(() => Promise.all([fetch('/api/sessions'), fetch('/staff'), fetch('/_app/version.json')]));
	const kept = await page.evaluate(async () => {
		const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
		return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => new URL(url).pathname);
	});
	expect(kept.filter((path) => /^\/(api|staff)|version\.json|service-worker/.test(path))).toEqual([]);
	expect(kept).toContain('/shell');
});

test('a worksheet that is half written stays as it is when a new version comes, and is there in the new one', async ({
	page,
	context,
	alone,
	nextBuild,
	words
}) => {
	const { server } = alone;
	const { 'problem-solving': w, practice } = words;
	await page.goto(`${server.origin}/practice/problem-solving/new`);
	await keepsTheApp(page);
	await page.getByRole('textbox').fill('The bus comes');
	await page.evaluate(() => Object.assign(window, { stillHere: true }));

	await server.restart(nextBuild);
	await newVersionWaits(page);
	await page.getByRole('textbox').pressSequentially(' too late');
	await page.getByRole('button', { name: practice.sheet.next, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: w.who.question })).toBeVisible();
	await page.getByRole('textbox').fill('Me and Ana');
	await expect(page.getByText(words.sharing.place.phone)).toBeVisible();
	expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
	expect(await version(page)).toBe('this');
	const address = page.url();

	await server.stop();
	const fresh = await openAnew(context, address);
	await expect.poll(() => version(fresh)).toBe('next');
	await expect(fresh.getByRole('textbox')).toHaveValue('Me and Ana');
	await fresh.goto(`${server.origin}/practice/problem-solving`);
	await expect(fresh.getByRole('link', { name: /The bus comes too late/ })).toBeVisible();
});
