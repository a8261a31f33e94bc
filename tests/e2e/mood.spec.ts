import type { Page } from '@playwright/test';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import { dayNamer } from '$lib/i18n/dates.ts';
import type { Resources } from '$lib/i18n/words.ts';
import { keepsTheApp } from '../support/app.ts';
import { expect, expectAccessibleInEveryLook, filled, inBothLanguages, test } from '../support/test.ts';

const face = (page: Page, score: number) => page.getByRole('radio', { name: new RegExp(`^${score}\\b`) });
const saved = (page: Page, { mood }: Resources, score: number) =>
	expect(page.getByText(filled(mood.score, { score }))).toBeVisible();

/** Two taps from the home screen's shortcut. */
async function mark(page: Page, words: Resources, score: number) {
	await page.goto('/mood');
	await face(page, score).check();
	await page.getByRole('button', { name: words.common.save, exact: true }).click();
	await saved(page, words, score);
}

inBothLanguages(() => {
	test('three taps from opening the app, a mood is saved', async ({ page, participant, words }) => {
		expect(participant.role).toBe('participant');
		await page.goto('/today');

		await page.getByRole('link', { name: words.today.start.mood }).tap();
		await face(page, 7).tap();
		await page.getByRole('button', { name: words.common.save, exact: true }).tap();

		await expect(page.getByRole('status').filter({ hasText: words.mood.saved.today })).toBeVisible();
		await expect(page.getByText(words.sharing.place.phone)).toBeVisible();
	});

	test('every screen of moods can be used by everyone', async ({ page, participant, words }) => {
		expect(participant.role).toBe('participant');
		await page.goto('/mood/history');
		await expect(page.getByRole('heading', { name: words.mood.history.empty.title })).toBeVisible();
		await expectAccessibleInEveryLook(page, 'history before the first mood');

		await page.goto('/mood');
		await page.getByText(words.mood.more.open, { exact: true }).click();
		await page.getByRole('button', { name: words.mood.day.change }).click();
		await expectAccessibleInEveryLook(page, 'mood');

		await face(page, 2).check();
		await page.getByRole('button', { name: words.common.save, exact: true }).click();
		await saved(page, words, 2);
		await page.getByLabel(words.notes.label).fill('x');
		await expectAccessibleInEveryLook(page, 'mood, saved');

		await page.getByRole('link', { name: words.mood.seeAll }).click();
		await expect(page.getByRole('table')).toBeVisible();
		await expectAccessibleInEveryLook(page, 'history');

		await page.getByRole('table').getByRole('link').click();
		await expect(page.getByRole('button', { name: words.mood.entry.delete })).toBeVisible();
		await expectAccessibleInEveryLook(page, 'one mood');
	});
});

test('a mood is made, added to and saved with the keyboard alone', async ({ page, participant, words }) => {
	expect(participant.role).toBe('participant');
	await page.goto('/mood');
	await face(page, 1).focus();
	for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowRight');
	await expect(face(page, 6)).toBeChecked();

	await page.getByText(words.mood.more.open, { exact: true }).focus();
	await page.keyboard.press('Enter');
	await page.getByLabel(words.mood.more.activities, { exact: true }).focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(words.mood.more.activities, { exact: true })).toHaveValue('3');

	await page.getByRole('button', { name: words.common.save, exact: true }).focus();
	await page.keyboard.press('Enter');
	await saved(page, words, 6);
	await expect(page.locator('#main')).toBeFocused();
});

test('saving without a face says what to do', async ({ page, participant, words }) => {
	expect(participant.role).toBe('participant');
	await page.goto('/mood');
	await page.getByRole('button', { name: words.common.save, exact: true }).click();
	await expect(page.getByRole('alert')).toHaveText(words.mood.pickFirst);
});

test('a shared mood marked on the bus waits, and is sent once there is a signal', async ({
	page,
	context,
	participant,
	words,
	db
}) => {
	await page.goto('/mood');
	await keepsTheApp(page);
	await context.setOffline(true);
	await face(page, 8).check();
	await page.getByRole('button', { name: words.common.save, exact: true }).click();
	await saved(page, words, 8);
	await page.getByRole('radio', { name: words.sharing.visibility.clinician }).first().check();
	await expect(page.getByText(words.sharing.place.waiting)).toBeVisible();

	await context.setOffline(false);
	await expect(page.getByText(words.sharing.place.sent)).toBeVisible();
	const records = await db
		.selectFrom('record')
		.select('kind')
		.where('stream', '=', `person:${participant.id}`)
		.where('kind', '=', 'mood')
		.execute();
	expect(records).toHaveLength(1);
});

