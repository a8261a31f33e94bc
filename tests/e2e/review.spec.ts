import type { Locator, Page } from '@playwright/test';
import { access } from '../../src/access.ts';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import * as assignments from '$lib/features/assignments/assignments.server.ts';
import type { Resources } from '$lib/i18n/words.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import {
	expect,
	expectAccessibleInEveryLook,
	filled,
	inBothLanguages,
	test,
	type Cohort,
	type Person
} from '../support/test.ts';
import { ZONE } from '../support/people.ts';
import { sends } from '../support/seed.ts';

const SECRET = 'The baby woke up every hour';

/** Someone whose phone has sent a mood to her whole team and a note to her clinician. */
async function someoneWhoShares(db: Db, cohort: Cohort, name = 'Ana'): Promise<Person> {
	const person = await cohort.person('participant', name);
	const now = Date.now();
	const day = dayInZone(now, ZONE);
	const mood = { score: 4, at: now, sleepHours: 5.5 };
	await sends(db, person.id, { kind: 'mood', day, body: mood, visibility: 'team', now });
	await sends(db, person.id, { kind: 'note', day, body: { text: SECRET }, visibility: 'clinician', now });
	return person;
}

/** Opens the answer to her note and writes it; the note's article is where it is sent from. */
async function writeAnswer(page: Page, review: Resources['review'], text: string): Promise<Locator> {
	const note = page.getByRole('article', { name: review.kinds.note });
	await note.getByText(review.answer.open, { exact: true }).click();
	await note.getByLabel(review.answer.label).fill(text);
	return note;
}

const looksAt = (db: Db, person: Person) =>
	db.selectFrom('look').select(['staff_id', 'what']).where('participant_id', '=', person.id).execute();

inBothLanguages(() => {
	test('ten minutes before class: read what is new, answer it, assign; and her phone has it', async ({
		cohort,
		db,
		clinician,
		newPhone,
		language,
		words: { assignments, common, me, review, today }
	}) => {
		test.setTimeout(60_000);
		const ana = await someoneWhoShares(db, cohort);
		const { page } = clinician;

		await page.goto(`/staff/cohorts/${cohort.id}`);
		await page
			.getByRole('link', { name: filled(review.first.new_other, { name: 'Ana', count: 2 }) })
			.first()
			.click();
		await expect(page.getByRole('heading', { level: 1, name: 'Ana' })).toBeVisible();
		await expect(page.getByText(SECRET)).toBeVisible();
		const mood = page.getByRole('article', { name: review.kinds.mood });
		await expect(mood).toContainText(filled(review.entry.scoreOf, { score: 4 }));

		const note = await writeAnswer(page, review, 'Rosa: ❤ 1');
		const answered = Promise.withResolvers<void>();
		await page.route('**/people/**', async (route) => {
			await answered.promise;
			await route.continue();
		});
		await note.getByRole('button', { name: review.answer.send }).click();
		await expect(note.getByRole('button', { name: common.sending.moment })).toBeDisabled();
		answered.resolve();
		await expect(note.getByRole('status')).toContainText(review.answer.sent);
		await expect(note.getByRole('status')).toBeInViewport();
		await expect(note.getByRole('paragraph').filter({ hasText: 'Rosa: ❤ 1' })).toBeVisible();

		await page.goto(`/staff/cohorts/${cohort.id}/assign`);
		const why = await page.locator(language === 'es' ? '[name=whyEs]' : '[name=whyEn]').inputValue();
		await page.getByRole('button', { name: assignments.form.assign }).click();
		await expect(page.getByRole('status')).toContainText(
			filled(assignments.told.assigned, { practice: assignments.practices.breathing })
		);

		const phone = await newPhone(ana);
		await phone.goto('/today');
		await expect(phone.getByText('Rosa: ❤ 1')).toBeVisible();
		await expect(phone.getByText(filled(today.progress_other, { done: 0, count: 5 })).first()).toBeVisible();
		await expect(phone.getByText(why)).toBeVisible();

		await phone.getByRole('link', { name: today.answers.toThis }).click();
		await expect(phone.getByRole('textbox')).toHaveValue(SECRET);
		await expect(phone.getByText('Rosa: ❤ 1')).toBeVisible();
		await phone.goto('/me/answers');
		await expect(phone.getByText('Rosa: ❤ 1')).toBeVisible();
		await phone.goto('/today');
		await expect(phone.getByText(filled(today.progress_other, { done: 0, count: 5 })).first()).toBeVisible();
		await expect(phone.getByText('Rosa: ❤ 1')).toHaveCount(0);

		await phone.goto('/me/looks');
		await expect(
			phone.getByText(filled(me.lookList.by, { name: 'Rosa', role: me.lookList.roles.clinician }))
		).toBeVisible();
	});

	for (const page of ['', '/assign', '/people/[personId]']) {
		test(`everyone can use /staff/cohorts/[cohortId]${page}`, async ({ cohort, db, clinician }) => {
			test.setTimeout(90_000);
			const ana = await someoneWhoShares(db, cohort);
			await clinician.page.goto(`/staff/cohorts/${cohort.id}${page.replace('[personId]', ana.id)}`);
			await expectAccessibleInEveryLook(clinician.page);
		});
	}
});

