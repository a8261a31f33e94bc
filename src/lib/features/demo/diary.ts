import { addDays, weekday, type Day } from '$lib/domain/day.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Breathing } from '$lib/features/breathing/breathing.ts';
import type { Mood } from '$lib/features/mood/mood.ts';

/** How a fictional woman's weeks went, from which her diary is made. */
export interface Ways {
	/** Her usual mark, 1 to 9. */
	usual: number;
	/** How much it has changed since the first class. */
	drift: number;
	/** The share of days on which she checks in. */
	often: number;
	/** Days between two breathing practices. */
	breathesEvery: number;
}

/** One thing she did, at a local time of a day. `at` is filled in by whoever knows the zone. */
export interface Deed {
	day: Day;
	/** `HH:MM` */
	time: string;
	kind: 'mood' | 'breathing';
	body: Omit<Mood, 'at'> | Omit<Breathing, 'at'>;
}

export type Shares = Exclude<Visibility, 'me'> | 'onlyThat' | 'nothing';

/** The same numbers for the same seed (mulberry32), so that a demo is as believable today as when it was looked at. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Her check-ins and breathing from one day to another, both included: better after a class, harder midweek. */
export function diary(
	{ usual, drift, often, breathesEvery }: Ways,
	{ from, to, classDays }: { from: Day; to: Day; classDays: readonly Day[] },
	random: () => number
): Deed[] {
	const deeds: Deed[] = [];
	const some = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
	const minute = () => String(some(0, 59)).padStart(2, '0');

	for (let day = from, i = 0; day <= to; day = addDays(day, 1), i += 1) {
		const afterClass = classDays.includes(addDays(day, -1)) ? 0.9 : 0;
		const midweek = weekday(day) === 3 ? -0.9 : 0;
		const feels = usual + (drift * i) / 14 + afterClass + midweek + (random() - 0.5) * 2.4;
		const score = Math.min(8, Math.max(2, Math.round(feels)));

		if (random() < often) {
			deeds.push({ day, time: `${some(19, 21)}:${minute()}`, kind: 'mood', body: moodBody(score, some) });
		}
		if (i % breathesEvery === breathesEvery - 1) {
			deeds.push({ day, time: `${some(13, 18)}:${minute()}`, kind: 'breathing', body: breathingBody(score, some) });
		}
	}
	return deeds;
}

type Some = (least: number, most: number) => number;

function moodBody(score: number, some: Some): Omit<Mood, 'at'> {
	const isLight = score >= 5;
	return {
		score,
		thoughts: { helpful: isLight ? some(2, 4) : some(0, 2), unhelpful: isLight ? some(0, 2) : some(2, 5) },
		activities: isLight ? some(1, 3) : some(0, 1),
		contacts: { good: isLight ? some(1, 3) : some(0, 1), hard: isLight ? some(0, 1) : some(1, 2) },
		sleepHours: some(8, 15) / 2
	};
}

function breathingBody(score: number, some: Some): Omit<Breathing, 'at'> {
	const rescue = some(1, 5) === 1;
	const plannedSeconds = rescue ? 60 : 300;
	const moodBefore = Math.max(2, score - 1);
	return {
		pace: { inSeconds: 4, outSeconds: 6 },
		plannedSeconds,
		doneSeconds: some(1, 4) === 1 ? Math.round(plannedSeconds * 0.6) : plannedSeconds,
		rescue,
		moodBefore,
		moodAfter: Math.min(9, moodBefore + some(0, 2))
	};
}
