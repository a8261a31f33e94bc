/** The kinds of homework that staff can ask for. Each is a folder in `features/` and a record kind of the same name. */
export const practices = ['mood', 'breathing', 'problem-solving', 'communication'] as const;
export type Practice = (typeof practices)[number];

export const isPractice = (text: string): text is Practice => practices.includes(text as Practice);

/** Which of the two sharing switches a practice follows: short check-ins, or what she writes. */
export type Family = 'moods' | 'worksheets';

export const familyOf = (practice: Practice): Family =>
	practice === 'mood' || practice === 'breathing' ? 'moods' : 'worksheets';

/** Where a practice is done. */
export const practicePath: Record<Practice, string> = {
	mood: '/mood',
	breathing: '/breathe',
	'problem-solving': '/practice/problem-solving',
	communication: '/practice/communication'
};
