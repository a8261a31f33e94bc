import { error, redirect } from '@sveltejs/kit';
import { isLanguage } from '$lib/domain/language.ts';
import { rememberLanguage } from '$lib/platform/auth/entry.server.ts';
import type { RequestHandler } from './$types';

/** Switches the language of this device where script cannot, and goes back to the page it was asked from. */
export const POST: RequestHandler = async ({ cookies, locals, request, url }) => {
	const form = await request.formData().catch(() => undefined);
	const language = form?.get('language');
	if (!form || !isLanguage(language)) error(400, 'errors.unexpected');

	rememberLanguage({ cookies, locals }, language);
	redirect(303, ownPath(form.get('back'), url.origin));
};

/** A path of our own, whatever was sent: never another site's address. */
function ownPath(back: FormDataEntryValue | null, origin: string): string {
	if (typeof back !== 'string' || !back.startsWith('/')) return '/';
	const target = URL.parse(back, origin);
	return target?.origin === origin ? target.pathname : '/';
}
