import { languages, type Language } from '$lib/domain/language.ts';
import { loadWords } from '../../words.ts';
import type { EntryGenerator, PageLoad } from './$types';

// Help must open on a broken phone, without signal and without scripts.
export const csr = false;
export const prerender = true;

export const entries: EntryGenerator = () => languages.map((language) => ({ language }));

export const load: PageLoad = async ({ params }) => ({
	language: params.language as Language,
	words: await loadWords(params.language as Language, 'help')
});
