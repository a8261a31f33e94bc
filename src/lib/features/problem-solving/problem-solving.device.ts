import type { Day } from '$lib/domain/day.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import { sheets } from '$lib/features/worksheets/worksheets.device.ts';
import { isDue, isPlanned, type ProblemSolving } from './problem-solving.ts';

/** Her problem-solving sheets. One that is planned counts as done. */
export const problems = sheets<ProblemSolving>({
	practice: 'problem-solving',
	parse: async (body) => (await import('./problem-solving.kind.ts')).problemSolvingSchema.parse(body),
	finish: (body, today) => (isPlanned(body) && !body.plannedOn ? { ...body, plannedOn: today } : body),
	doneOn: ({ plannedOn }) => plannedOn
});

export interface LookBack {
	id: string;
	goal: string;
}

/** The plans whose day to look back has come, the one that has waited longest first: for Today. */
export async function dueLookBacks(device: Device, day: Day): Promise<LookBack[]> {
	return (await problems.list(device))
		.filter(({ body }) => isDue(body, day))
		.toSorted((a, b) => a.body.askOn!.localeCompare(b.body.askOn!))
		.map(({ id, body: { goal } }) => ({ id, goal }));
}
