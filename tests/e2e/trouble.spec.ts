import type { Page } from '@playwright/test';
import { expect, expectAccessibleInEveryLook, filled, inBothLanguages, test } from '../support/test.ts';

/** The browser refuses to open any store, as in a private window or when site data are blocked. */
const forbidStorage = (page: Page) =>
	page.addInitScript(() => {
		indexedDB.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	});

/** The connection to the store is gone, as WebKit has it at times. */
const loseStorage = (page: Page) =>
	page.addInitScript(() => {
		indexedDB.open = () => {
			throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
		};
	});

/** A later version of the app has been here: its store is newer than this page knows. */
const ageTheApp = async (page: Page) => {
	await page.goto('/today');
	await expect(page.locator('#next-thing')).toBeVisible();
	await page.goto('/help/en');
	await page.evaluate(async () => {
		for (const { name, version } of await indexedDB.databases()) {
			await new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open(name!, version! + 10);
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
				opening.onerror = () => reject(opening.error!);
			});
		}
	});
};

const troubles = { storageForbidden: forbidStorage, storageLost: loseStorage, databaseTooNew: ageTheApp } as const;

inBothLanguages((language) => {
	for (const trouble of ['storageForbidden', 'storageLost', 'databaseTooNew'] as const) {
		test(`a phone in trouble says what is safe and what to do, with help at hand: ${trouble}`, async ({
			page,
			participant,
			words
		}) => {
			void participant;
			await troubles[trouble](page);
			await page.goto('/today');
			const { storage } = words.sync;
			await expect(page.getByRole('heading', { level: 1, name: storage[trouble].title })).toBeVisible();
			await expect(page.getByRole('alert')).toContainText(storage[trouble].text);
			await expect(page.getByRole('button', { name: storage.again })).toBeVisible();
			await expect(page.getByRole('link', { name: words.common.help, exact: true })).toHaveAttribute(
				'href',
				`/help/${language}`
			);
			await expect(page.getByRole('button', { name: words.common.exit, exact: true })).toBeVisible();
			await expectAccessibleInEveryLook(page, trouble);
		});
	}

	test('a full phone calls nothing saved, keeps her mark on the screen, and saves it once there is room', async ({
		page,
		participant,
		words
	}) => {
		void participant;
		await page.goto('/mood');
		await page.getByRole('radio', { name: '7' }).check();
		await page.evaluate(() => {
			const { put } = IDBObjectStore.prototype;
			// Only what she writes: a browser throws like this from a request, never between two of its own.
			IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...what: Parameters<typeof put>) {
				if (this.name === 'records') throw new DOMException('No room.', 'QuotaExceededError');
				return put.apply(this, what);
			};
			Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
		});
		const save = page.getByRole('button', { name: words.common.save, exact: true });
		await save.click();
		await expect(page.getByText(words.mood.saved.full)).toBeVisible();
		await expect(page.getByText(words.mood.saved.today)).toHaveCount(0);
		await expect(page.getByRole('radio', { name: '7' })).toBeChecked();
		await expectAccessibleInEveryLook(page, 'full');

		await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
		await save.click();
		await expect(page.getByText(words.mood.saved.today)).toBeVisible();
		await expect(page.getByText(filled(words.mood.score, { score: 7 }))).toBeVisible();
	});
});
