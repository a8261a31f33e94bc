import { sheets } from '$lib/features/worksheets/worksheets.device.ts';
import { hasMessage, type Communication } from './communication.ts';

/** Her plans for saying something. One whose message was read back counts as done. */
export const talks = sheets<Communication>({
	practice: 'communication',
	parse: async (body) => (await import('./communication.kind.ts')).communicationSchema.parse(body),
	// The message stands on the screen from there on.
	finish: (body, today) =>
		hasMessage(body) && !body.readBackOn && !isBeforeMessage(body.place) ? { ...body, readBackOn: today } : body,
	doneOn: ({ readBackOn }) => readBackOn
});

const isBeforeMessage = (place: Communication['place']) =>
	(['who', 'happened', 'feel', 'wish', 'offer'] as const).some((question) => question === place);
