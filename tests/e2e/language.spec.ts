import { expect, test, wordsOf } from '../support/test.ts';

const spanish = wordsOf('es');

test('the other language keeps the address and the secret behind the #', async ({ page, words }) => {
	await page.goto('/staff-in#AbCdEfGhIjKlMnOpQrSt-_');
	await expect(page.getByRole('heading', { name: words.account.invitation.closedTitle })).toBeVisible();
	await page.getByRole('button', { name: words.common.otherLanguage }).click();

	await expect(page.getByRole('heading', { name: spanish.account.invitation.closedTitle })).toBeVisible();
	await expect(page).toHaveURL('/staff-in#AbCdEfGhIjKlMnOpQrSt-_');
	await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the other language comes back to the same page', async ({ page, words, programmeId }) => {
		expect(programmeId).toBeTruthy();
		await page.goto('/sign-in');
		await page.getByRole('button', { name: words.common.otherLanguage }).click();
		await expect(page).toHaveURL('/sign-in');
		await expect(page.getByRole('heading', { name: spanish.account.signIn.title })).toBeVisible();
	});

	test('an address that does not exist is explained in one language', async ({ page }) => {
		await page.goto('/nothing/here');
		await expect(page.getByRole('heading', { name: wordsOf('en').errors.notFound.title })).toBeVisible();
		await expect(page.getByRole('heading', { name: spanish.errors.notFound.title })).toBeHidden();
		await expect(page).toHaveTitle('Comadre');
	});

	test('a page of the staff is explained to a participant, with a way on', async ({ page, participant, words }) => {
		expect(participant.role).toBe('participant');
		const answer = await page.goto('/staff/team');
		expect(answer?.status()).toBe(403);
		await expect(page.getByRole('heading', { name: words.errors.forbidden.title })).toBeVisible();
		await expect(page.getByRole('link', { name: words.errors.onward })).toBeVisible();
	});
});

for (const back of [
	'//elsewhere.example/',
	'https://elsewhere.example/',
	'/\\elsewhere.example',
	'javascript:alert(1)'
]) {
	test(`the language switch never leads to ${back}`, async ({ request, server }) => {
		const answer = await request.post('/language', {
			headers: { origin: server.origin },
			form: { language: 'es', back },
			maxRedirects: 0
		});
		expect(answer.status()).toBe(303);
		expect(answer.headers().location).toBe('/');
	});
}

test('a form from another site is refused', async ({ request }) => {
	for (const origin of ['https://elsewhere.example', 'null']) {
		const answer = await request.post('/language', { headers: { origin }, form: { language: 'es', back: '/' } });
		expect(answer.status()).toBe(403);
	}
});
