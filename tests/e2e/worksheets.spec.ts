import type { Page } from '@playwright/test';
import type { Resources } from '$lib/i18n/words.ts';
import { keepsTheApp } from '../support/app.ts';
import { expect, expectAccessibleInEveryLook, filled, inBothLanguages, test } from '../support/test.ts';

const SHEETS = '/practice/problem-solving';
const TALKS = '/practice/communication';
const TWO_DAYS_MS = 2 * 86_400_000;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const next = (page: Page, { practice }: Resources) => button(page, practice.sheet.next).click();
const question = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Answers the question on the screen in words, and goes on. */
async function answer(page: Page, words: Resources, asked: string, text: string) {
	await question(page, asked);
	await page.getByRole('textbox').first().fill(text);
	await next(page, words);
}

/** Down to the plan, from the example of the ride. */
async function plan(page: Page, words: Resources) {
	const { 'problem-solving': w } = words;
	await page.goto(SHEETS);
	await button(page, w.examples.ride.title).click();
	await question(page, w.what.question);
	for (const [asked, text] of [
		[w.what.question, w.examples.ride.what],
		[w.who.question, 'Ana'],
		[w.when.question, ''],
		[w.where.question, ''],
		[w.goal.question, 'Una vez / once']
	] as const)
		await answer(page, words, asked, text);

	await next(page, words);
	await expect(page.getByText(filled(w.ideas.missing_other, { count: 3 }))).toBeVisible();
	await button(page, w.examples.ride.idea1).click();
	await button(page, w.examples.ride.idea2).click();
	await page.getByRole('textbox', { name: filled(w.ideas.idea, { number: 3 }) }).fill('Walk / caminar');
	await next(page, words);

	for (let n = 0; n < 3; n++) {
		await expect(page.getByText(filled(w.weigh.which, { at: n + 1, total: 3 }))).toBeVisible();
		await page.getByRole('group', { name: w.weigh.effort.name }).getByText(w.weigh.effort.for, { exact: true }).click();
		await next(page, words);
	}
	await page.getByRole('radio', { name: new RegExp(w.examples.ride.idea2) }).check();
	await next(page, words);
	await answer(page, words, w.firstStep.question, 'Look it up / buscarlo');
	await question(page, w.day.question);
	await page.getByRole('radio', { name: w.day.today, exact: true }).check();
	await next(page, words);
	for (const asked of [w.helper.question, w.obstacle.question, w.planB.question]) await answer(page, words, asked, '');
	await question(page, w.summary.title);
	await expect(page.getByText(words.sharing.place.phone)).toBeVisible();
}

