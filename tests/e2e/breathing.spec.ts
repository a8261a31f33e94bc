import type { Page } from '@playwright/test';
import { expect, expectAccessibleInEveryLook, filled, inBothLanguages, test as base } from '../support/test.ts';
import type { Resources } from '$lib/i18n/words.ts';

/** A phone that knows her, with a clock that the test turns. */
const test = base.extend<{ phone: Page }>({
	phone: async ({ page, context, participant }, use) => {
		await context.addInitScript((id) => localStorage.setItem('person', id), participant.id);
		await page.clock.install();
		await use(page);
	}
});

const button = (page: Page, name: string) => page.getByRole('button', { name });
const readAdvice = (page: Page, { breathing }: Resources) => button(page, breathing.advice.read).click();

/** The test's clock also goes by itself: a second more or less is no fault. */
const around = (sentence: string, time: RegExp) => new RegExp(filled(sentence, { time: time.source }));

async function hide(page: Page, isHidden: boolean) {
	await page.evaluate((hidden) => {
		Object.defineProperty(document, 'visibilityState', {
			configurable: true,
			get: () => (hidden ? 'hidden' : 'visible')
		});
		document.dispatchEvent(new Event('visibilitychange'));
	}, isHidden);
}

inBothLanguages(() => {
	test('advice comes first, then two taps and five minutes, kept for her alone', async ({ phone: page, words }) => {
		const { breathing, sharing } = words;
		await page.goto('/breathe');
		for (const advice of ['dizzy', 'ask', 'pregnant', 'notWhile'] as const)
			await expect(page.getByText(breathing.advice[advice])).toBeVisible();

		await readAdvice(page, words);
		await button(page, filled(breathing.start, { count: 5 })).click();
		await expect(page.getByRole('status')).toHaveText(breathing.run.in);
		await page.clock.runFor(4_100);
		await expect(page.getByRole('status')).toHaveText(breathing.run.out);

		await page.clock.runFor(300_000);
		await expect(page.getByText(filled(breathing.done.minutes_other, { count: 5 }))).toBeVisible();
		await expect(page.getByRole('radio', { name: sharing.visibility.me })).toBeChecked();
		await expect(page.getByText(sharing.place.phone, { exact: true })).toBeVisible();
	});
});

test('a call pauses, and what was done counts as it is', async ({ phone: page, words }) => {
	const { breathing } = words;
	await page.goto('/breathe');
	await readAdvice(page, words);
	await button(page, filled(breathing.start, { count: 5 })).click();
	await page.clock.runFor(83_200);
	await hide(page, true);
	await page.clock.runFor(600_000);
	await hide(page, false);
	const where = page.getByRole('heading', { name: around(breathing.paused.title, /1:2\d/) });
	await expect(where).toBeVisible();

	// The phone closed the page meanwhile: she still comes back to where she was.
	await page.reload();
	await expect(where).toBeVisible();
	await button(page, breathing.paused.goOn).click();
	await page.clock.runFor(7_100);
	await button(page, breathing.run.stop).click();
	await expect(page.getByText(around(breathing.done.minutesAndSeconds, /1:3\d/))).toBeVisible();
	await expect(page.getByText(breathing.done.early)).toBeVisible();
});

test('a minute for a hard moment is kept and is not practice', async ({ phone: page, words }) => {
	const { breathing } = words;
	await page.goto('/breathe');
	await readAdvice(page, words);
	await button(page, breathing.startRescue).click();
	await page.clock.runFor(61_000);
	await expect(page.getByText(filled(breathing.done.minutes_one, { count: 1 }))).toBeVisible();
	await page.goto('/breathe');
	await expect(button(page, breathing.startRescue)).toBeVisible();
	await expect(page.getByText(filled(breathing.timesThisWeek_one, { count: 1 }))).toBeHidden();
});

test('what was done can be deleted, and brought back', async ({ phone: page, words }) => {
	const { breathing, common } = words;
	const counted = page.getByText(filled(breathing.timesThisWeek_one, { count: 1 }));
	await page.goto('/breathe');
	await readAdvice(page, words);
	await button(page, filled(breathing.start, { count: 5 })).click();
	await page.clock.runFor(30_000);
	await button(page, breathing.run.stop).click();
	await button(page, common.delete).click();
	await expect(page.getByText(breathing.done.deleted)).toBeVisible();
	await button(page, common.undo).click();
	await expect(button(page, common.delete)).toBeVisible();
	await page.goto('/breathe');
	await expect(counted).toBeVisible();
});

test('stopping within the first breath leaves nothing behind', async ({ phone: page, words }) => {
	await page.goto('/breathe');
	await readAdvice(page, words);
	await button(page, filled(words.breathing.start, { count: 5 })).click();
	await page.clock.runFor(3_000);
	await button(page, words.breathing.run.stop).click();
	await expect(page.getByText(words.breathing.done.tooShort)).toBeVisible();
	await expect(page.getByRole('link', { name: words.breathing.done.toToday })).toHaveAttribute('href', '/today');
});

test('the tone is made here and holds the time while the screen is dark', async ({
	page,
	context,
	participant,
	words
}) => {
	const { breathing } = words;
	await context.addInitScript((id) => localStorage.setItem('person', id), participant.id);
	await page.goto('/breathe');
	await readAdvice(page, words);
	await page.getByText(breathing.ways.title).click();
	await page.getByRole('checkbox', { name: breathing.ways.sound }).check();
	await button(page, filled(breathing.start, { count: 5 })).click();
	await expect(page.getByRole('status')).toHaveText(breathing.run.in);
	await hide(page, true);
	await expect(page.getByRole('status')).toHaveText(breathing.run.out);
});

test('where movement is unwelcome, nothing moves and the words count', async ({ phone: page, words }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('/breathe');
	await readAdvice(page, words);
	await button(page, filled(words.breathing.start, { count: 5 })).click();
	await expect(page.getByText(words.breathing.run.count[1], { exact: true })).toBeVisible();
	const moving = await page.evaluate(
		() => document.getAnimations().filter(({ effect }) => (effect as KeyframeEffect).target?.checkVisibility()).length
	);
	expect(moving).toBe(0);
});

inBothLanguages((language) => {
	test('every screen of breathing is for everyone', async ({ page, context, participant, words }) => {
		test.setTimeout(120_000);
		await context.addInitScript((id) => localStorage.setItem('person', id), participant.id);
		await page.goto('/breathe');
		await expect(button(page, words.breathing.advice.read)).toBeVisible();
		await expectAccessibleInEveryLook(page, `advice ${language}`);
		await readAdvice(page, words);
		await page.getByText(words.breathing.ways.title).click();
		await page.getByText(words.breathing.moodBefore, { exact: false }).first().click();
		await page.getByText(words.breathing.ways.own, { exact: true }).click();
		await expectAccessibleInEveryLook(page, `start ${language}`);
		await button(page, filled(words.breathing.start, { count: 5 })).click();
		await expect(page.getByRole('status')).toBeVisible();
		await expectAccessibleInEveryLook(page, `breaths ${language}`);
	});
});
