import { access } from '../../src/access.ts';
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
const beforeSignIn = [
	'/',
	'/in',
	'/sign-in',
	'/sign-in/words',
	'/sign-in/recovery',
	'/measures/[language=language]',
	'/refused/[status]'
];
const staffs = ['/staff', '/staff/me', '/staff/team', '/staff/cohorts/new', '/staff/cohorts/[cohortId]/invites'];
// Screens that the journeys of their features look at, in what states they have.
const looksElsewhere = [
	...['/breathe', '/mood', '/mood/[id]', '/mood/history'],
	...['/practice/communication', '/practice/communication/[id]'],
	...['/practice/problem-solving', '/practice/problem-solving/[id]'],
	...['/demo', '/setup', '/staff-in', '/staff/demo'],
	...['/staff/cohorts/[cohortId]', '/staff/cohorts/[cohortId]/assign', '/staff/cohorts/[cohortId]/people/[personId]'],
	'/help/[language=language]'
];
/** Not shown to anybody as they are. */
const noScreens = ['/shell', '/help', '/measures', '/language'];

// Four looks for each of several screens.
test.describe.configure({ timeout: 240_000 });

test('every screen there is, is looked at', () => {
	const screens = Object.entries(access)
		.filter(([, who]) => who === 'anyone' || Array.isArray(who) || 'GET' in who)
		.map(([route]) => route.replace(/^\/\(\w+\)/, '') || '/')
		.filter((route) => !route.startsWith('/api/') && !noScreens.includes(route));
	expect(screens.toSorted()).toEqual([...hers, ...beforeSignIn, ...staffs, ...looksElsewhere].toSorted());
});

inBothLanguages((language) => {
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
			await page.goto(path.replace('[language=language]', language).replace('[status]', '403'));
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
