import type { HandleClientError } from '@sveltejs/kit';
import { faultOf } from '$lib/platform/log/fault.ts';

/**
 * Says on the console what kind of thing went wrong and where, never its message. The phone
 * itself is put together by the layout of her screens, so that help and the staff's pages never open her store.
 */
export const handleError: HandleClientError = ({ error: problem, status }) => {
	if (status === 404) return { message: 'errors.notFound' };
	// eslint-disable-next-line no-console -- the only place on a phone where an engineer can look
	console.error(faultOf(problem));
	return { message: 'errors.unexpected' };
};
