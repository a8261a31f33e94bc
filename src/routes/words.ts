import { browser } from '$app/environment';
import { closestLanguage, isLanguage, type Language } from '$lib/domain/language.ts';
import { Words, type WordFile } from '$lib/i18n/words.ts';

// A page keeps its words while it lives: layouts hand them down once. The server makes them anew for each request.
let ofThisPage: Words | undefined;

/** The words that a group of screens starts with. */
export async function loadWords(language: Language, ...names: WordFile[]): Promise<Words> {
	const words = ofThisPage?.language === language ? ofThisPage : new Words(language);
	if (browser) ofThisPage = words;
	await words.need('common', ...names);
	return words;
}

/** For a screen that lives on the phone: fetches its words beside those of its group, not after them. */
export const needOnPhone = (...names: WordFile[]): Promise<void> =>
	(ofThisPage ??= new Words(languageOnPhone())).need(...names);

/** The offline shell was built without knowing its reader: the language she chose is in a cookie, else her phone says. */
export function languageOnPhone(): Language {
	if (!browser) return 'en';
	const chosen = /(?:^|; )language=(en|es)/.exec(document.cookie)?.[1];
	return isLanguage(chosen) ? chosen : closestLanguage(navigator.languages);
}