test('homework is changed, withdrawn and brought back', async ({
	cohort,
	clinician,
	words: { assignments, common }
}) => {
	const luz = await cohort.person('participant', 'Luz');
	const { page } = clinician;
	await page.goto(`/staff/cohorts/${cohort.id}/assign`);
	await page.getByLabel(assignments.form.for).selectOption('Luz');
	await page.getByRole('button', { name: assignments.practices.communication, exact: true }).click();
	await expect(page.getByRole('button', { name: assignments.practices.communication, exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expect(page.getByLabel(assignments.form.for)).toHaveValue(luz.id);
	await page.getByLabel(assignments.form.until).selectOption({ index: 2 });
	const until = await page.getByLabel(assignments.form.until).inputValue();
	await page.getByRole('button', { name: assignments.form.assign }).click();

	await expect(page.getByRole('status')).toContainText(
		filled(assignments.told.assignedOne, { practice: assignments.practices.communication, name: 'Luz' })
	);
	const asked = page.getByRole('listitem').filter({ hasText: filled(assignments.now.forOne, { name: 'Luz' }) });
	await expect(asked).toContainText(assignments.practices.communication);
	await expect(page.getByLabel(assignments.form.for)).toHaveValue(luz.id);
	await expect(page.getByLabel(assignments.form.until)).toHaveValue(until);

	await asked
		.getByRole('link', { name: filled(assignments.now.editOne, { practice: assignments.practices.communication }) })
		.click();
	await expect(page.getByRole('heading', { level: 1, name: assignments.editTitle })).toBeVisible();
	await page.getByLabel(assignments.form.times).fill('22');
	await page.getByLabel(assignments.form.whyEn).fill('For Luz.');
	await page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)));
	await page.getByRole('button', { name: assignments.form.save }).click();
	await expect(page.getByText(assignments.problems.timesWrong)).toBeVisible();
	await expect(page.getByLabel(assignments.form.whyEn)).toHaveValue('For Luz.');

	await page.getByLabel(assignments.form.times).fill('2');
	await page.getByRole('button', { name: assignments.form.save }).click();
	await expect(page.getByRole('status')).toContainText(assignments.told.edited);
	await expect(asked).toContainText('For Luz.');

	await asked.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: assignments.editTitle })).toBeVisible();
	await asked.getByRole('button').click();
	await expect(asked).toHaveCount(0);
	await expect(page.getByRole('button', { name: common.undo })).toBeInViewport();
	await page.getByRole('button', { name: common.undo }).click();
	await expect(page.getByRole('status')).toContainText(assignments.told.again);
	await expect(asked).toContainText('For Luz.');
});