test('a past day can be filled in, a day to come cannot', async ({ page, participant, words, language }) => {
	expect(participant.role).toBe('participant');
	const today = dayInZone(Date.now(), 'America/New_York');
	const past = addDays(today, -3);
	await page.goto('/mood/history');
	await page.goto('/mood?past');

	const day = page.getByLabel(words.mood.day.label);
	await day.fill(addDays(today, 1));
	await expect(page.getByRole('alert')).toHaveText(words.mood.day.future);
	await face(page, 4).check();
	await page.getByRole('button', { name: words.common.save, exact: true }).click();
	await expect(day).toBeFocused();
	await day.fill(past);
	await expect(page.getByRole('alert')).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.mood.entry.scale);
	await page.getByRole('button', { name: words.common.save, exact: true }).click();

	const longDay = dayNamer(language)(past, { weekday: 'long', day: 'numeric', month: 'long' });
	await expect(
		page.getByRole('status').filter({ hasText: filled(words.mood.saved.other, { day: longDay }) })
	).toBeVisible();
	await page.getByRole('link', { name: words.mood.seeAll }).click();
	const shortDay = dayNamer(language)(past, { weekday: 'short', day: 'numeric', month: 'short' });
	const rows = page.getByRole('row').filter({ hasText: shortDay });
	await expect(rows).toContainText('4');

	await page.goto('/mood?past');
	await expect(page.getByText(words.mood.day.marked)).toBeHidden();
	await day.fill(past);
	await expect(page.getByText(words.mood.day.marked)).toBeVisible();
	await face(page, 6).check();
	await page.getByRole('button', { name: words.common.save, exact: true }).click();
	await page.getByRole('link', { name: words.mood.seeAll }).click();
	await expect(rows).toHaveCount(2);
	// Nobody knows at what hour of that day: none is made up.
	await expect(rows.filter({ hasText: /:/ })).toHaveCount(0);
});

test('what was saved can be taken back, and put back', async ({ page, participant, words }) => {
	expect(participant.role).toBe('participant');
	await mark(page, words, 5);
	await page.getByText(words.mood.more.open, { exact: true }).click();
	await page.getByLabel(words.notes.label).fill('We laughed.');
	await page.getByLabel(words.notes.label).blur();
	await expect(page.getByText(words.sharing.place.phone)).toHaveCount(2);

	await page.getByRole('button', { name: words.common.undo }).click();
	await expect(page.getByText(words.mood.saved.takenBack)).toBeVisible();
	await expect(face(page, 5)).not.toBeChecked();

	await page.getByRole('button', { name: words.mood.saved.putBack }).click();
	await saved(page, words, 5);
	await page.getByText(words.mood.more.open, { exact: true }).click();
	await expect(page.getByLabel(words.notes.label)).toHaveValue('We laughed.');
	await page.goto('/mood/history');
	await expect(page.getByRole('table').getByRole('link')).toHaveCount(1);
});

test('a mood is changed, changed back, deleted and brought back, with its note', async ({
	page,
	participant,
	words
}) => {
	expect(participant.role).toBe('participant');
	await mark(page, words, 5);
	await page.getByText(words.mood.more.open, { exact: true }).click();
	await page.getByLabel(words.notes.label).fill('The bus was late.');
	await page.getByRole('link', { name: words.mood.seeAll }).click();
	await expect(page.getByText(words.mood.history.table.withNote)).toBeVisible();
	await page.getByRole('table').getByRole('link').click();

	await face(page, 9).check();
	await saved(page, words, 9);
	await page.getByRole('button', { name: words.common.undo }).click();
	await saved(page, words, 5);
	await expect(page.getByLabel(words.notes.label)).toHaveValue('The bus was late.');

	await page.getByRole('button', { name: words.mood.entry.delete }).click();
	await expect(page.getByText(words.mood.saved.deleted)).toBeVisible();
	await page.getByRole('button', { name: words.common.undo }).click();
	await saved(page, words, 5);
	await expect(page.getByLabel(words.notes.label)).toHaveValue('The bus was late.');
});

test('two quick presses count two, and a reload finds them', async ({ page, participant, words }) => {
	expect(participant.role).toBe('participant');
	await mark(page, words, 6);
	await page.getByText(words.mood.more.open, { exact: true }).click();
	await page.getByRole('button', { name: filled(words.mood.more.plus, { what: words.mood.more.helpful }) }).dblclick();
	await expect(page.getByLabel(words.mood.more.helpful, { exact: true })).toHaveValue('2');

	await page.getByRole('link', { name: words.mood.seeAll }).click();
	await page.getByRole('table').getByRole('link').click();
	await expect(page.getByLabel(words.mood.more.helpful, { exact: true })).toHaveValue('2');
});

test('a note is kept though its mood never was, stays private, and danger in it brings help that tells nobody', async ({
	page,
	participant,
	words,
	db
}) => {
	await page.goto('/mood');
	await page.getByText(words.mood.more.open, { exact: true }).click();
	await page.getByLabel(words.notes.label).fill('I want to die');
	await expect(page.locator('[data-danger]').getByRole('link').first()).toBeInViewport();
	await expect(page.getByText(words.sharing.place.phone)).toBeVisible();

	await page.goto('/mood/history');
	await page.getByRole('link').filter({ hasText: words.sharing.place.phone }).click();
	await expect(page.getByLabel(words.notes.label)).toHaveValue('I want to die');
	const sent = await db.selectFrom('record').select('id').where('stream', '=', `person:${participant.id}`).execute();
	expect(sent).toEqual([]);
});