inBothLanguages(() => {
	test('a problem becomes a plan without a signal, and is looked back on days later', async ({
		page,
		context,
		participant,
		words
	}) => {
		void participant;
		const { 'problem-solving': w } = words;
		await page.clock.install();
		await page.goto(SHEETS);
		await keepsTheApp(page);
		await context.setOffline(true);

		await plan(page, words);
		await expect(page.getByText(w.summary.ready)).toBeVisible();

		await page.clock.setFixedTime(Date.now() + TWO_DAYS_MS);
		await page.goto(SHEETS);
		await page.getByRole('link', { name: w.stage.due }).click();
		await button(page, w.summary.lookBack).click();
		await page.getByRole('radio', { name: w.tried.yes, exact: true }).check();
		await next(page, words);
		await answer(page, words, w.result.question, 'It worked / salió bien');
		await page.getByRole('radio', { name: '8' }).check();
		await next(page, words);

		await expect(page.getByText(w.summary.finished)).toBeVisible();
		await expect(page.getByText(filled(w.summary.outOfTen, { score: 8 }))).toBeVisible();
	});

	test('hard words are found after asking whether it is safe, and read back whole', async ({
		page,
		participant,
		words
	}) => {
		void participant;
		const { communication: w } = words;
		await page.goto(TALKS);
		await page.getByRole('link', { name: w.start, exact: true }).click();
		await button(page, w.safe.unsure).click();
		await expect(page.getByRole('link', { name: w.unsafe.help })).toHaveAttribute('href', /^\/help\//);
		await expect(page.getByRole('textbox')).toHaveCount(0);

		await button(page, w.unsafe.other).click();
		await button(page, w.safe.yes).click();
		await answer(page, words, w.who.question, 'Mami');
		await answer(page, words, w.happened.question, 'you were late on Sunday');
		await page.getByRole('checkbox', { name: w.feelings.worried }).check();
		await next(page, words);
		await answer(page, words, w.wish.question, 'you to call me');
		await answer(page, words, w.offer.question, 'wait ten minutes');

		await question(page, w.message.question);
		const message = page.getByRole('blockquote');
		for (const part of ['Mami', 'you were late on Sunday', w.feelings.worried, 'you to call me', 'wait ten minutes'])
			await expect(message).toContainText(part);

		await next(page, words);
		await page.getByRole('textbox', { name: w.rehearse.they }).fill('No.');
		await page.getByRole('textbox', { name: w.rehearse.me }).fill('Okay.');
		await next(page, words);
		await button(page, w.ready.went).click();
		await page.getByRole('radio', { name: w.went.notSaid }).check();
		await next(page, words);
		await next(page, words);

		await question(page, w.ready.saidTitle);
		await page.goto(TALKS);
		await expect(page.getByRole('link', { name: /^Mami/ })).toContainText(w.stage.said);
	});

	test('the ways into both sheets are for everyone', async ({ page, participant, words }) => {
		test.slow();
		void participant;
		for (const path of ['/practice', SHEETS, TALKS, `${SHEETS}/new`, `${TALKS}/new`]) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectAccessibleInEveryLook(page, path);
		}
		await button(page, words.communication.safe.no).click();
		await expectAccessibleInEveryLook(page, 'not safe');
	});

	test('every kind of question in a sheet is for everyone', async ({ page, participant, words }) => {
		test.slow();
		void participant;
		const { 'problem-solving': w, practice } = words;
		await plan(page, words);
		await expectAccessibleInEveryLook(page, 'summary');

		await button(page, `${practice.sheet.edit}: ${w.steps.plan}`).click();
		await next(page, words);
		await question(page, w.day.question);
		await expectAccessibleInEveryLook(page, 'day');
		await button(page, practice.sheet.back).click();
		await button(page, practice.sheet.back).click();
		await question(page, w.choose.question);
		await expectAccessibleInEveryLook(page, 'choose');
		await button(page, practice.sheet.back).click();
		await question(page, w.weigh.question);
		await expectAccessibleInEveryLook(page, 'weigh');
	});
});

test('she comes back to where she left, with every word, also after a reload without a signal', async ({
	page,
	context,
	participant,
	words
}) => {
	void participant;
	const { 'problem-solving': w, practice } = words;
	await page.goto(`${SHEETS}/new`);
	await keepsTheApp(page);
	await context.setOffline(true);

	await answer(page, words, w.what.question, 'The stroller broke');
	await question(page, w.who.question);
	await page.getByRole('textbox').fill('Half a wor');
	await expect(page.getByText(words.sharing.place.phone)).toBeVisible();
	await page.reload();

	await question(page, w.who.question);
	await expect(page.getByRole('textbox')).toHaveValue('Half a wor');
	await button(page, practice.sheet.back).click();
	await expect(page.getByRole('textbox')).toHaveValue('The stroller broke');

	await page.goto('/practice');
	await expect(page.getByText(filled(practice.unfinished_one, { count: 1 }))).toBeVisible();
});

test("the phone's own Back goes one question back and loses nothing", async ({ page, participant, words }) => {
	void participant;
	const { 'problem-solving': w } = words;
	// As on a slow phone: the browser takes its time to come back to the sheet after a Back that stayed inside.
	await page.addInitScript(() => {
		const go = history.go.bind(history);
		history.go = (by) => void setTimeout(() => go(by), 1_000);
	});
	await page.goto(SHEETS);
	await page.getByRole('link', { name: w.start }).click();
	await answer(page, words, w.what.question, 'The stroller broke');
	await question(page, w.who.question);
	await page.getByRole('textbox').fill('Me');

	await page.goBack();
	await question(page, w.what.question);
	await expect(page.getByRole('textbox')).toHaveValue('The stroller broke');
	await page.goBack();
	await expect(page).toHaveURL(new RegExp(`${SHEETS}$`));

	await page.getByRole('link', { name: /^The stroller broke/ }).click();
	await next(page, words);
	await expect(page.getByRole('textbox')).toHaveValue('Me');
});