test('Enter in a field assigns, her own words stay with their practice, and what runs already is said', async ({
	clinician: { page },
	cohort,
	words: { assignments }
}) => {
	await page.goto(`/staff/cohorts/${cohort.id}/assign`);
	const breathing = page.getByRole('button', { name: assignments.practices.breathing, exact: true });
	const mood = page.getByRole('button', { name: assignments.practices.mood, exact: true });
	const inEnglish = page.getByLabel(assignments.form.whyEn);
	const already = page.getByText(assignments.suggestion.already.split('{{')[0] ?? '');
	await mood.click();
	await expect(mood).toHaveAttribute('aria-pressed', 'true');
	await inEnglish.fill('For the evenings.');
	await breathing.click();
	await expect(breathing).toHaveAttribute('aria-pressed', 'true');
	// Words for one practice would be wrong, or unsafe, for another.
	await expect(inEnglish).not.toHaveValue('For the evenings.');
	await mood.click();
	await expect(inEnglish).toHaveValue('For the evenings.');
	await breathing.click();
	await expect(inEnglish).not.toHaveValue('For the evenings.');
	await inEnglish.fill('For the nights.');
	await expect(already).toHaveCount(0);

	await page.getByLabel(assignments.form.times).press('Enter');
	await expect(page.getByRole('status')).toContainText(
		filled(assignments.told.assigned, { practice: assignments.practices.breathing })
	);
	await breathing.click();
	await expect(already).toBeVisible();
	await expect(inEnglish).not.toHaveValue('For the nights.');
});

test('whom she chose before the page was alive is whom it is for', async ({
	cohort,
	clinician,
	words: { assignments }
}) => {
	const luz = await cohort.person('participant', 'Luz');
	const { page } = clinician;
	const scripts = Promise.withResolvers<void>();
	await page.route(/\/_app\/.*\.js$/, async (route) => {
		await scripts.promise;
		await route.continue().catch(() => undefined);
	});
	const forWhom = page.getByLabel(assignments.form.for);
	const suggestion = page.getByRole('button', { name: assignments.practices.communication, exact: true });

	await page.goto(`/staff/cohorts/${cohort.id}/assign`, { waitUntil: 'commit' });
	await forWhom.selectOption('Luz');
	await suggestion.click({ noWaitAfter: true });
	await expect(suggestion).toHaveAttribute('aria-pressed', 'true');
	await expect(forWhom).toHaveValue(luz.id);

	await page.goto(`/staff/cohorts/${cohort.id}/assign`, { waitUntil: 'commit' });
	await forWhom.selectOption('Luz');
	scripts.resolve();
	await page.waitForLoadState('networkidle');
	await suggestion.click();
	await expect(suggestion).toHaveAttribute('aria-pressed', 'true');
	await expect(forWhom).toHaveValue(luz.id);
});

test('however many have gone quiet, the sentence names each of them once, with a way to her page', async ({
	cohort,
	db,
	clinician: { page },
	words: { review }
}) => {
	const names = ['Ana', 'Bea', 'Carla', 'Dora', 'Eva'];
	for (const name of names) await cohort.person('participant', name);
	await db.updateTable('member').set({ joined_at: 1 }).where('cohort_id', '=', cohort.id).execute();

	// From page to page, so that the browser draws it.
	await page.goto('/staff');
	await page.locator(`main a[href="/staff/cohorts/${cohort.id}"]`).click();
	const first = page.getByRole('region', { name: review.first.title });
	await expect(first).toContainText(filled(review.first.quiet_other, { names: 'Ana, Bea, Carla, Dora, and Eva' }));
	await expect(first.getByRole('link', { name: /^(Ana|Bea|Carla|Dora|Eva)$/ })).toHaveText(names);
});

