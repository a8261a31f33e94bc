import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await (await parent()).words.need('practice');
};
