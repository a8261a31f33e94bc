import { expect, expectAccessibleInEveryLook, test, wordsOf } from '../support/test.ts';
import { startServer } from '../support/server.ts';
import { filled } from '../support/words.ts';

const keys = ['participant-en', 'participant-es', 'ambassador', 'clinician', 'coordinator'] as const;

test('each printed link lets a browser in', async ({ demo, browser }) => {
	for (const key of keys) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(await demo.line(key));
		await page.waitForURL(key.startsWith('participant') ? '**/today' : '**/staff');
		const language = key === 'participant-es' ? 'es' : 'en';
		await expect(page.getByText(wordsOf(language).common.demoMark)).toBeVisible();
		await context.close();
	}
});

test('a server that starts again prints the same links', async () => {
	const server = await startServer({ env: { COMADRE_DEMO: '1' } });
	const before = await Promise.all(keys.map((key) => server.line(key)));
	await server.restart();
	expect(await Promise.all(keys.map((key) => server.line(key)))).toEqual(before);
	await server.remove();
});

test('two browsers may be the same woman, and both see her third week', async ({ demo, browser }) => {
	for (let i = 0; i < 2; i += 1) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(await demo.line('participant-es'));
		await expect(page.getByText(filled(wordsOf('es').today.week, { week: 3, count: 8 }))).toBeVisible();
		await context.close();
	}
});

test('one browser may be one person after the other', async ({ demo, browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${demo.origin}/demo`);
	const { demo: words } = wordsOf('en');
	await expectAccessibleInEveryLook(page, 'demo links');
	await page.getByRole('link', { name: words.links.clinician }).click();
	await page.waitForURL('**/staff');
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);

	await page.goto(`${demo.origin}/demo`);
	await page.getByRole('link', { name: words.links['participant-en'] }).click();
	await page.waitForURL('**/today');
	await page.goto(await demo.line('participant-es'));
	await page.waitForURL('**/today');
	await expect(page.getByText(wordsOf('es').common.demoMark)).toBeVisible();
	await context.close();
});

test('a demo is started from the first page, left, and makes room for a real programme', async ({ empty, page }) => {
	const words = wordsOf('en');
	await page.goto(empty.origin);
	await expectAccessibleInEveryLook(page, 'first page');
	await page.getByRole('button', { name: words.demo.offer.start }).click();
	const links = page.getByRole('navigation').getByRole('link');
	await expect(links).toHaveCount(5);

	await page.getByRole('link', { name: words.demo.links.coordinator }).click();
	await page.waitForURL('**/staff');
	await page.getByRole('link', { name: words.staff.nav.leaveDemo }).click();
	await page.getByRole('button', { name: words.demo.leave.confirm }).click();
	await expect(page.getByText(words.demo.leave.needed)).toBeVisible();
	await expectAccessibleInEveryLook(page, 'leave the demo');
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: words.demo.leave.confirm }).click();

	await page.waitForURL('**/setup#**');
	await expect(page.getByRole('heading', { name: words.setup.first.title })).toBeVisible();
});

test('a link of a demo that is gone, or a mistyped one, says so', async ({ page, programmeId }) => {
	expect(programmeId, 'a real programme').not.toBe('');
	const words = wordsOf('en');
	for (const link of ['/demo', '/demo#clinician.nonsense', '/demo#nobody']) {
		await page.goto('about:blank');
		await page.goto(link);
		await expect(page.getByRole('heading', { name: words.demo.none.title })).toBeVisible();
	}
});
