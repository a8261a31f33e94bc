import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepsTheApp } from '../support/app.ts';
import { expect, inBothLanguages, test } from '../support/test.ts';

interface Manifest {
	id: string;
	lang: string;
	name: string;
	start_url: string;
	icons: { src: string; purpose?: string }[];
	shortcuts: { name: string; url: string }[];
}

inBothLanguages((language) => {
	test('the browser finds nothing missing to install the app', async ({
		playwright,
		launchOptions,
		cohort,
		locale,
		server
	}) => {
		// A browser with a profile: in a private window Chromium refuses to install anything.
		const profile = mkdtempSync(path.join(tmpdir(), 'comadre-profile-'));
		const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, locale });
		await (await cohort.person('participant')).signIn(context);
		const page = await context.newPage();
		await page.goto(`${server.origin}/today`);
		await keepsTheApp(page);

		const client = await context.newCDPSession(page);
		expect(await client.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
		const { url, errors } = await client.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		expect(url).toMatch(new RegExp(`manifest\\.${language}\\.webmanifest$`));
		await context.close();
		rmSync(profile, { recursive: true, force: true });
	});

	test('what the home screen shows is neutral, in her language, and opens', async ({ page, request, participant }) => {
		void participant;
		const manifest = (await (await request.get(`/manifest.${language}.webmanifest`)).json()) as Manifest;
		expect(manifest).toMatchObject({ id: '/today', lang: language, name: 'Comadre', start_url: '/today' });
		expect(JSON.stringify(manifest)).not.toMatch(/mental|health|salud|therap|terapia|moms/i);

		for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
		expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
		for (const { url } of manifest.shortcuts) {
			await page.goto(url);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		}
	});

	test('installing is offered on Today after the first entry, quietly and once', async ({
		page,
		participant,
		words
	}) => {
		void participant;
		const offer = page.getByRole('region', { name: words.install.offer.title });
		const browserOffers = () =>
			page.evaluate(() => {
				const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
					prompt: async () => {
						document.documentElement.dataset.asked = 'yes';
						return { outcome: 'accepted' };
					}
				});
				dispatchEvent(event);
				return event.defaultPrevented;
			});

		await page.goto('/today');
		await keepsTheApp(page);
		await expect(page.locator('#next-thing')).toBeVisible();
		expect(await browserOffers()).toBe(true);
		await expect(offer).toBeHidden();

		await page.goto('/mood');
		await page.getByRole('radio').nth(6).check();
		await page.getByRole('button', { name: words.common.save, exact: true }).click();
		await expect(page.getByText(words.mood.saved.today)).toBeVisible();
		await page.goto('/today');
		await expect(page.locator('#next-thing')).toBeVisible();
		await browserOffers();
		await expect(offer).toBeVisible();

		await offer.getByRole('button', { name: words.install.offer.yes }).click();
		await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
		await expect(offer).toBeHidden();
		await page.reload();
		await expect(page.locator('#next-thing')).toBeVisible();
		await browserOffers();
		await keepsTheApp(page);
		await expect(offer).toBeHidden();
	});
});
