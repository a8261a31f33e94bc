import type { Page } from '@playwright/test';
import {
	desk,
	expect,
	expectAccessibleInEveryLook,
	filled,
	inBothLanguages,
	test,
	type Staff
} from '../support/test.ts';
import type { Resources } from '$lib/i18n/words.ts';

/** Staff make a card on their own screen; its link is what the code on it says. */
async function makeCard({ page, cohortId }: Staff, words: Resources, label = 'Luz'): Promise<string> {
	await page.goto(`/staff/cohorts/${cohortId}/invites`);
	await page.getByLabel(words.cohorts.invites.label).fill(label);
	await page.getByRole('button', { name: words.cohorts.invites.make }).click();
	const link = await page
		.locator('.card-sheet')
		.getByText(/\/in#[\w-]{22}$/)
		.textContent();
	return link!.trim();
}

async function comeIn(page: Page, { invite }: Resources, name = 'La Güera') {
	await page.getByRole('button', { name: invite.welcome.start }).click();
	await page.getByRole('button', { name: invite.keeps.next }).click();
	await page.getByRole('button', { name: invite.switches.next }).click();
	await page.getByLabel(invite.name.label).fill(name);
	await page.getByRole('button', { name: invite.name.enter }).click();
}

inBothLanguages(() => {
	test('a woman comes in with her card: four screens, six words, Today', async ({ page, ambassador, words, db }) => {
		const { invite } = words;
		await page.goto(await makeCard(ambassador, words));
		await page.getByRole('button', { name: invite.welcome.start }).click();
		await page.getByRole('button', { name: invite.keeps.next }).click();
		for (const choice of await page.getByRole('switch').all()) await expect(choice).not.toBeChecked();
		await page.getByRole('switch', { name: words.sharing.switches.moods }).check();
		await page.getByRole('button', { name: invite.switches.next }).click();
		await page.getByRole('button', { name: invite.name.enter }).click();
		await expect(page.getByText(invite.name.needed)).toBeVisible();
		await page.getByLabel(invite.name.label).fill('La Güera');
		await page.getByRole('button', { name: invite.name.enter }).click();

		await expect(page.getByRole('listitem')).toHaveCount(6);
		await page.getByRole('button', { name: invite.words.written }).click();
		await expect(page).toHaveURL('/today');

		const members = await db
			.selectFrom('member')
			.innerJoin('person', 'person.id', 'member.person_id')
			.select(['person.name', 'member.role'])
			.where('member.cohort_id', '=', ambassador.cohortId)
			.where('member.role', '=', 'participant')
			.execute();
		expect(members).toEqual([{ name: 'La Güera', role: 'participant' }]);
	});

	test('every screen on the way in can be read by everyone', async ({ page, ambassador, words }) => {
		test.setTimeout(180_000);
		const { invite } = words;
		await page.goto(await makeCard(ambassador, words));
		await expectAccessibleInEveryLook(ambassador.page, 'staff: invitations');
		for (const name of [invite.welcome.start, invite.keeps.next, invite.switches.next, invite.name.enter]) {
			await page.getByRole('button', { name }).waitFor();
			await expectAccessibleInEveryLook(page, name);
			await page.getByRole('button', { name }).click();
		}
		await page.getByLabel(invite.name.label).fill('Luz');
		await page.getByRole('button', { name: invite.name.enter }).click();
		await page.getByRole('button', { name: invite.words.written }).waitFor();
		await expectAccessibleInEveryLook(page, 'recovery words');
		await page.goto('about:blank');
		for (const link of ['/in', '/in#abc']) {
			await page.goto(link);
			await page.getByRole('heading', { level: 1 }).waitFor();
			await expectAccessibleInEveryLook(page, link);
		}
		await page.goto('/sign-in/words');
		await expectAccessibleInEveryLook(page, 'sign in with words');
	});
});

test('a fresh invitation is copied, shared or printed on the spot; on paper there is only the card', async ({
	ambassador,
	words
}) => {
	const { page } = ambassador;
	const { invites } = words.cohorts;
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.addInitScript(() => {
		const done: Record<string, unknown> = {};
		Object.assign(window, { done, print: () => (done.printed = true) });
		Object.assign(navigator, { share: (data: ShareData) => Promise.resolve(void (done.shared = data.url)) });
	});
	const link = await makeCard(ambassador, words);

	await page.getByRole('button', { name: invites.copy }).click();
	await expect(page.getByRole('button', { name: invites.copied })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
	await page.getByRole('button', { name: invites.share }).click();
	await page.getByRole('button', { name: invites.print }).click();
	expect(await page.evaluate(() => (window as unknown as { done: unknown }).done)).toEqual({
		shared: link,
		printed: true
	});

	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.card-sheet')).toBeVisible();
	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toBeHidden();

	const use = filled(words.invite.card.until, { date: '' }).replace('.', '').trim();
	await page.emulateMedia({ media: null });
	await expect(page.locator('.card-sheet')).toContainText(use);
	await expect(page.getByRole('listitem').filter({ hasText: 'Luz' })).toContainText(use.toLowerCase(), {
		ignoreCase: true
	});
});

test('without scripts an invitation has no button that does nothing', async ({ browser, ambassador, words }) => {
	const context = await browser.newContext({ ...desk, javaScriptEnabled: false });
	await ambassador.signIn(context);
	const { invites } = words.cohorts;
	const page = await context.newPage();
	await makeCard({ ...ambassador, page }, words);
	for (const name of [invites.copy, invites.share, invites.print]) {
		await expect(page.getByRole('button', { name })).toHaveCount(0);
	}
	await context.close();
});

test('what she chose survives a change of language, and the language she came in with stays', async ({
	page,
	clinician,
	words
}) => {
	await page.goto(await makeCard(clinician, words));
	await page.getByRole('button', { name: words.invite.welcome.start }).click();
	await page.getByRole('button', { name: words.invite.keeps.next }).click();
	await page.getByRole('switch').nth(1).check();
	await page.getByRole('button', { name: 'Español' }).click();

	await expect(page.getByRole('heading', { name: '¿Quieres compartir algo?' })).toBeVisible();
	await expect(page.getByRole('switch').nth(1)).toBeChecked();
	await page.goBack();
	await expect(page.getByRole('heading', { name: 'Quién puede leer qué' })).toBeVisible();
});

test('when the answer is lost, the same browser tries again and is in once', async ({ page, clinician, words, db }) => {
	await page.goto(await makeCard(clinician, words));
	let lost = 0;
	await page.route('**/api/join', async (route) => {
		if (lost++ > 0) return route.continue();
		await route.fetch();
		await route.abort();
	});
	await comeIn(page, words);

	await expect(page.getByRole('heading', { name: words.invite.noSignal.title })).toBeVisible();
	await page.getByRole('button', { name: words.invite.again }).click();
	await expect(page.getByRole('listitem')).toHaveCount(6);
	const people = await db
		.selectFrom('member')
		.select('id')
		.where('cohort_id', '=', clinician.cohortId)
		.where('role', '=', 'participant')
		.execute();
	expect(people).toHaveLength(1);
});

test('a mistyped, an unknown and a missing card each say what to do and nothing else', async ({ page, words }) => {
	for (const [link, says] of [
		['/in', words.invite.missing.title],
		['/in#abc', words.invite.unknown.title],
		['/in#AbCdEfGhIjKlMnOpQrSt-_', words.invite.unknown.title]
	] as const) {
		await page.goto('about:blank');
		await page.goto(link);
		await expect(page.getByRole('heading', { name: says })).toBeVisible();
	}
});

test('a used, an expired and a withdrawn card each have a page', async ({ page, clinician, words, db }) => {
	const { invite } = words;
	const expired = await makeCard(clinician, words, 'Expired');
	await db.updateTable('invite').set({ expires_at: 1 }).where('label', '=', 'Expired').execute();
	const withdrawn = await makeCard(clinician, words, 'Withdrawn');
	await clinician.page
		.getByRole('button', { name: filled(words.cohorts.invites.withdrawFor, { label: 'Withdrawn' }) })
		.click();
	await expect(clinician.page.getByText(words.cohorts.invites.wasWithdrawn)).toBeVisible();

	await page.goto(expired);
	await expect(page.getByRole('heading', { name: invite.expired.title })).toBeVisible();
	await page.goto('about:blank');
	await page.goto(withdrawn);
	await expect(page.getByRole('heading', { name: invite.withdrawn.title })).toBeVisible();

	const used = await makeCard(clinician, words, 'Used');
	await page.goto('about:blank');
	await page.goto(used);
	await comeIn(page, words);
	await expect(page.getByRole('listitem')).toHaveCount(6);
	await page.evaluate(() => localStorage.clear());
	await page.goto('about:blank');
	await page.goto(used);
	await expect(page.getByRole('heading', { name: invite.used.title })).toBeVisible();
});

test('a phone that is already hers is not given away', async ({ page, clinician, words }) => {
	await page.goto(await makeCard(clinician, words));
	await comeIn(page, words);
	await page.getByRole('button', { name: words.invite.words.written }).click();
	await expect(page).toHaveURL('/today');

	await page.goto(await makeCard(clinician, words, 'Sol'));
	await expect(page.getByRole('heading', { name: words.invite.taken.title })).toBeVisible();
});

test('her six words let her in on a new phone, and wrong ones do not', async ({ page, browser, clinician, words }) => {
	await page.goto(await makeCard(clinician, words));
	await comeIn(page, words);
	await expect(page.getByRole('listitem')).toHaveCount(6);
	const six = await page.getByRole('listitem').allTextContents();

	const phone = await browser.newContext();
	const other = await phone.newPage();
	await other.goto('/sign-in/words');
	await other.getByLabel(words.invite.signIn.label).fill(six.slice(1).join(' '));
	await other.getByRole('button', { name: words.invite.signIn.enter }).click();
	await expect(other.getByText(words.invite.signIn.wrong)).toBeVisible();
	await other.getByLabel(words.invite.signIn.label).fill(six.join('  ').toUpperCase());
	await other.getByRole('button', { name: words.invite.signIn.enter }).click();
	await expect(other).toHaveURL('/today');
	await phone.close();
});

test('words that she types before the page is alive are still there when it is', async ({
	page,
	programmeId,
	words
}) => {
	void programmeId;
	const scripts = Promise.withResolvers<void>();
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await scripts.promise;
		await route.continue();
	});
	await page.goto('/sign-in/words', { waitUntil: 'commit' });
	const field = page.getByLabel(words.invite.signIn.label);
	await field.fill('one two three four five six');
	const enter = page.getByRole('button', { name: words.invite.signIn.enter });
	await expect(enter).toBeDisabled();

	scripts.resolve();
	await expect(enter).toBeEnabled();
	await expect(field).toHaveValue('one two three four five six');
});

test('staff who open a card by mistake keep their session and the card', async ({ clinician, words }) => {
	const link = await makeCard(clinician, words);
	await clinician.page.goto(link);
	await expect(clinician.page.getByRole('heading', { name: words.invite.staff.title })).toBeVisible();
	await clinician.page.getByRole('link', { name: words.invite.staff.go }).click();
	await expect(clinician.page).toHaveURL('/staff');
});

test('the first visit of a card weighs at most 100 KB', async ({ page, clinician, words }) => {
	const link = await makeCard(clinician, words);
	const client = await page.context().newCDPSession(page);
	await client.send('Network.enable');
	let bytes = 0;
	client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));

	await page.goto(link);
	await expect(page.getByRole('button', { name: words.invite.welcome.start })).toBeVisible();
	await page.waitForLoadState('networkidle');

	expect(bytes).toBeGreaterThan(10_000);
	expect(bytes).toBeLessThanOrEqual(100 * 1024);
});
