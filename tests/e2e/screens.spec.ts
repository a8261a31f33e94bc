import { expect, expectAccessibleInEveryLook, inBothLanguages, test } from '../support/test.ts';

// Screens that no feature's own journey looks at in every look.
const hers = [
	'/today',
	'/practice',
	'/group',
	'/me',
	'/me/answers',
	'/me/copies',
	'/me/exit',
	'/me/leave',
	'/me/looks',
	'/me/phones',
	'/me/recovery',
	'/me/sharing'
];
const beforeSignIn = ['/', '/in', '/sign-in', '/sign-in/words', '/sign-in/recovery'];
const staffs = ['/staff', '/staff/me', '/staff/team', '/staff/cohorts/new', '/staff/cohorts/[cohortId]/invites'];

// Four looks for each of several screens.
test.describe.configure({ timeout: 240_000 });

inBothLanguages(() => {
	test('every screen of a participant is for everyone', async ({ page, participant }) => {
		void participant;
		for (const path of hers) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			if (path === '/today') await expect(page.locator('#next-thing')).toBeVisible();
			await expectAccessibleInEveryLook(page, path);
		}
	});

	test('every page before sign-in is for everyone', async ({ page, programmeId }) => {
		void programmeId;
		for (const path of beforeSignIn) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectAccessibleInEveryLook(page, path);
		}
	});

	test('every page of the staff is for everyone', async ({ coordinator: { page, cohortId } }) => {
		for (const path of staffs) {
			await page.goto(path.replace('[cohortId]', cohortId));
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectAccessibleInEveryLook(page, path);
		}
	});
});
