import { TOTP } from 'otpauth';
import type { Page } from '@playwright/test';
import type { Resources } from '$lib/i18n/words.ts';
import {
	addPasskeys,
	desk,
	expect,
	expectAccessibleInEveryLook,
	filled,
	inBothLanguages,
	test
} from '../support/test.ts';

/** What her authenticator app shows for the key on this page, `steps` half minutes from now. */
const codeFor = (key: string, steps = 0) =>
	new TOTP({ secret: key.replaceAll(' ', '') }).generate({ timestamp: Date.now() + steps * 30_000 });

async function fillProgramme(page: Page, { setup }: Resources) {
	await page.getByLabel(setup.first.name, { exact: true }).fill('Inés');
	await page.getByLabel(setup.first.programme, { exact: true }).fill('Mamás del barrio');
}

/** Goes the way without a passkey, and returns the app's key and the code that she used. */
async function secureWithCode(page: Page, { account }: Resources, signInName: string) {
	const way = page.locator('details', { hasText: account.wayIn.withCode });
	if ((await way.getAttribute('open')) === null) await way.locator('summary').click();
	const key = (await way.locator('code').textContent()) ?? '';
	await page.getByLabel(account.wayIn.signInName).fill(signInName);
	const used = codeFor(key);
	await page.getByLabel(account.wayIn.code).fill(used);
	await page.getByRole('button', { name: account.wayIn.finish }).click();
	await expect(page.getByRole('heading', { name: account.codes.title })).toBeVisible();
	return { key, used };
}

// Each of these is a whole morning of several people.
test.describe.configure({ timeout: 120_000 });

