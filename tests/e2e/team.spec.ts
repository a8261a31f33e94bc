import { expect, filled, inBothLanguages, test, violationsOf } from '../support/test.ts';

inBothLanguages(() => {
	test('a colleague keeps her role in the form that changes it, and what is said aloud is what stands there', async ({
		cohort,
		coordinator: { page },
		words: { common, staff }
	}) => {
		const lupe = await cohort.person('ambassador', `Lupe ${cohort.id}`);
		await page.goto('/staff/team');
		const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: lupe.name }) });
		await row.getByText(staff.team.change).click();
		await expect(row.getByLabel(staff.team.role)).toHaveValue('ambassador');

		// An experiment of axe, so it has to be asked for.
		const violations = await violationsOf(page, ['label-content-name-mismatch']);
		expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
		await row.getByRole('button', { name: staff.team.unplace }).click();
		await expect(page.getByRole('status')).toContainText(
			filled(staff.team.said.left, { name: lupe.name, cohort: `Test ${cohort.id.slice(0, 4)}` })
		);
		await expect(row).toContainText(staff.team.noPlace);
		await page.getByRole('status').getByRole('button', { name: common.undo }).click();
		await expect(page.getByRole('status')).toContainText(staff.team.said.placed);
		await expect(row).not.toContainText(staff.team.noPlace);
	});
});

test('a link is opened once, and the console has nothing to say about it', async ({
	browser,
	coordinator: { page },
	words: { account, staff }
}) => {
	await page.goto('/staff/team');
	await page.getByLabel(staff.team.label, { exact: true }).fill('Rosa');
	// Who reads what women share is chosen, never what stood there.
	await expect(page.getByRole('combobox', { name: staff.team.role })).toHaveValue('');
	await page.getByRole('combobox', { name: staff.team.role }).selectOption('clinician');
	await page.getByRole('button', { name: staff.team.invite }).click();
	const link = (await page.getByRole('status').locator('code').textContent()) ?? '';

	const context = await browser.newContext();
	const door = await context.newPage();
	const said: string[] = [];
	const opened: string[] = [];
	door.on('console', (message) => said.push(message.text()));
	door.on('request', (request) => {
		if (request.url().endsWith('?/open')) opened.push(request.method());
	});
	await door.goto(link);
	await expect(door.getByLabel(account.invitation.name, { exact: true })).toBeVisible();
	await door.waitForLoadState('networkidle');
	expect(opened).toEqual(['POST']);
	expect(said).toEqual([]);
	await context.close();
});

inBothLanguages(() => {
	test('the device in her hand is called what it is', async ({
		clinician,
		participant,
		page,
		db,
		words: { account, me }
	}) => {
		await db
			.updateTable('session')
			.set({ device_name: 'Chrome, Linux' })
			.where('person_id', '=', clinician.id)
			.execute();
		await clinician.page.goto('/staff/me');
		await expect(
			clinician.page.getByRole('listitem').filter({ hasText: account.mine.thisDevice.computer })
		).toContainText('Chrome, Linux');

		void participant;
		await page.goto('/me/phones');
		await expect(page.getByRole('listitem').filter({ hasText: me.phoneList.this.phone })).toContainText(
			'Chrome, Android'
		);
	});

	test('a new cohort offers the zones of the United States first', async ({
		coordinator: { page },
		words: { cohorts }
	}) => {
		await page.goto('/staff/cohorts/new');
		const zone = page.getByLabel(cohorts.new.zone);
		await expect(zone).toHaveValue('America/New_York');
		const groups = zone.locator('optgroup');
		await expect(groups.first()).toHaveAttribute('label', cohorts.new.zoneNear);
		await expect(groups.first().locator('option')).toHaveCount(8);
		await expect(groups.first().locator('option').first()).toHaveText(/^New York: .*(Eastern|oriental)/);
		await expect(groups.last().locator('option[value="Europe/Madrid"]')).toHaveCount(1);
	});
});

test('a course that would be over already is not made', async ({ coordinator: { page }, words: { cohorts } }) => {
	await page.goto('/staff/cohorts/new');
	await page.locator('input[name=name]').fill('Tuesdays');
	await page.locator('input[name=first]').fill('2020-01-07');
	await page.getByRole('button', { name: cohorts.new.make }).click();

	await expect(page.getByRole('alert')).toHaveText(cohorts.new.problem.over);
	await expect(page.locator('input[name=name]')).toHaveValue('Tuesdays');
	await expect(page).toHaveURL('/staff/cohorts/new');
});
