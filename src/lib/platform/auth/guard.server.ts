import { error } from '@sveltejs/kit';
import type { Role } from '$lib/domain/role.ts';
import { rolesIn, rolesOf, type Asker } from './asker.ts';

/**
 * The one guard. `hooks.server.ts` asks `mayEnter` for every request, with the rule that `access.ts` declares for its
 * route; routes about a cohort ask `requireRoleIn` as well. Permission comes before existence: a stranger's cohort and
 * a missing one both answer 404.
 */
export type Rule = 'anyone' | readonly Role[];
/** One rule for a whole route, or one a method; a method that is not named is refused. */
export type Access = Rule | Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Rule>>;

export type Entrance = 'open' | 'signIn' | 'forbidden';

export function mayEnter(access: Access | undefined, method: string, asker: Asker | undefined): Entrance {
	const rule = ruleFor(access, method);
	if (rule === 'anyone') return 'open';
	if (!asker) return rule ? 'signIn' : 'forbidden';
	return rule?.some((role) => rolesOf(asker).includes(role)) ? 'open' : 'forbidden';
}

function ruleFor(access: Access | undefined, method: string): Rule | undefined {
	if (access === undefined || typeof access === 'string' || Array.isArray(access)) return access as Rule | undefined;
	const named = method === 'HEAD' ? 'GET' : method;
	return (access as Partial<Record<string, Rule>>)[named];
}

/** The asker, when she holds one of these roles anywhere. */
export function requireRole(locals: { asker: Asker | undefined }, ...allowed: Role[]): Asker {
	const { asker } = locals;
	if (!asker) error(401, 'errors.signIn');
	if (!rolesOf(asker).some((role) => allowed.includes(role))) error(403, 'errors.forbidden');
	return asker;
}

/** The asker, when she holds one of these roles in this cohort. */
export function requireRoleIn(locals: { asker: Asker | undefined }, cohortId: string, ...allowed: Role[]): Asker {
	const { asker } = locals;
	if (!asker) error(401, 'errors.signIn');
	if (!rolesIn(asker, cohortId).some((role) => allowed.includes(role))) error(404, 'errors.notFound');
	return asker;
}
