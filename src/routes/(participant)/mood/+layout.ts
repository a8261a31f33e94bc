import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
	const { words } = await parent();
	await words.need('mood', 'notes', 'sharing', 'danger');
};
