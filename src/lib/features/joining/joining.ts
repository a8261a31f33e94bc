import type { InviteState } from '$lib/features/invites/invites.ts';
import type { Language } from '$lib/domain/language.ts';

/** The four short screens, in order. */
export const steps = ['welcome', 'keeps', 'switches', 'name'] as const;
export type Step = (typeof steps)[number];

export const isStep = (text: unknown): text is Step => steps.includes(text as Step);
export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? step;

export const MAX_NAME = 40;

/** What she has chosen so far. It stays on her phone until she is in. */
export interface Draft {
	step: Step;
	shareMoods: boolean;
	shareWorksheets: boolean;
	shareWhatIDid: boolean;
	name: string;
}

/** Nothing is shared until she says so. */
export const emptyDraft = (): Draft => ({
	step: 'welcome',
	shareMoods: false,
	shareWorksheets: false,
	shareWhatIDid: false,
	name: ''
});

/** What the phone asks when she is done, and what it is told. */
export interface JoinRequest {
	secret: string;
	/** Made by this browser: lets it ask again when the answer was lost. */
	request: string;
	language: Language;
	name: string;
}

export interface Entered {
	personId: string;
	name: string;
	language: Language;
	isDemo: boolean;
}

export interface Joined extends Entered {
	/** Her recovery words, this once. */
	words: string[];
}

/** Why a card does not open the door. `staff`: this browser is signed in as staff. */
export type Closed = Exclude<InviteState, 'open'> | 'staff';

/** Whatever was typed, pasted or scanned: the whole link or only what follows the `#`. */
export const secretIn = (text: string): string => text.trim().split('#').at(-1) ?? '';
