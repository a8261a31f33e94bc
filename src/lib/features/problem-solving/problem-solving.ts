import { addDays, type Day } from '$lib/domain/day.ts';
import type * as z from 'zod/mini';
import type { problemSolvingSchema } from './problem-solving.kind.ts';

export type ProblemSolving = z.infer<typeof problemSolvingSchema>;
export type Idea = ProblemSolving['ideas'][number];

/** One question a screen, in this order; `weigh` comes once for each idea. */
export const questions = [
	'what',
	'who',
	'when',
	'where',
	'goal',
	'ideas',
	'weigh',
	'choose',
	'firstStep',
	'day',
	'helper',
	'obstacle',
	'planB',
	'summary',
	'tried',
	'result',
	'satisfaction'
] as const;
export type Question = (typeof questions)[number];

/** Where she is: a question, and for `weigh` the idea it is about. */
export interface Place {
	question: Question;
	idea?: string;
}

export const aspects = ['effort', 'cost', 'me', 'others'] as const;
export type Aspect = (typeof aspects)[number];

export const weights = ['for', 'between', 'against'] as const;
export type Weight = (typeof weights)[number];

export const partsOfDay = ['morning', 'afternoon', 'evening', 'naptime'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

export const answersToTried = ['yes', 'partly', 'notYet', 'noNeed'] as const;

/** Everyday problems that a mother may start from. */
export const examples = ['ride', 'sleep', 'money', 'advice', 'alone', 'chores', 'fits', 'forms'] as const;
export type Example = (typeof examples)[number];

export const ENOUGH_IDEAS = 3;
export const MOST_IDEAS = 8;
export const LONGEST_TEXT = 2000;
export const BEST_SATISFACTION = 10;

export const blank = (): ProblemSolving => ({
	place: { question: 'what' },
	what: '',
	who: '',
	when: '',
	where: '',
	goal: '',
	ideas: [],
	firstStep: '',
	helper: '',
	obstacle: '',
	planB: '',
	result: ''
});

/** The same problem with the same ideas, ready to choose another one. What she looked back on stays in its own sheet. */
export function again(sheet: ProblemSolving): ProblemSolving {
	const { what, who, when, where, goal, ideas, example } = sheet;
	return {
		...blank(),
		what,
		who,
		when,
		where,
		goal,
		ideas,
		...(example && { example }),
		place: { question: 'choose' }
	};
}

export const writtenIdeas = (sheet: ProblemSolving): Idea[] => sheet.ideas.filter(({ text }) => hasWords(text));

export const chosenIdea = (sheet: ProblemSolving): Idea | undefined =>
	writtenIdeas(sheet).find(({ id }) => id === sheet.chosen);

/** All the screens of a sheet, in the order she meets them. */
export function path(sheet: ProblemSolving): Place[] {
	return questions.flatMap((question): Place[] =>
		question === 'weigh' ? writtenIdeas(sheet).map(({ id }) => ({ question, idea: id })) : [{ question }]
	);
}

/**
 * Which screen this is, of those on the way to the plan; looking back is a way of its own. Until she has ideas, the fewest
 * she will weigh are counted, so that none is ever added by going on.
 */
export function progress(sheet: ProblemSolving, place: Place): { at: number; of: number } {
	const screens = path(sheet);
	const plan = screens.findIndex(({ question }) => question === 'summary');
	const ideasToCome = Math.max(0, ENOUGH_IDEAS - writtenIdeas(sheet).length);
	const at = screens.findIndex(({ question, idea }) => question === place.question && idea === place.idea);
	if (at < plan) return { at: at + 1, of: plan + ideasToCome };
	const hasNoResult = sheet.tried !== undefined && !hasTried(sheet);
	return { at: at - plan, of: hasNoResult ? 1 : screens.length - plan - 1 };
}

export const after = (sheet: ProblemSolving, place: Place): Place => neighbour(sheet, place, 1);
export const before = (sheet: ProblemSolving, place: Place): Place => neighbour(sheet, place, -1);

function neighbour(sheet: ProblemSolving, place: Place, by: 1 | -1): Place {
	const screens = path(sheet);
	const here = screens.findIndex(({ question, idea }) => question === place.question && idea === place.idea);
	const isLast = place.question === 'satisfaction' || (place.question === 'tried' && !hasTried(sheet));
	if (isLast && by === 1) return { question: 'summary' };
	return screens[here + by] ?? place;
}

/** The first screen that still needs something from her, or the whole page. */
export const firstOpen = (sheet: ProblemSolving): Place =>
	path(sheet).find(({ question }) => question === 'summary' || !isAnswered(sheet, question)) ?? { question: 'summary' };

/** The screen to open: where she left, or the nearest that still exists. */
export function resume(sheet: ProblemSolving): Place {
	const { place } = sheet;
	if (place.question !== 'weigh' || writtenIdeas(sheet).some(({ id }) => id === place.idea)) return place;
	const [first] = writtenIdeas(sheet);
	return first ? { question: 'weigh', idea: first.id } : { question: 'ideas' };
}

/** What a screen still needs before the next one makes sense. Everything else may stay empty. */
export function isAnswered(sheet: ProblemSolving, question: Question): boolean {
	switch (question) {
		case 'what':
		case 'goal':
		case 'firstStep':
			return hasWords(sheet[question]);
		case 'ideas':
			return writtenIdeas(sheet).length >= ENOUGH_IDEAS;
		case 'choose':
			return chosenIdea(sheet) !== undefined;
		case 'day':
			return sheet.day !== undefined;
		case 'tried':
			return sheet.tried !== undefined;
		case 'satisfaction':
			return sheet.satisfaction !== undefined;
		default:
			return true;
	}
}

/** All up to the plan is there: the homework counts. */
export const isPlanned = (sheet: ProblemSolving): boolean =>
	questions.slice(0, questions.indexOf('summary')).every((question) => isAnswered(sheet, question));

const hasTried = ({ tried }: ProblemSolving): boolean => tried === 'yes' || tried === 'partly';

export const isLookedBack = (sheet: ProblemSolving): boolean =>
	sheet.tried === 'noNeed' || (hasTried(sheet) && sheet.satisfaction !== undefined);

export type Stage = 'started' | 'planned' | 'lookedBack';

export function stage(sheet: ProblemSolving): Stage {
	if (!isPlanned(sheet)) return 'started';
	return isLookedBack(sheet) ? 'lookedBack' : 'planned';
}

/** Today brings a plan back from this day on, until she has looked back. */
export const isDue = (sheet: ProblemSolving, today: Day): boolean =>
	stage(sheet) === 'planned' && sheet.askOn !== undefined && sheet.askOn <= today;

/** A day for the plan sets the day after it for the look-back. */
export const planFor = (day: Day): Pick<ProblemSolving, 'day' | 'askOn'> => ({ day, askOn: addDays(day, 1) });

export interface Weighed {
	for: Aspect[];
	against: Aspect[];
}

export function weigh(idea: Idea): Weighed {
	const that = (weight: Weight) => aspects.filter((aspect) => idea[aspect] === weight);
	return { for: that('for'), against: that('against') };
}

/** All free text, for the phone to look for words that suggest danger. */
export const freeText = (sheet: ProblemSolving): string =>
	[
		...[sheet.what, sheet.who, sheet.when, sheet.where, sheet.goal],
		...sheet.ideas.flatMap(({ text, note }) => [text, note ?? '']),
		...[sheet.firstStep, sheet.helper, sheet.obstacle, sheet.planB, sheet.result]
	].join('\n');

const hasWords = (text: string): boolean => text.trim() !== '';
