import { requireRole } from '$lib/platform/auth/guard.server.ts';
import { staffRoles } from '$lib/domain/role.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { name, isCoordinator, isDemo } = requireRole(locals, ...staffRoles);
	return { language: locals.language, staff: { name, isCoordinator, isDemo } };
};
