import { languages, type Language } from '$lib/domain/language.ts';
import { loadWords } from '../../words.ts';
import type { EntryGenerator, PageLoad } from './$types';

// Exit comes here, also without signal. The page holds nothing of the app: no code, no name, no data.
export const csr = false;
export const prerender = true;

export const entries: EntryGenerator = () => languages.map((language) => ({ language }));

export const load: PageLoad = async ({ params }) => ({
	words: await loadWords(params.language as Language, 'measures')
});
