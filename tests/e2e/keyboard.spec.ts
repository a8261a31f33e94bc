import type { Locator, Page } from '@playwright/test';
import { addDays, dayInZone } from '$lib/domain/day.ts';
import { expect, filled, test } from '../support/test.ts';
import { ZONE } from '../support/people.ts';
import { sends } from '../support/seed.ts';

/** Somebody who has a keyboard and nothing else: Tab until it is reached, then press. */
function keyboardOf(page: Page) {
	const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

	async function reach(target: Locator) {
		await target.waitFor();
		for (let n = 0; n < 200; n += 1) {
			if (await hasFocus(target)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`Tab never reaches ${target}.`);
	}

	return {
		reach,
		async press(target: Locator, key: 'Enter' | 'Space' = 'Enter') {
			await reach(target);
			await page.keyboard.press(key);
		},
		async write(target: Locator, text: string) {
			await reach(target);
			await page.keyboard.press('ControlOrMeta+A');
			await page.keyboard.type(text);
		},
		/** One of a group: Tab finds the group, arrows the choice. */
		async choose(target: Locator) {
			await target.waitFor();
			const group = await target.getAttribute('name');
			const isInGroup = () => page.evaluate((name) => document.activeElement?.getAttribute('name') === name, group);
			for (let n = 0; n < 200 && !(await isInGroup()); n += 1) await page.keyboard.press('Tab');
			if (!(await target.isChecked())) await page.keyboard.press('Space');
			for (let n = 0; n < 20 && !(await target.isChecked()); n += 1) await page.keyboard.press('ArrowDown');
			await expect(target).toBeChecked();
		}
	};
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('she comes in with a card', async ({ page, cohort, coordinator, words: { cohorts, invite, today, sharing } }) => {
	const desk = keyboardOf(coordinator.page);
	await coordinator.page.goto(`/staff/cohorts/${cohort.id}/invites`);
	await desk.write(coordinator.page.getByLabel(cohorts.invites.label), 'Luz');
	await desk.press(button(coordinator.page, cohorts.invites.make));
	const link = coordinator.page.locator('.card-sheet').getByText(/\/in#[\w-]{22}$/);

	const keys = keyboardOf(page);
	await page.goto((await link.textContent())!.trim());
	await keys.press(button(page, invite.welcome.start));
	await keys.press(button(page, invite.keeps.next));
	await keys.press(page.getByRole('switch', { name: sharing.switches.moods }), 'Space');
	await keys.press(button(page, invite.switches.next));
	await keys.write(page.getByLabel(invite.name.label), 'La Güera');
	await keys.press(button(page, invite.name.enter));
	await keys.press(button(page, invite.words.written));
	await expect(page).toHaveURL('/today');
	await keys.press(page.getByRole('link', { name: today.start.mood }));
	await expect(page).toHaveURL('/mood');
});

test('she marks a mood, lets it be read and takes it back', async ({ page, participant, words }) => {
	void participant;
	const { common, mood, sharing } = words;
	const keys = keyboardOf(page);
	await page.goto('/mood');
	await keys.choose(page.getByRole('radio', { name: /^6\b/ }));
	await keys.press(page.getByText(mood.more.open, { exact: true }));
	await keys.write(page.getByLabel(mood.more.activities, { exact: true }), '3');
	await keys.press(button(page, common.save));
	await expect(page.getByText(filled(mood.score, { score: 6 }))).toBeVisible();

	await keys.choose(page.getByRole('radio', { name: sharing.visibility.clinician }).first());
	await expect(page.getByText(sharing.place.sent, { exact: true }).first()).toBeVisible();
	await keys.choose(page.getByRole('radio', { name: sharing.visibility.me }).first());
	await expect(page.getByText(sharing.place.phone, { exact: true }).first()).toBeVisible();
});

test('she breathes, and stops when she likes', async ({ page, participant, words: { breathing } }) => {
	void participant;
	const keys = keyboardOf(page);
	await page.clock.install();
	await page.goto('/breathe');
	await keys.press(button(page, breathing.advice.read));
	await keys.press(button(page, filled(breathing.start, { count: 5 })));
	await keys.reach(button(page, breathing.run.stop));
	await page.clock.runFor(60_000);
	await page.keyboard.press('Enter');
	await expect(page.getByText(filled(breathing.done.minutes_one, { count: 1 }))).toBeVisible();
});

test('she works a problem through to a plan', async ({ page, participant, words }) => {
	void participant;
	const { practice, 'problem-solving': w } = words;
	const keys = keyboardOf(page);
	const next = () => keys.press(button(page, practice.sheet.next));
	const answer = async (question: string, text: string) => {
		await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
		await keys.write(page.getByRole('textbox').first(), text);
		await next();
	};
	await page.goto('/practice/problem-solving');
	await keys.press(button(page, w.examples.ride.title));
	await answer(w.what.question, 'No ride');
	for (const { question } of [w.who, w.when, w.where, w.goal]) await answer(question, 'Once');
	for (const [i, idea] of ['Bus', 'Cousin', 'Walk'].entries())
		await keys.write(page.getByRole('textbox', { name: filled(w.ideas.idea, { number: i + 1 }) }), idea);
	await next();
	for (let at = 1; at <= 3; at += 1) {
		await expect(page.getByText(filled(w.weigh.which, { at, total: 3 }))).toBeVisible();
		await next();
	}
	await keys.choose(page.getByRole('radio', { name: 'Cousin' }));
	await next();
	await answer(w.firstStep.question, 'Call');
	await keys.choose(page.getByRole('radio', { name: w.day.today, exact: true }));
	await next();
	for (const { question } of [w.helper, w.obstacle, w.planB]) await answer(question, '');
	await expect(page.getByText(w.summary.ready)).toBeVisible();
});

test('she finds her words for somebody', async ({ page, participant, words }) => {
	void participant;
	const { communication: w, practice } = words;
	const keys = keyboardOf(page);
	const next = () => keys.press(button(page, practice.sheet.next));
	const answer = async (question: string) => {
		await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
		await keys.write(page.getByRole('textbox').first(), 'Mami');
		await next();
	};
	await page.goto('/practice/communication');
	await keys.press(page.getByRole('link', { name: w.start, exact: true }));
	await keys.press(button(page, w.safe.yes));
	await answer(w.who.question);
	await answer(w.happened.question);
	await keys.press(page.getByRole('checkbox', { name: w.feelings.worried }), 'Space');
	await next();
	await answer(w.wish.question);
	await answer(w.offer.question);
	await expect(page.getByRole('blockquote')).toContainText('Mami');
	await next();
	await next();
	await expect(button(page, w.ready.went)).toBeVisible();
});

test('help is two presses away from Today, and Exit one', async ({ page, participant, words: { common } }) => {
	void participant;
	const keys = keyboardOf(page);
	await page.goto('/today');
	await keys.press(page.getByRole('link', { name: common.help }));
	await keys.reach(page.locator('a[href="tel:988"]').first());
	await page.goto('/today');
	await keys.press(button(page, common.exit));
	await expect(page).toHaveURL('/measures/en');
});

test('the coordinator makes a cohort; the clinician reads, answers and assigns', async ({
	cohort,
	db,
	clinician,
	coordinator,
	words: { assignments, cohorts, review }
}) => {
	const office = keyboardOf(coordinator.page);
	await coordinator.page.goto('/staff/cohorts/new');
	await office.write(coordinator.page.locator('input[name=name]'), 'Tuesdays');
	await office.choose(coordinator.page.locator('input[name=language][value=es]'));
	await office.reach(coordinator.page.locator('input[name=first]'));
	const [year, month, day] = addDays(dayInZone(Date.now(), ZONE), 3).split('-');
	await coordinator.page.keyboard.type(`${month}${day}${year}`);
	await office.press(button(coordinator.page, cohorts.new.make));
	await expect(coordinator.page).toHaveURL(/\/staff\/cohorts\/[0-9a-f-]{36}/);

	const ana = await cohort.person('participant', 'Ana');
	const now = Date.now();
	await sends(db, ana.id, {
		kind: 'note',
		day: dayInZone(now, ZONE),
		body: { text: 'Long night' },
		visibility: 'clinician',
		now
	});
	const { page } = clinician;
	const keys = keyboardOf(page);
	await page.goto(`/staff/cohorts/${cohort.id}`);
	await keys.press(page.getByRole('link', { name: filled(review.first.new_one, { name: 'Ana', count: 1 }) }).first());
	const note = page.getByRole('article', { name: review.kinds.note });
	await keys.press(note.getByText(review.answer.open, { exact: true }));
	await keys.write(note.getByLabel(review.answer.label), 'Rest');
	await keys.press(note.getByRole('button', { name: review.answer.send }));
	await expect(page.getByText(review.answer.sent)).toBeVisible();

	await page.goto(`/staff/cohorts/${cohort.id}/assign`);
	await keys.press(button(page, assignments.practices.breathing));
	await keys.press(button(page, assignments.form.assign));
	await expect(page.getByRole('status')).toContainText(
		filled(assignments.told.assigned, { practice: assignments.practices.breathing })
	);
});