inBothLanguages(() => {
	test('the first coordinator comes in through the printed link, invites a clinician, and both come back with passkeys', async ({
		browser,
		empty,
		locale,
		words
	}) => {
		const setupLink = await empty.line('setup');
		const coordinator = await (await browser.newContext({ ...desk, locale })).newPage();
		await addPasskeys(coordinator);

		await coordinator.goto(empty.origin);
		await expect(coordinator.getByRole('heading', { name: words.setup.start.real })).toBeVisible();
		await expectAccessibleInEveryLook(coordinator);

		await coordinator.goto(setupLink);
		await fillProgramme(coordinator, words);
		await expect(coordinator.getByLabel(words.setup.first.zone)).toHaveValue('America/New_York');
		await expectAccessibleInEveryLook(coordinator);
		await coordinator.getByRole('button', { name: words.account.wayIn.passkey, exact: true }).click();
		await expect(coordinator.getByRole('heading', { name: words.setup.first.ready })).toBeVisible();
		await expect(coordinator.locator('ol code')).toHaveCount(10);
		await expectAccessibleInEveryLook(coordinator);

		await test.step('the link works once', async () => {
			const other = await (await browser.newContext({ ...desk, locale })).newPage();
			await other.goto(setupLink);
			await expect(other.getByRole('heading', { name: words.setup.first.closedTitle })).toBeVisible();
		});

		await coordinator.goto(`${empty.origin}/staff/team`);
		await expect(coordinator.getByText(words.staff.team.cohortFirst)).toBeVisible();
		await coordinator.getByLabel(words.staff.team.label, { exact: true }).fill('Rosa');
		await coordinator.getByRole('combobox', { name: words.staff.team.role }).selectOption('coordinator');
		await coordinator.getByRole('button', { name: words.staff.team.invite }).click();
		const invited = coordinator.getByRole('status').filter({ has: coordinator.locator('code') });
		const inviteLink = (await invited.locator('code').textContent()) ?? '';
		await expectAccessibleInEveryLook(coordinator);

		const rosa = await (await browser.newContext({ ...desk, locale })).newPage();
		await addPasskeys(rosa);
		await rosa.goto(inviteLink);
		await rosa.getByLabel(words.account.invitation.name, { exact: true }).fill('Rosa');
		await expectAccessibleInEveryLook(rosa);
		await rosa.getByRole('button', { name: words.account.wayIn.passkey, exact: true }).click();
		await expect(
			rosa.getByRole('heading', { name: filled(words.account.recovery.in, { name: 'Rosa' }) })
		).toBeVisible();

		await rosa.goto(`${empty.origin}/staff/me`);
		await expectAccessibleInEveryLook(rosa);
		await rosa.getByRole('button', { name: words.account.mine.signOut }).click();
		await expect(rosa.getByText(words.account.signIn.signedOut)).toBeVisible();
		await rosa.goto(`${empty.origin}/staff/me`);
		await expect(rosa).toHaveURL(/\/sign-in$/);
		await expectAccessibleInEveryLook(rosa);
		await rosa.getByRole('button', { name: words.account.signIn.passkey }).click();
		await expect(rosa).toHaveURL(/\/staff$/);

		await coordinator.goto(inviteLink);
		await expect(coordinator.getByRole('heading', { name: words.account.invitation.closedTitle })).toBeVisible();
	});

	test('without a passkey she signs in with a code, once each, and a recovery code brings her back', async ({
		browser,
		empty,
		locale,
		words
	}) => {
		const { account } = words;
		const page = await (await browser.newContext({ ...desk, locale })).newPage();
		await page.goto(await empty.line('setup'));
		await fillProgramme(page, words);
		const { key, used } = await secureWithCode(page, words, 'ines.lopez');
		const codes = await page.locator('ol code').allTextContents();

		const elsewhere = await (await browser.newContext({ ...desk, locale })).newPage();
		const signIn = async (code: string) => {
			await elsewhere.goto(`${empty.origin}/sign-in`);
			await elsewhere.getByLabel(account.signIn.signInName).fill('Ines.Lopez ');
			await elsewhere.getByLabel(account.signIn.code).fill(code);
			await elsewhere.getByRole('button', { name: account.signIn.enter, exact: true }).click();
		};
		await signIn(used);
		await expect(elsewhere.getByText(account.problems.notYou)).toBeVisible();
		await signIn(codeFor(key, 1));
		await expect(elsewhere).toHaveURL(/\/staff$/);
		await page.goto(`${empty.origin}/staff/me`);
		await expect(page.getByRole('button', { name: `${account.mine.signOutDevice}:` })).toHaveCount(1);

		const lost = await (await browser.newContext({ ...desk, locale })).newPage();
		await lost.goto(`${empty.origin}/sign-in/recovery`);
		await expectAccessibleInEveryLook(lost);
		await lost.getByLabel(account.recovery.code).fill((codes[3] ?? '').toLowerCase().replaceAll('-', ' '));
		await lost.getByRole('button', { name: account.recovery.goOn }).click();
		await expect(lost.getByText(account.recovery.nowSecure)).toBeVisible();
		await addPasskeys(lost);
		await lost.getByRole('button', { name: account.wayIn.passkey, exact: true }).click();
		await expect(lost.getByText(filled(account.recovery.left_other, { count: 9 }))).toBeVisible();

		await test.step('everybody else is signed out, and the code is used up', async () => {
			await page.goto(`${empty.origin}/staff/me`);
			await expect(page).toHaveURL(/\/sign-in$/);
			await page.goto(`${empty.origin}/sign-in/recovery`);
			await page.getByLabel(account.recovery.code).fill(codes[3] ?? '');
			await page.getByRole('button', { name: account.recovery.goOn }).click();
			await expect(page.getByText(account.problems.recoveryWrong)).toBeVisible();
		});
	});

	test('everything but a passkey works without script', async ({ browser, empty, locale, words }) => {
		const page = await (await browser.newContext({ ...desk, locale, javaScriptEnabled: false })).newPage();
		const [, secret = ''] = (await empty.line('setup')).split('#');
		await page.goto(`${empty.origin}/setup`);
		await page.getByLabel(words.setup.first.secret).fill(secret);
		await page.getByRole('button', { name: words.setup.first.goOn }).click();
		await fillProgramme(page, words);
		const { key } = await secureWithCode(page, words, 'ines');

		await page.goto(`${empty.origin}/staff/me`);
		await page.getByRole('button', { name: words.account.mine.signOut }).click();
		await page.getByLabel(words.account.signIn.signInName).fill('ines');
		await page.getByLabel(words.account.signIn.code).fill(codeFor(key, 1));
		await page.getByRole('button', { name: words.account.signIn.enter, exact: true }).click();
		await expect(page).toHaveURL(/\/staff$/);
	});
});

test('after ten wrong codes for one name she is told how long to wait, and what she typed is still there', async ({
	page,
	server,
	words
}) => {
	for (let tries = 0; tries < 10; tries += 1) {
		const answer = await page.request.post('/sign-in?/code', {
			headers: { origin: server.origin, accept: 'text/html' },
			form: { signInName: 'guessed', code: '000000' }
		});
		expect(answer.status()).toBe(422);
	}

	await page.goto('/sign-in');
	await page.getByLabel(words.account.signIn.signInName).fill('Guessed');
	await page.getByLabel(words.account.signIn.code).fill('000000');
	await page.getByRole('button', { name: words.account.signIn.enter, exact: true }).click();
	await expect(page.getByRole('alert')).toHaveText(filled(words.account.problems.tooMany_other, { count: 60 }));
	await expect(page.getByLabel(words.account.signIn.signInName)).toHaveValue('Guessed');
});
