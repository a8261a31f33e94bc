import { languageOnPhone, loadWords } from '../words.ts';
import type { LayoutLoad } from './$types';

// These screens live on the phone: they read its database, and open without a server.
export const ssr = false;

export const load: LayoutLoad = async () => ({ words: await loadWords(languageOnPhone(), 'sync') });
