import { leaveIfAway } from '$lib/features/exit/exit.device.ts';
import { languageOnPhone, loadWords } from '../words.ts';
import type { LayoutLoad } from './$types';

// These screens live on the phone: they read its database, and open without a server.
export const ssr = false;

export const load: LayoutLoad = async () => {
	const language = languageOnPhone();
	await leaveIfAway(language);
	return { words: await loadWords(language, 'sharing') };
};
