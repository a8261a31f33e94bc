import { addDays, type Day } from '$lib/domain/day.ts';
import { familyOf, type Practice } from '$lib/domain/practice.ts';
import { doneIdOf } from '$lib/features/assignments/assignments.ts';
import * as assignments from '$lib/features/assignments/assignments.device.ts';
import type { Breathing } from '$lib/features/breathing/breathing.ts';
import { nextClass, weekOf, type Class, type Week } from '$lib/features/classes/classes.ts';
import * as classes from '$lib/features/classes/classes.device.ts';
import type { Mood } from '$lib/features/mood/mood.ts';
import { dueLookBacks } from '$lib/features/problem-solving/problem-solving.device.ts';
import * as review from '$lib/features/review/review.device.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import * as settings from '$lib/platform/device/settings.device.ts';
import type { Asked, LookBack } from './next-thing.ts';

/** The setting that says that she has read how Exit works. */
export const EXIT_EXPLAINED = 'exit.explained';

export interface Today {
	isExitExplained: boolean;
	week: Week | undefined;
	nextClass: Class | undefined;
	asked: Asked[];
	lookBacks: LookBack[];
	answers: review.AnswerToHer[];
	moods: records.Entry<Mood>[];
	breathing: records.Entry<Breathing>[];
	/** The worksheets that became complete. */
	sheets: records.Entry[];
	/** Entries that stand beside another because two phones had written. */
	copies: Awaited<ReturnType<typeof records.copies>>;
}

/** All that Today shows, from the phone alone. `day` is the day that her phone's calendar shows. */
export async function today(device: Device, day: Day): Promise<Today> {
	const [course, tasks, marks, lookBacks, answers, moods, breathing, copies, isExitExplained] = await Promise.all([
		classes.classes(device),
		assignments.tasks(device, day),
		records.list<{ practice: Practice }>(device, { kind: 'done', from: day, to: day }),
		dueLookBacks(device, day),
		review.newAnswers(device),
		records.list<Mood>(device, { kind: 'mood', from: day, to: day }),
		records.list<Breathing>(device, { kind: 'breathing', from: day, to: day }),
		records.copies(device),
		settings.get(device, EXIT_EXPLAINED, false)
	]);

	return {
		isExitExplained,
		week: course.length > 0 ? weekOf(course, day) : undefined,
		nextClass: nextClass(course, device.now()),
		asked: tasks.map(({ id, practice, why, progress }) => ({
			id,
			practice,
			why,
			...progress,
			isDoneToday: marks.some((mark) => mark.body.practice === practice)
		})),
		lookBacks,
		answers,
		moods,
		breathing,
		sheets: await completed(device, marks),
		copies
	};
}

/** The worksheets that have one of these marks. Without such a mark no sheet is read. */
async function completed(
	device: Device,
	marks: readonly records.Entry<{ practice: Practice }>[]
): Promise<records.Entry[]> {
	const ids = marks.map(({ id }) => id);
	const kinds = new Set(marks.map(({ body }) => body.practice).filter((kind) => familyOf(kind) === 'worksheets'));
	const lists = await Promise.all([...kinds].map((kind) => records.list(device, { kind })));
	return lists.flat().filter(({ id }) => ids.includes(doneIdOf(id)));
}

/** How a class day is said: today, tomorrow, or its date. */
export function dayWord(date: Day, today: Day): 'today' | 'tomorrow' | 'later' {
	if (date === today) return 'today';
	return date === addDays(today, 1) ? 'tomorrow' : 'later';
}
