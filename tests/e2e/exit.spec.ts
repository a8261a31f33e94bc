import type { BrowserContext, Page } from '@playwright/test';
import { expect, inBothLanguages, test, type Person } from '../support/test.ts';

/** This phone knows her, as after an invite. */
const know = (context: BrowserContext, { id }: Person) =>
	context.addInitScript((personId) => localStorage.setItem('person', personId), id);

const expectNothingOfTheApp = async (page: Page) => {
	await expect(page.locator('html')).not.toContainText(/comadre/i);
	expect(await page.title()).not.toMatch(/comadre/i);
	expect(await page.locator('[rel=manifest]').count()).toBe(0);
};

inBothLanguages((language) => {
	test('one tap, and Back does not return', async ({ page, context, participant, words }) => {
		await know(context, participant);
		await page.goto('/today');
		await page.getByRole('link', { name: words.common.places.me, exact: true }).click();
		await page.waitForURL('/me');

		await page.getByRole('button', { name: words.common.exit, exact: true }).click();
		await expect(page).toHaveURL(`/measures/${language}`);
		await expect(page).toHaveTitle(words.measures.title);
		await expectNothingOfTheApp(page);

		await page.goBack();
		await expect(page).toHaveTitle(words.measures.title);
	});

	test('one tap leaves also before she is in', async ({ page, programmeId, words }) => {
		void programmeId;
		for (const place of ['/', '/in', '/sign-in/words']) {
			await page.goto(place);
			await page.getByRole('button', { name: words.common.exit, exact: true }).click();
			await expect(page).toHaveURL(new RegExp(`/measures/${language}\\??$`));
		}
	});

	test('the app opens on the neutral page until she goes on', async ({ page, context, participant, words }) => {
		await know(context, participant);
		await page.goto('/me');
		await page.getByRole('button', { name: words.common.exit, exact: true }).click();
		await expect(page).toHaveURL(`/measures/${language}`);

		for (const place of ['/today', '/mood', '/breathe']) {
			await page.goto(place);
			await expect(page).toHaveURL(`/measures/${language}`);
		}

		await page.getByRole('link', { name: words.measures.continue }).click();
		await expect(page).toHaveURL('/today');
		await expect(page.getByRole('navigation', { name: words.common.places.label })).toBeVisible();
	});
});

test('the way on is shown once it leads on, also on a slow phone', async ({ page, context, participant, words }) => {
	await know(context, participant);
	const script = Promise.withResolvers<void>();
	await context.route('**/exit.js', async (route) => {
		await script.promise;
		await route.continue();
	});
	await page.goto('/measures/en', { waitUntil: 'commit' });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const onward = page.getByRole('link', { name: words.measures.continue });
	await expect(onward).toHaveCount(0);

	script.resolve();
	await onward.click();
	await expect(page).toHaveURL('/today');
});

test('nothing of the app is painted while she is away', async ({ page, context, participant }) => {
	await know(context, participant);
	await context.addInitScript(() => {
		localStorage.setItem('away', '1');
		new MutationObserver(() => {
			const isApp = !location.pathname.startsWith('/measures');
			if (isApp && document.querySelector('main, nav, header, h1'))
				sessionStorage.setItem('painted', location.pathname);
		}).observe(document, { childList: true, subtree: true });
	});
	await page.goto('/today');
	await expect(page).toHaveURL('/measures/en');
	expect(await page.evaluate(() => sessionStorage.getItem('painted'))).toBeNull();
});

test('another tab leaves with this one', async ({ page, context, participant, words }) => {
	await know(context, participant);
	const other = await context.newPage();
	await other.goto('/today');
	await page.goto('/today');
	await page.getByRole('button', { name: words.common.exit, exact: true }).click();
	await expect(other).toHaveURL('/measures/en');
});

test('three times Shift leaves, also from help', async ({ page, context, participant }) => {
	await know(context, participant);
	await page.goto('/today');
	await expect(page.getByRole('main')).toBeVisible();
	for (const _ of '123') await page.keyboard.press('Shift');
	await expect(page).toHaveURL('/measures/en');

	await page.goto('/help/en');
	for (const _ of '123') await page.keyboard.press('Shift');
	await expect(page).toHaveURL('/measures/en');
});

test('help stays open to her while she is away, but Back does not uncover it', async ({
	page,
	context,
	participant,
	words
}) => {
	await know(context, participant);
	await page.goto('/help/en');
	await page.getByRole('link', { name: words.help.back }).click();
	await page.getByRole('button', { name: words.common.exit, exact: true }).click();
	await expect(page).toHaveURL('/measures/en');
	await page.goBack();
	await expect(page).toHaveURL('/measures/en');

	await page.goto('/help/en');
	await expect(page).toHaveTitle(words.help.title);
});

test('without signal, Exit, the page of measures and the way back work all the same', async ({
	page,
	context,
	participant,
	words
}) => {
	await know(context, participant);
	await page.goto('/today');
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
		.toBe('activated');
	await context.setOffline(true);

	await page.goto('/breathe');
	await page.getByRole('button', { name: words.common.exit, exact: true }).click();
	await expect(page).toHaveTitle(words.measures.title);
	await page.getByRole('link', { name: words.measures.continue }).click();
	await expect(page).toHaveURL('/today');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
