import type { Page } from '@playwright/test';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import type { Resources } from '$lib/i18n/words.ts';
import { keepsTheApp, openAnew } from '../support/app.ts';
import { addPasskeys, desk, expect, filled, inBothLanguages, test } from '../support/test.ts';

// Whole mornings and whole weeks, of several people.
test.describe.configure({ timeout: 240_000 });

/** Marks a mood and waits until the screen says that it is saved. */
async function markMood(page: Page, words: Resources, score: number) {
	await page
		.getByRole('radio')
		.nth(score - 1)
		.check();
	await page.getByRole('button', { name: words.common.save, exact: true }).click();
	const { today, todayHard } = words.mood.saved;
	await expect(page.getByText(score <= 2 ? todayHard : today)).toBeVisible();
}

const letReadBy = (page: Page, name: string) => page.getByRole('radio', { name }).first().check();

const moodsOnServer = (db: Db, personId: string) =>
	db
		.selectFrom('record')
		.select(['id', 'body', 'state'])
		.where('stream', '=', `person:${personId}`)
		.where('kind', '=', 'mood')
		.execute();

inBothLanguages((language) => {
	test('from an empty database to the clinician’s answer', async ({ browser, empty, locale, words }) => {
		const setupLink = await empty.line('setup');
		const office = await (await browser.newContext({ ...desk, locale })).newPage();
		await addPasskeys(office);

		await test.step('the coordinator comes in and makes a cohort', async () => {
			await office.goto(setupLink);
			await office.getByLabel(words.setup.first.name, { exact: true }).fill('Inés');
			await office.getByLabel(words.setup.first.programme, { exact: true }).fill('Mamás del barrio');
			await office.getByRole('button', { name: words.account.wayIn.passkey, exact: true }).click();
			await expect(office.getByRole('heading', { name: words.setup.first.ready })).toBeVisible();
			await office.goto(`${empty.origin}/staff/cohorts/new`);
			await office.locator('input[name=name]').fill('Martes');
			await office.locator(`input[name=language][value=${language}]`).check();
			await office.locator('input[name=first]').fill(addDays(dayInZone(Date.now(), 'America/New_York'), 3));
			await office.getByRole('button', { name: words.cohorts.new.make }).click();
			await expect(office).toHaveURL(/\/staff\/cohorts\/[0-9a-f-]{36}/);
		});
		const cohort = /\/staff\/cohorts\/[0-9a-f-]{36}/.exec(office.url())![0];

		const rosa = await (await browser.newContext({ ...desk, locale })).newPage();
		await test.step('a clinician comes in', async () => {
			await office.goto(`${empty.origin}/staff/team`);
			await office.getByLabel(words.staff.team.label, { exact: true }).fill('Rosa');
			await office.getByRole('combobox', { name: words.staff.team.role }).selectOption('clinician');
			await office.getByRole('button', { name: words.staff.team.invite }).click();
			const invited = office.getByRole('status').filter({ has: office.locator('code') });
			await addPasskeys(rosa);
			await rosa.goto((await invited.locator('code').textContent()) ?? '');
			await rosa.getByLabel(words.account.invitation.name, { exact: true }).fill('Rosa');
			await rosa.getByRole('button', { name: words.account.wayIn.passkey, exact: true }).click();
			await expect(
				rosa.getByRole('heading', { name: filled(words.account.recovery.in, { name: 'Rosa' }) })
			).toBeVisible();
		});

		const phone = await (await browser.newContext({ locale })).newPage();
		await test.step('a woman comes in with her printed card', async () => {
			await rosa.goto(`${empty.origin}${cohort}/invites`);
			await rosa.getByLabel(words.cohorts.invites.label).fill('Luz');
			await rosa.getByRole('button', { name: words.cohorts.invites.make }).click();
			const link = rosa.locator('.card-sheet').getByText(/\/in#[\w-]{22}$/);
			await phone.goto(((await link.textContent()) ?? '').trim());
			const { invite } = words;
			await phone.getByRole('button', { name: invite.welcome.start }).click();
			await phone.getByRole('button', { name: invite.keeps.next }).click();
			await phone.getByRole('switch', { name: words.sharing.switches.moods }).check();
			await phone.getByRole('button', { name: invite.switches.next }).click();
			await phone.getByLabel(invite.name.label).fill('Luz');
			await phone.getByRole('button', { name: invite.name.enter }).click();
			await phone.getByRole('button', { name: invite.words.written }).click();
			await expect(phone).toHaveURL(/\/today$/);
			await expect(phone.locator('html')).toHaveAttribute('lang', language);
		});

		await test.step('she marks how she feels, and her clinician answers', async () => {
			await phone.goto(`${empty.origin}/mood`);
			await markMood(phone, words, 6);
			await expect(phone.getByText(words.sharing.place.sent)).toBeVisible();

			await rosa.goto(`${empty.origin}${cohort}`);
			await rosa.getByRole('link', { name: /Luz/ }).first().click();
			const mood = rosa.getByRole('article', { name: words.review.kinds.mood });
			await expect(mood).toContainText(filled(words.review.entry.scoreOf, { score: 6 }));
			await mood.getByText(words.review.answer.open, { exact: true }).click();
			await mood.getByLabel(words.review.answer.label).fill('Rosa: ❤');
			await mood.getByRole('button', { name: words.review.answer.send }).click();
			await expect(rosa.getByRole('status')).toContainText(words.review.answer.sent);

			await phone.goto(`${empty.origin}/today`);
			await expect(phone.getByText('Rosa: ❤')).toBeVisible();
		});
	});

	test('a week without signal, and then everything she shares is there once', async ({
		page,
		context,
		alone,
		words
	}) => {
		const { server, db, participant } = alone;
		await page.clock.install();
		await page.goto(`${server.origin}/today`);
		await keepsTheApp(page);
		await server.stop();

		// Each day she opens the app anew; every second mood is for her clinician.
		for (let day = 0; day < 7; day += 1) {
			const phone = await openAnew(context, `${server.origin}/mood`);
			await phone.clock.setFixedTime(Date.now() + day * 86_400_000);
			await phone.reload();
			await markMood(phone, words, day + 1);
			if (day % 2 === 0) {
				await letReadBy(phone, words.sharing.visibility.clinician);
				await expect(phone.getByText(words.sharing.place.waiting)).toBeVisible();
			}
		}

		await server.restart();
		const phone = await openAnew(context, `${server.origin}/today`);
		const scores = async () =>
			(await moodsOnServer(db, participant.id)).map(({ body }) => (JSON.parse(body!) as { score: number }).score);
		await expect.poll(async () => (await scores()).toSorted()).toEqual([1, 3, 5, 7]);
		await phone.reload();
		await expect(phone.locator('#next-thing')).toBeVisible();
		expect((await scores()).toSorted()).toEqual([1, 3, 5, 7]);
	});

	test('two phones change one mood, and both versions are kept', async ({
		page,
		context,
		participant,
		newPhone,
		db,
		words
	}) => {
		await page.goto('/mood');
		await markMood(page, words, 5);
		await letReadBy(page, words.sharing.visibility.clinician);
		await expect(page.getByText(words.sharing.place.sent)).toBeVisible();
		const [{ id } = { id: '' }] = await moodsOnServer(db, participant.id);

		const other = await newPhone(participant);
		await other.goto('/today');
		for (const phone of [page, other]) {
			await phone.goto(`/mood/${id}`);
			await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
			await keepsTheApp(phone);
		}

		await Promise.all([context.setOffline(true), other.context().setOffline(true)]);
		await change(page, words, 2);
		await change(other, words, 9);
		await context.setOffline(false);
		await expect(page.getByText(words.sharing.place.sent).first()).toBeVisible();
		await other.context().setOffline(false);

		const scores = async () =>
			(await moodsOnServer(db, participant.id))
				.filter(({ state }) => state === 'live')
				.map(({ body }) => (JSON.parse(body!) as { score: number }).score)
				.toSorted();
		await expect.poll(scores).toEqual([2, 9]);
	});

	test('what she takes back is gone from her clinician’s page, and stays on her phone', async ({
		page,
		participant,
		clinician,
		words
	}) => {
		await page.goto('/mood');
		await markMood(page, words, 4);
		await letReadBy(page, words.sharing.visibility.clinician);
		await expect(page.getByText(words.sharing.place.sent)).toBeVisible();

		const desk = clinician.page;
		await desk.goto(`/staff/cohorts/${participant.cohortId}/people/${participant.id}`);
		const seen = desk.getByRole('article', { name: words.review.kinds.mood });
		await expect(seen).toContainText(filled(words.review.entry.scoreOf, { score: 4 }));

		await letReadBy(page, words.sharing.visibility.me);
		await expect(page.getByText(words.sharing.place.phone)).toBeVisible();
		await desk.reload();
		await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(seen).toHaveCount(0);

		await page.goto('/mood/history');
		await expect(page.getByRole('main').getByRole('table')).toContainText('4');
	});
});

/** On the page of one mood, picking another face is all it takes. */
async function change(page: Page, words: Resources, score: number) {
	const scale = page.getByRole('group', { name: words.mood.entry.scale });
	await scale
		.getByRole('radio')
		.nth(score - 1)
		.check();
	await expect(page.getByText(words.sharing.place.waiting).first()).toBeVisible();
}
