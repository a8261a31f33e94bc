import { needOnPhone } from '../../../../words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	await needOnPhone('practice', 'communication', 'danger');
	return { id: params.id };
};
