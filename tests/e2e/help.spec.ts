import { keepsTheApp } from '../support/app.ts';
import { expect, expectAccessibleInEveryLook, inBothLanguages, test, wordsOf } from '../support/test.ts';

inBothLanguages((language) => {
	test.describe('help without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('opens in her language before sign-in, the most urgent lines first', async ({ page, words }) => {
			await page.goto('/help');
			await expect(page).toHaveURL(`/help/${language}`);
			await expect(page.locator('html')).toHaveAttribute('lang', language);

			const ways = await page
				.locator('a[href^="tel:"], a[href^="sms:"]')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
			expect(ways.slice(0, 3)).toEqual(['tel:911', 'tel:988', language === 'es' ? 'sms:988?&body=AYUDA' : 'sms:988']);
			await expect(page.getByRole('heading', { name: words.help.live.title })).toBeVisible();
			await expect(page.getByText(words.help.maternal.notForEmergencies)).toBeVisible();
		});

		test('has its ways out: the other language, the app and Exit', async ({ page, words }) => {
			await page.goto(`/help/${language}`);
			await page.getByRole('link', { name: words.help.otherLanguage }).click();
			await expect(page).toHaveURL(`/help/${language === 'en' ? 'es' : 'en'}`);
			await page.goto(`/help/${language}`);
			await expect(page.getByRole('link', { name: words.help.back })).toHaveAttribute('href', '/today');
			await page.getByRole('link', { name: words.help.exit, exact: true }).click();
			await expect(page).toHaveTitle(words.measures.title);
		});
	});

	test('no word of the page of measures is broken on a small phone', async ({ page }) => {
		await page.goto(`/measures/${language}`);
		for (const width of [360, 320]) {
			await page.setViewportSize({ width, height: 740 });
			expect(await page.evaluate(wordsBroken), `at ${width} px`).toEqual([]);
		}
	});

	test('staff find their way back from help', async ({ clinician: { page }, words }) => {
		await page.goto('/staff');
		await page.getByRole('link', { name: words.common.help }).click();
		await expect(page.getByRole('heading', { level: 1, name: words.help.title })).toBeVisible();
		await expect(page.getByRole('link', { name: words.help.back, exact: true })).toHaveCount(0);
		await expect(page.getByRole('link', { name: words.help.backStaff })).toBeVisible();
		await page.getByRole('link', { name: words.help.otherLanguage }).click();
		await page.getByRole('link', { name: wordsOf(language === 'en' ? 'es' : 'en').help.backStaff }).click();
		await expect(page).toHaveURL('/staff');
	});

	test('help and the page of measures are for everyone', async ({ page }) => {
		test.setTimeout(120_000);
		await page.goto(`/help/${language}`);
		await expectAccessibleInEveryLook(page);
		await page.goto(`/measures/${language}`);
		await expectAccessibleInEveryLook(page);
	});
});

test('every way to get help is big enough for a thumb', async ({ page }) => {
	await page.goto('/help/es');
	for (const link of await page.getByRole('link').all()) {
		const box = await link.boundingBox();
		expect(box?.height, await link.innerText()).toBeGreaterThanOrEqual(44);
	}
});

/** Words of the tables that stand on more than one line. */
function wordsBroken(): string[] {
	return [...document.querySelectorAll('th, td')].flatMap(({ firstChild }) =>
		[...(firstChild?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
			const range = document.createRange();
			range.setStart(firstChild!, index);
			range.setEnd(firstChild!, index + word.length);
			return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
		})
	);
}

test('help opens from a staff page without signal, and a page that does not open says why', async ({
	clinician: { page },
	cohort,
	words
}) => {
	await page.goto('/staff');
	await keepsTheApp(page);
	await page.context().setOffline(true);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1, name: words.errors.offline.title })).toBeVisible();
	await page.context().setOffline(false);
	await page.getByRole('button', { name: words.errors.offline.again }).click();
	await expect(page.getByRole('heading', { level: 1, name: `Test ${cohort.id.slice(0, 4)}` })).toBeVisible();

	await page.context().setOffline(true);
	await page.getByRole('link', { name: words.common.help }).click();
	await expect(page.getByRole('heading', { level: 1, name: words.help.title })).toBeVisible();
});
