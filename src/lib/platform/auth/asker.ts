import type { Language } from '$lib/domain/language.ts';
import { isStaffRole, type Role } from '$lib/domain/role.ts';

/** Who is asking: the person behind a session, with her places. Made anew for every request. */
export interface Asker {
	personId: string;
	sessionId: string;
	programmeId: string;
	name: string;
	language: Language;
	isDemo: boolean;
	isCoordinator: boolean;
	/** Her present places; a place she has left is not among them. */
	places: readonly { cohortId: string; role: Role }[];
}

/** Every role she holds anywhere. */
export const rolesOf = (asker: Asker): readonly Role[] => [
	...new Set([...asker.places.map((place) => place.role), ...(asker.isCoordinator ? (['coordinator'] as const) : [])])
];

export const isStaff = (asker: Asker): boolean => rolesOf(asker).some(isStaffRole);

/** Her roles in one cohort; a coordinator is coordinator of every cohort of her programme (which the query must check). */
export const rolesIn = (asker: Asker, cohortId: string): readonly Role[] => [
	...asker.places.filter((place) => place.cohortId === cohortId).map((place) => place.role),
	...(asker.isCoordinator ? (['coordinator'] as const) : [])
];
