import AxeBuilder from '@axe-core/playwright';
import { expect, inBothLanguages, test } from '../support/test.ts';

inBothLanguages(() => {
	test('a colleague keeps her role in the form that changes it, and what is said aloud is what stands there', async ({
		cohort,
		coordinator: { page },
		words: { staff }
	}) => {
		const lupe = await cohort.person('ambassador', `Lupe ${cohort.id}`);
		await page.goto('/staff/team');
		const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: lupe.name }) });
		await row.getByText(staff.team.change).click();
		await expect(row.getByLabel(staff.team.role)).toHaveValue('ambassador');

		// An experiment of axe, so it has to be asked for.
		const { violations } = await new AxeBuilder({ page }).withRules(['label-content-name-mismatch']).analyze();
		expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
		await row.getByRole('button', { name: staff.team.unplace }).click();
		await expect(page.getByRole('status')).toContainText(staff.team.said.left);
		await expect(row).toContainText(staff.team.noPlace);
	});
});
