import { staffRoles } from './lib/domain/role.ts';
import type { Access } from '$lib/platform/auth/guard.server.ts';

const participants = ['participant'] as const;
/** Who works with a cohort that she is in; each page asks for her place there as well. */
const cohortStaff = ['clinician', 'ambassador', 'coordinator'] as const;
const readers = ['clinician', 'ambassador'] as const;

/**
 * Who may enter which route: one line a route, deny by default. A route missing here fails the build (see
 * `vite.config.ts`), and every role is tried on every route and method in `tests/e2e`.
 */
export const access: Record<string, Access> = {
	'/(account)': 'anyone',
	'/(account)/in': 'anyone',
	'/(account)/sign-in/words': 'anyone',
	'/(account)/setup': 'anyone',
	'/(account)/demo': 'anyone',
	'/(account)/staff-in': 'anyone',
	'/(account)/passkey': { POST: 'anyone' },
	'/(account)/sign-in': 'anyone',
	'/(account)/sign-in/passkey': { POST: 'anyone', PUT: 'anyone' },
	'/(account)/sign-in/recovery': 'anyone',
	'/staff': staffRoles,
	'/staff/me': staffRoles,
	'/staff/demo': ['coordinator'],
	'/staff/cohorts/new': ['coordinator'],
	'/staff/cohorts/[cohortId]/invites': cohortStaff,
	'/staff/team': ['coordinator'],
	'/language': { POST: 'anyone' },
	'/refused/[status]': 'anyone',
	'/shell': 'anyone',
	'/help': 'anyone',
	'/help/[language=language]': 'anyone',
	'/measures': 'anyone',
	'/measures/[language=language]': 'anyone',
	// The screens of a participant hold no data of their own: it comes from her phone, and from the guarded /api.
	'/(participant)/today': 'anyone',
	'/(participant)/mood': 'anyone',
	'/(participant)/breathe': 'anyone',
	'/(participant)/group': 'anyone',
	'/(participant)/mood/history': 'anyone',
	'/(participant)/mood/[id]': 'anyone',
	'/(participant)/practice': 'anyone',
	'/(participant)/practice/problem-solving': 'anyone',
	'/(participant)/practice/problem-solving/[id]': 'anyone',
	'/(participant)/practice/communication': 'anyone',
	'/(participant)/practice/communication/[id]': 'anyone',
	'/(participant)/me': 'anyone',
	'/(participant)/me/copies': 'anyone',
	'/(participant)/me/exit': 'anyone',
	'/(participant)/me/leave': 'anyone',
	'/(participant)/me/phones': 'anyone',
	'/(participant)/me/sharing': 'anyone',
	'/api/sessions': { GET: participants },
	'/api/sessions/[id]': { DELETE: participants },
	'/(participant)/me/recovery': 'anyone',
	'/api/invite': { POST: 'anyone' },
	'/api/demo': { POST: 'anyone' },
	'/api/join': { POST: 'anyone' },
	'/api/sign-in/words': { POST: 'anyone' },
	'/api/recovery-words': { POST: participants },
	'/(participant)/me/answers': 'anyone',
	'/(participant)/me/looks': 'anyone',
	'/staff/cohorts/[cohortId]': { GET: cohortStaff },
	'/staff/cohorts/[cohortId]/assign': { GET: cohortStaff, POST: ['clinician'] },
	'/staff/cohorts/[cohortId]/people/[personId]': { GET: readers, POST: readers },
	'/api/sync': { POST: participants }
};
