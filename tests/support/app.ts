import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Waits until the phone keeps the whole app. */
export const keepsTheApp = (page: Page) =>
	expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
		.toBe('activated');

/** Has the browser look for a new version of the app, and waits until it is there. */
export async function newVersionWaits(page: Page) {
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect
		.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)))
		.toBe(true);
}

/** Which version drew this page (see `nextVersion`); undefined while it loads anew. */
export const version = (page: Page) =>
	page
		.evaluate(() => (getComputedStyle(document.documentElement).getPropertyValue('--next-version') ? 'next' : 'this'))
		.catch(() => undefined);

/** Closes the app and opens it again, as from the home screen. */
export async function openAnew(context: BrowserContext, url: string) {
	for (const page of context.pages()) await page.close();
	const page = await context.newPage();
	await page.goto(url);
	return page;
}
