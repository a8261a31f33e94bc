import type { BothLanguages } from '$lib/domain/language.ts';
import type { Practice } from '$lib/domain/practice.ts';

/** One assignment as Today sees it: how much of it is done in the time between two classes. */
export interface Asked {
	id: string;
	practice: Practice;
	/** What staff wrote to her about it. */
	why: BothLanguages;
	done: number;
	target: number;
	isDoneToday: boolean;
}

/** A plan whose day to look back has come. */
export interface LookBack {
	id: string;
	goal: string;
}

export type NextThing =
	{ kind: 'lookBack'; lookBack: LookBack } | { kind: 'practice'; practice: Practice; asked: Asked | undefined };

/**
 * The one thing that Today puts first. A plan she meant to look back on comes before all; then what was asked and is
 * not done, the quickest first, and what she has not done today before what she has. Asked of nothing, a mood check-in.
 */
export function nextThing(lookBacks: readonly LookBack[], asked: readonly Asked[]): NextThing {
	const [lookBack] = lookBacks;
	if (lookBack) return { kind: 'lookBack', lookBack };

	const [first] = asked
		.filter(isLeft)
		.toSorted((a, b) => Number(a.isDoneToday) - Number(b.isDoneToday) || quickness[a.practice] - quickness[b.practice]);
	return { kind: 'practice', practice: first?.practice ?? 'mood', asked: first };
}

export const isLeft = ({ done, target }: Asked): boolean => done < target;

// Ten seconds, five minutes, a quarter of an hour: she has one hand and little time.
const quickness: Record<Practice, number> = { mood: 0, breathing: 1, communication: 2, 'problem-solving': 3 };
