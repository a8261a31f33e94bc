import type { PageLoad } from './$types';

// Shown by `hooks.server.ts` in place of a page that the reader may not enter, so no script may follow its address.
export const csr = false;

export const load: PageLoad = ({ params }) => ({ status: Number(params.status) });