test('first comes who has gone quiet, by name, and homework that ends until all of it is followed up', async ({
	cohort,
	db,
	clinician,
	words: { assignments: words, review }
}) => {
	const luz = await cohort.person('participant', 'Luz');
	await db.updateTable('member').set({ joined_at: 1 }).where('person_id', '=', luz.id).execute();
	const now = Date.now();
	const place = { programmeId: cohort.programmeId, cohortId: cohort.id, staffId: clinician.id, now };
	const [fromDay, thirdClass] = [dayInZone(now, ZONE), addDays(dayInZone(now, ZONE), 2)];
	const why = { whyEn: 'To see the week.', whyEs: 'Para ver la semana.' };
	for (const practice of ['mood', 'breathing'] as const) {
		await assignments.assign(db, place, {
			practice,
			...why,
			times: 3,
			fromDay,
			untilDay: thirdClass,
			personId: undefined
		});
	}
	const { page } = clinician;
	const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(thirdClass));
	const first = page.getByRole('region', { name: review.first.title });

	await page.goto(`/staff/cohorts/${cohort.id}`);
	await expect(first).toContainText(filled(review.first.nothingAsked, { day: weekday }));
	await first.getByRole('link', { name: review.first.assign }).click();
	await page.getByRole('button', { name: words.practices.mood, exact: true }).click();
	await page.getByRole('button', { name: words.form.assign }).click();
	await expect(page.getByRole('status')).toBeVisible();

	await page.goto(`/staff/cohorts/${cohort.id}`);
	await expect(first).toContainText(filled(review.first.ends, { day: weekday, list: words.practices.breathing }));
	await first.getByRole('link', { name: review.first.assign }).click();
	await page.getByRole('button', { name: words.form.assign }).click();
	await expect(page.getByRole('status')).toContainText(words.practices.breathing);

	await page.goto(`/staff/cohorts/${cohort.id}`);
	await expect(first.getByRole('link', { name: review.first.assign })).toHaveCount(0);
	await page.setViewportSize({ width: 360, height: 740 });
	const tasks = page.getByRole('row', { name: 'Luz' }).locator('.task');
	const lefts = await tasks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
	expect(lefts).toEqual([lefts[0], lefts[0]]);

	await first.getByRole('link', { name: 'Luz' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Luz' })).toBeVisible();
});

test('the pages work without scripts', async ({ browser, cohort, db, clinician, words: { assignments, review } }) => {
	const ana = await someoneWhoShares(db, cohort);
	const context = await browser.newContext({ javaScriptEnabled: false });
	await clinician.signIn(context);
	const page = await context.newPage();

	await page.goto(`/staff/cohorts/${cohort.id}/assign`);
	await page.getByRole('button', { name: assignments.practices.breathing, exact: true }).click();
	await page.getByRole('button', { name: assignments.form.assign }).click();
	await expect(page.getByRole('status')).toContainText(
		filled(assignments.told.assigned, { practice: assignments.practices.breathing })
	);

	await page.goto(`/staff/cohorts/${cohort.id}/people/${ana.id}`);
	const note = await writeAnswer(page, review, 'Thank you.');
	await note.getByRole('button', { name: review.answer.send }).click();
	await expect(note.getByRole('paragraph').filter({ hasText: 'Thank you.' })).toBeVisible();
	await context.close();
});

test('words for an entry that was taken back meanwhile are not sent and not lost', async ({
	cohort,
	db,
	clinician,
	words: { review }
}) => {
	const ana = await someoneWhoShares(db, cohort);
	const { page } = clinician;
	await page.goto(`/staff/cohorts/${cohort.id}/people/${ana.id}`);
	const note = await writeAnswer(page, review, 'Thank you.');
	await db
		.updateTable('record')
		.set({ state: 'unshared', body: null, visibility: 'me' })
		.where('stream', '=', `person:${ana.id}`)
		.where('kind', '=', 'note')
		.execute();
	await note.getByRole('button', { name: review.answer.send }).click();

	await expect(page.getByText(review.answer.gone)).toBeVisible();
	await page.reload();
	await expect(page.getByText(SECRET)).toHaveCount(0);
	const sent = await db
		.selectFrom('record')
		.select('id')
		.where('stream', '=', `person:${ana.id}`)
		.where('kind', '=', 'answer')
		.execute();
	expect(sent).toEqual([]);
});

test('an answer keeps its words when the signal drops, and is sent once however often she taps', async ({
	cohort,
	db,
	clinician: { page },
	words: { common, review }
}) => {
	const ana = await someoneWhoShares(db, cohort);
	await page.goto(`/staff/cohorts/${cohort.id}/people/${ana.id}`);
	const note = await writeAnswer(page, review, 'Thank you.');
	const answer = note.getByLabel(review.answer.label);
	const send = note.getByRole('button', { name: review.answer.send });

	await page.context().setOffline(true);
	await send.click();
	await expect(note.getByRole('status')).toHaveText(common.sending.again);
	await expect(answer).toHaveValue('Thank you.');

	await page.context().setOffline(false);
	await send.evaluate((button: HTMLButtonElement) => {
		button.click();
		button.click();
	});
	await expect(note.getByRole('status')).toContainText(review.answer.sent);
	await expect(note.getByText(common.sending.again)).toHaveCount(0);
	await expect(note.getByRole('paragraph').filter({ hasText: 'Thank you.' })).toHaveCount(1);
});

test('an answer that is withdrawn is said beside its entry, with a way back', async ({
	cohort,
	db,
	clinician: { page },
	words: { common, review }
}) => {
	const ana = await someoneWhoShares(db, cohort);
	await page.goto(`/staff/cohorts/${cohort.id}/people/${ana.id}`);
	const note = await writeAnswer(page, review, 'Thank you.');
	await note.getByRole('button', { name: review.answer.send }).click();
	const said = note.getByRole('paragraph').filter({ hasText: 'Thank you.' });
	await expect(said).toBeVisible();

	await note.getByRole('button', { name: review.answer.withdraw }).click();
	await expect(note.getByRole('status')).toContainText(review.answer.withdrawn);
	await expect(said).toHaveCount(0);
	await note.getByRole('button', { name: common.undo }).click();
	await expect(note.getByRole('status')).toContainText(review.answer.sent);
	await expect(said).toBeVisible();
});

test('an ambassador sees what the whole team may see, and does not assign', async ({
	cohort,
	db,
	ambassador,
	words: { assignments, review }
}) => {
	const ana = await someoneWhoShares(db, cohort);
	const { page } = ambassador;
	await page.goto(`/staff/cohorts/${cohort.id}/people/${ana.id}`);
	await expect(page.getByRole('article', { name: review.kinds.mood })).toBeVisible();
	expect(await page.content()).not.toContain(SECRET);

	await page.goto(`/staff/cohorts/${cohort.id}/assign`);
	await expect(page.getByRole('heading', { name: assignments.now.title })).toBeVisible();
	await expect(page.getByRole('button', { name: assignments.form.assign })).toHaveCount(0);
});

test('a coordinator sees who is in the cohort and nothing of what is shared; no look is made', async ({
	cohort,
	db,
	coordinator,
	words: { review }
}) => {
	const ana = await someoneWhoShares(db, cohort);
	const { page } = coordinator;
	await page.goto(`/staff/cohorts/${cohort.id}`);
	await expect(page.getByRole('heading', { name: review.first.title })).toHaveCount(0);
	await expect(page.getByText('Ana', { exact: true })).toBeVisible();
	await expect(page.getByRole('table')).toHaveCount(0);
	await expect(page.getByText(review.people.noClinician)).toBeVisible();
	expect((await page.goto(`/staff/cohorts/${cohort.id}/people/${ana.id}`))?.status()).toBe(403);
	expect(await looksAt(db, ana)).toEqual([]);
});

test('a finger that only rests on her name is no look', async ({
	cohort,
	db,
	clinician: { page },
	words: { staff }
}) => {
	const ana = await someoneWhoShares(db, cohort);
	await page.goto(`/staff/cohorts/${cohort.id}`);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));

	const name = page.getByRole('table').getByRole('link', { name: 'Ana' });
	await name.dispatchEvent('touchstart');
	await name.hover();
	await page.mouse.down();
	await page.mouse.move(0, 0);
	await page.mouse.up();
	await page.getByRole('link', { name: staff.nav.me, exact: true }).click();
	await page.waitForURL('/staff/me');

	expect(asked.filter((path) => path.includes(ana.id))).toEqual([]);
	expect((await looksAt(db, ana)).map(({ what }) => what)).toEqual(['done']);
});

const cohortRoutes = Object.keys(access).filter((route) => route.startsWith('/staff/cohorts/[cohortId]'));

test.describe('no page shows what somebody shared without a look being written down', () => {
	for (const route of cohortRoutes) {
		test(route, async ({ cohort, db, clinician }) => {
			const ana = await someoneWhoShares(db, cohort);
			const path = route
				.replace('[cohortId]', cohort.id)
				.replace('[personId]', ana.id)
				.replace(/\[\w+\]/g, ana.id);
			const html = await (await clinician.page.request.get(path)).text();

			const showsEntries = html.includes(SECRET) || html.includes('sleepHours') || html.includes('"score"');
			const looks = await looksAt(db, ana);
			if (showsEntries) expect(looks.map(({ what }) => what).join()).toContain('note');
			if (route === '/staff/cohorts/[cohortId]') expect(looks).toEqual([{ staff_id: clinician.id, what: 'done' }]);
			if (route.endsWith('/people/[personId]')) expect(showsEntries).toBe(true);
		});
	}
});
