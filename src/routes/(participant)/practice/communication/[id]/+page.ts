import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	await (await parent()).words.need('practice', 'communication', 'danger');
	return { id: params.id };
};
