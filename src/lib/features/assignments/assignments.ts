import { addDays, type Day } from '$lib/domain/day.ts';
import { idBeside } from '$lib/domain/id.ts';
import type { Practice } from '$lib/domain/practice.ts';
import type { Assignment } from './assignment.kind.ts';

export type { Assignment } from './assignment.kind.ts';

export const TIMES_MOST = 21; // three a day
export const WHY_LONGEST = 300;

/** An assignment with its record's id. */
export interface Assigned extends Assignment {
	id: string;
}

/** From the day after one class up to and with the day of the next. */
export interface HomeworkWeek {
	from: Day;
	to: Day;
}

/** Something done: `id` is the entry's or its done mark's, so that both together count once. */
export interface Deed {
	id: string;
	practice: Practice;
	day: Day;
}

export interface Progress {
	done: number;
	target: number;
}

/** The week between classes that a day belongs to. The day of a class still belongs to the week that leads up to it. */
export function homeworkWeek(day: Day, classDays: readonly Day[]): HomeworkWeek {
	const before = classDays.filter((classDay) => classDay < day).toSorted();
	const ahead = classDays.filter((classDay) => classDay >= day).toSorted();
	const last = before.at(-1);
	const next = ahead[0];

	if (last !== undefined) return { from: addDays(last, 1), to: next ?? weekAfter(last, day) };
	if (next !== undefined) return { from: addDays(next, -6), to: next };
	return { from: addDays(day, -6), to: day };
}

/**
 * What is asked for on a day, one for each practice: hers alone before her cohort's, then the latest. What is assigned in
 * class begins on the day on which the homework before it ends: until that day is over, the earlier one is counted.
 */
export function active(assignments: readonly Assigned[], day: Day): Assigned[] {
	const standing = assignments.filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay);
	const isStillCounted = ({ practice, forOne }: Assigned) =>
		standing.some(
			(earlier) =>
				earlier.practice === practice && earlier.forOne === forOne && earlier.untilDay === day && earlier.fromDay < day
		);
	const inOrder = standing
		.filter((assigned) => assigned.fromDay < day || !isStillCounted(assigned))
		.toSorted(
			(a, b) => Number(b.forOne) - Number(a.forOne) || b.fromDay.localeCompare(a.fromDay) || a.id.localeCompare(b.id)
		);
	const byPractice = new Map<Practice, Assigned>();
	for (const assigned of inOrder) {
		if (!byPractice.has(assigned.practice)) byPractice.set(assigned.practice, assigned);
	}
	return [...byPractice.values()].toSorted((a, b) => a.untilDay.localeCompare(b.untilDay));
}

/** What asks for the same practice of the same people on days in between. What ends on the first day makes room for the next. */
export const runsAlready = <Known extends Assignment & { personId?: string }>(
	assignments: readonly Known[],
	wanted: { practice: Practice; personId: string | undefined; fromDay: Day; untilDay: Day }
): Known | undefined =>
	assignments.find(
		({ practice, personId, fromDay, untilDay }) =>
			practice === wanted.practice &&
			personId === wanted.personId &&
			untilDay > wanted.fromDay &&
			fromDay < wanted.untilDay
	);

/** What is asked for on a day, ends by another, and has nothing of its practice after that. */
export const endingBy = (assignments: readonly Assigned[], day: Day, lastDay: Day): Practice[] =>
	active(assignments, day)
		.map(({ practice }) => practice)
		.filter((practice) =>
			assignments.every((assigned) => assigned.practice !== practice || assigned.untilDay <= lastDay)
		);

/**
 * "3 of 5 this week". What she does on the evening it was assigned, in class, counts for the week that follows; what is
 * asked in the middle of a week counts what she had done in it.
 */
export function progress(assignment: Assignment, deeds: readonly Deed[], week: HomeworkWeek): Progress {
	const isFirstWeek = addDays(assignment.fromDay, 1) === week.from;
	const from = isFirstWeek ? assignment.fromDay : week.from;
	const counted = deeds.filter(
		({ practice, day }) => practice === assignment.practice && from <= day && day <= week.to
	);
	return { done: new Set(counted.map(({ id }) => doneIdOf(id))).size, target: assignment.times };
}

/** The id of the mark that stands beside an entry. */
export const doneIdOf = idBeside;

/** After the last class weeks go on by its weekday. */
function weekAfter(lastClass: Day, day: Day): Day {
	let end = addDays(lastClass, 7);
	while (end < day) end = addDays(end, 7);
	return end;
}

/** An end that staff can choose: the day of a class, or one more week after the last. */
export interface Until {
	day: Day;
	number?: number;
}

/** Until when something can be asked for, the soonest first. */
export function untilChoices(classes: readonly { number: number; date: Day }[], today: Day): Until[] {
	const inOrder = classes.toSorted((a, b) => a.date.localeCompare(b.date));
	const last = inOrder.at(-1)?.date;
	const afterLast = last !== undefined && addDays(last, 7) > today ? addDays(last, 7) : addDays(today, 7);
	return [
		...inOrder.filter(({ date }) => date >= today).map(({ date, number }) => ({ day: date, number })),
		{ day: afterLast }
	];
}

/** From when and until when homework that goes with a class is asked for: from that class, or from today once it has been, to the next. */
export function spanOf(
	classes: readonly { number: number; date: Day }[],
	classNumber: number,
	today: Day
): { fromDay: Day; untilDay: Day } {
	const date = classes.find(({ number }) => number === classNumber)?.date;
	const fromDay = date !== undefined && date > today ? date : today;
	const untilDay = untilChoices(classes, today).find(({ day }) => day > fromDay)?.day ?? addDays(fromDay, 7);
	return { fromDay, untilDay };
}

/** Close enough to a class to prepare it. */
const SOON_DAYS = 2;

/** The class whose homework staff think of now: the last one, or the next when it is near and this week has its homework. */
export function classToPlan(
	classes: readonly { number: number; date: Day }[],
	today: Day,
	{ hasHomework }: { hasHomework: boolean }
): number {
	const soon = classes.find(({ date }) => today < date && date <= addDays(today, SOON_DAYS));
	return hasHomework && soon ? soon.number : classNow(classes, today);
}

/** The class that homework is given in now: the last one that has begun, on its day already. */
export const classNow = (classes: readonly { number: number; date: Day }[], today: Day): number =>
	Math.max(1, ...classes.filter(({ date }) => date <= today).map(({ number }) => number));
