import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	await (await parent()).words.need('practice', 'problem-solving', 'danger');
	return { id: params.id };
};