test('words that suggest danger bring up help, tell nobody, and can be hidden', async ({
	page,
	participant,
	words
}) => {
	void participant;
	const { danger } = words;
	await page.goto(`${SHEETS}/new`);
	const field = page.getByRole('textbox');
	await field.fill('I could kill for a coffee');
	await expect(page.getByText(danger.nobody)).toBeHidden();
	await expect(page.getByText(words.sharing.place.phone)).toBeVisible();

	const sent: string[] = [];
	page.on('request', (request) => request.method() !== 'GET' && sent.push(request.postData() ?? ''));
	await field.fill('They would be better off without me');
	await expect(page.getByText(danger.self)).toBeVisible();
	await expect(page.getByRole('link', { name: filled(danger.call, { number: '988' }) })).toHaveAttribute(
		'href',
		'tel:988'
	);
	await button(page, danger.hide).click();
	await expect(page.getByText(danger.self)).toBeHidden();
	await expect(field).toHaveValue('They would be better off without me');
	expect(sent.filter((body) => body.includes('better off'))).toEqual([]);
});

test('one tap shares a sheet, and one takes it back', async ({ page, participant, db, words }) => {
	const { sharing } = words;
	await plan(page, words);
	const stored = () =>
		db
			.selectFrom('record')
			.select(['state', 'body'])
			.where('stream', '=', `person:${participant.id}`)
			.where('kind', '=', 'problem-solving')
			.execute();
	expect(await stored()).toEqual([]);

	await page.getByRole('radio', { name: sharing.visibility.clinician }).check();
	await expect(page.getByText(sharing.place.sent, { exact: true })).toBeVisible();
	expect((await stored())[0]?.body).toContain('Walk / caminar');

	await page.getByRole('radio', { name: sharing.visibility.me }).check();
	await expect(page.getByText(sharing.place.phone, { exact: true })).toBeVisible();
	expect((await stored())[0]?.body).toBeNull();
});

test('a shared sheet stays on the phone while she writes, and says so', async ({ page, participant, db, words }) => {
	const { sharing, practice } = words;
	await page.goto(`${SHEETS}/new`);
	await page.getByRole('textbox').fill('The stroller broke');
	await page.getByText(sharing.place.phone).click();
	await page.getByRole('radio', { name: sharing.visibility.clinician }).check();
	await expect(page.getByText(practice.sheet.onceDone.clinician)).toBeVisible();
	await expect(page.getByText(sharing.place.phone)).toBeVisible();

	// A mood that is shared after it has been sent, so the exchange took place; the sheet was not in it.
	await page.goto('/mood');
	await page.getByRole('radio').nth(6).check();
	await button(page, words.common.save).click();
	await page.getByRole('radio', { name: sharing.visibility.clinician }).check();
	await expect(page.getByText(sharing.place.sent, { exact: true })).toBeVisible();
	const kinds = await db.selectFrom('record').select('kind').where('stream', '=', `person:${participant.id}`).execute();
	expect(kinds.map(({ kind }) => kind)).not.toContain('problem-solving');
});

test('a deleted sheet can come back', async ({ page, participant, words }) => {
	void participant;
	const { practice, common } = words;
	await plan(page, words);
	await button(page, practice.sheet.delete).click();
	await expect(page).toHaveURL(new RegExp(`${SHEETS}$`));
	await expect(page.getByText(words['problem-solving'].examples.ride.what)).toHaveCount(0);

	await button(page, common.undo).click();
	await expect(page.getByRole('link', { name: new RegExp(words['problem-solving'].examples.ride.what) })).toBeVisible();
});

test('two tabs that write into one sheet keep both versions, and she keeps one', async ({
	page,
	context,
	participant,
	words
}) => {
	void participant;
	const { practice, sharing } = words;
	await page.goto(`${SHEETS}/new`);
	await page.getByRole('textbox').fill('First');
	await expect(page).not.toHaveURL(/new$/);
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole('textbox').fill('Theirs');
	await expect(other.getByText(sharing.place.phone)).toBeVisible();

	await page.getByRole('textbox').fill('Mine');
	await expect(page.getByText(practice.sheet.twoVersions)).toBeVisible();
	await page.getByRole('link', { name: practice.sheet.otherVersion }).click();
	await expect(page.getByRole('textbox')).toHaveValue('Theirs');

	await button(page, practice.sheet.keepThis).click();
	await expect(page.getByText(practice.sheet.twoVersions)).toHaveCount(0);
	await page.goto(SHEETS);
	await expect(page.getByRole('link', { name: /^Theirs/ })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Mine/ })).toHaveCount(0);
});
