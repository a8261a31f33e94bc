import { expect, test } from '../support/test.ts';

test('every page answers with a policy that lets in nothing foreign', async ({ request }) => {
	const { headers } = await request.get('/').then((answer) => ({ headers: answer.headers() }));
	const policy = headers['content-security-policy'] ?? '';
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toMatch(/script-src[^;]*unsafe-inline|style-src [^;]*unsafe-inline|https:|\*/);
});

test('Today opens', async ({ page, participant }) => {
	await page.goto('/today');
	await expect(page).toHaveURL('/today');
	await expect(page.locator('body')).not.toBeEmpty();
	expect(participant.name).toBe('Ana');
});
