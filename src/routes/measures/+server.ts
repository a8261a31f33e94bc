import { redirect } from '@sveltejs/kit';
import { neutralPage } from '$lib/features/exit/exit.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => redirect(302, neutralPage(locals.language));
