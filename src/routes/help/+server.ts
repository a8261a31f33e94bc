import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The page itself is built once for each language. */
export const GET: RequestHandler = ({ locals }) => redirect(302, `/help/${locals.language}`);
