import { weekday, type Day } from '$lib/domain/day.ts';
import { mean, type Mood } from './mood.ts';

/** What may go together with a mood: something about the day that was either so or not so. */
export const traits = ['activities', 'goodContacts', 'hardContacts', 'helpfulThoughts', 'sleep', 'breathing'] as const;
export type Trait = (typeof traits)[number];

export type Pattern = { direction: 'higher' | 'lower' } & ({ trait: Trait } | { weekday: number });

/** Five days on each side: below that one unusual day decides. A weekday comes once a week, so four of it take a month. */
const DAYS_A_SIDE = 5;
const DAYS_OF_A_WEEKDAY = 4;
/** Less than one step of the scale is not something she would notice. */
const NOTICEABLE = 1;
/** Twice its standard error: about one chance difference in twenty gets through, which is why the words say "may be chance". */
const ERRORS = 2;
/** Thirteen questions are asked of the same days. Only the clearest are told. */
const MOST_TOLD = 3;

/** Seven hours is where adult sleep advice begins (https://www.cdc.gov/sleep/about/). */
const ENOUGH_SLEEP = 7;

interface Told {
	pattern: Pattern;
	clearness: number;
}

/** What was different about the days she marked higher or lower. Says nothing about why, and nothing at all with too few days. */
export function patterns(entries: readonly { day: Day; body: Mood }[], daysWithBreathing: ReadonlySet<Day>): Pattern[] {
	const days = [...Map.groupBy(entries, ({ day }) => day)].map(([day, ofDay]) => dayOf(day, ofDay, daysWithBreathing));

	return [...traits.map((trait) => ofTrait(days, trait)), ...[0, 1, 2, 3, 4, 5, 6].map((n) => ofWeekday(days, n))]
		.filter((told) => told !== undefined)
		.toSorted((a, b) => b.clearness - a.clearness)
		.slice(0, MOST_TOLD)
		.map(({ pattern }) => pattern);
}

interface LivedDay {
	weekday: number;
	score: number;
	/** Yes, no, or not told that day: what was not told counts on neither side. */
	has: Record<Trait, boolean | undefined>;
}

function dayOf(day: Day, ofDay: readonly { body: Mood }[], daysWithBreathing: ReadonlySet<Day>): LivedDay {
	const told = (ask: (mood: Mood) => boolean | undefined) => {
		const answers = ofDay.map(({ body }) => ask(body)).filter((answer) => answer !== undefined);
		return answers.length > 0 ? answers.includes(true) : undefined;
	};

	return {
		weekday: weekday(day),
		score: mean(ofDay.map(({ body }) => body.score)),
		has: {
			activities: told(({ activities }) => atLeast(activities, 1)),
			goodContacts: told(({ contacts }) => atLeast(contacts?.good, 1)),
			hardContacts: told(({ contacts }) => atLeast(contacts?.hard, 1)),
			helpfulThoughts: told(({ thoughts }) => outnumber(thoughts?.helpful, thoughts?.unhelpful)),
			sleep: told(({ sleepHours }) => atLeast(sleepHours, ENOUGH_SLEEP)),
			breathing: daysWithBreathing.has(day)
		}
	};
}

const atLeast = (number: number | undefined, least: number) => (number === undefined ? undefined : number >= least);

const outnumber = (some: number | undefined, others: number | undefined) =>
	some === undefined && others === undefined ? undefined : (some ?? 0) > (others ?? 0);

function ofTrait(days: readonly LivedDay[], trait: Trait): Told | undefined {
	const scores = (has: boolean) => days.filter((day) => day.has[trait] === has).map(({ score }) => score);
	const found = difference(scores(true), scores(false), DAYS_A_SIDE);
	return found && { pattern: { trait, direction: found.direction }, clearness: found.clearness };
}

function ofWeekday(days: readonly LivedDay[], number: number): Told | undefined {
	const scores = (isIt: boolean) => days.filter((day) => (day.weekday === number) === isIt).map(({ score }) => score);
	const found = difference(scores(true), scores(false), DAYS_OF_A_WEEKDAY);
	return found && { pattern: { weekday: number, direction: found.direction }, clearness: found.clearness };
}

function difference(those: readonly number[], others: readonly number[], least: number) {
	if (those.length < least || others.length < least) return undefined;

	const gap = mean(those) - mean(others);
	const clearness = Math.abs(gap) / Math.sqrt(spread(those) / those.length + spread(others) / others.length);
	if (Math.abs(gap) < NOTICEABLE || clearness < ERRORS) return undefined;
	return { direction: gap > 0 ? 'higher' : 'lower', clearness } as const;
}

/** The sample variance. */
function spread(numbers: readonly number[]) {
	const middle = mean(numbers);
	return numbers.reduce((sum, n) => sum + (n - middle) ** 2, 0) / (numbers.length - 1);
}
