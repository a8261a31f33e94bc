import type { Visibility } from './visibility.ts';

/** A person's place in a cohort. A coordinator belongs to the programme instead, and stands in this list so that rules can name her. */
export const roles = [
	'participant',
	'ambassador',
	'clinician',
	'employmentSpecialist',
	'jobDeveloper',
	'coordinator'
] as const;
export type Role = (typeof roles)[number];

export const staffRoles = ['ambassador', 'clinician', 'employmentSpecialist', 'jobDeveloper', 'coordinator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const isRole = (text: unknown): text is Role => roles.includes(text as Role);
export const isStaffRole = (role: Role): role is StaffRole => role !== 'participant';

/** The entries each role may read in her own cohorts. Whoever is not named reads none. */
export const readableBy: Partial<Record<Role, readonly Visibility[]>> = {
	clinician: ['clinician', 'team'],
	ambassador: ['team']
};
