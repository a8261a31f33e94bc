import type { HandleClientError } from '@sveltejs/kit';

/**
 * Says on the console what kind of thing went wrong and where, never its message: that can hold what she wrote. The phone
 * itself is put together by the layout of her screens, so that help and the staff's pages never open her store.
 */
export const handleError: HandleClientError = ({ error: problem, status }) => {
	if (status === 404) return { message: 'errors.notFound' };
	const { name, stack } = problem instanceof Error ? problem : { name: typeof problem, stack: undefined };
	const at = stack?.split('\n').filter((line) => /^\s*at |@/.test(line));
	// eslint-disable-next-line no-console -- the only place on a phone where an engineer can look
	console.error(name, at);
	return { message: 'errors.unexpected' };
};
