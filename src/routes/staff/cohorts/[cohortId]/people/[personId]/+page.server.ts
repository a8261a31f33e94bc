import { error, fail, redirect } from '@sveltejs/kit';
import { answerTextSchema } from '$lib/features/review/answer.kind.ts';
import * as people from '$lib/features/people/people.server.ts';
import * as review from '$lib/features/review/review.server.ts';
import { openCohort } from '../../cohort.server.ts';
import type { Actions, PageServerLoad } from './$types';

const A_PAGE = 20;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { asker, cohort, classes, today, reading } = await openReading(locals, params.cohortId);
	const person = await review.person(locals.db, reading, params.personId);
	if (!person) error(404, 'errors.notFound');
	const others = await people.participants(locals.db, asker.programmeId, cohort.id);

	const moods = person.entries.filter(({ kind }) => kind === 'mood');
	const shown = url.searchParams.has('all') ? person.entries.length : A_PAGE;
	return {
		cohort,
		today,
		classDays: classes.map(({ date }) => date),
		mayAssign: reading.role === 'clinician',
		person: { id: person.id, name: person.name, joinedDay: person.joinedDay, tasks: person.tasks },
		moods: moods.map(({ day, body }) => ({ day, score: (body as { score: number }).score })),
		entries: person.entries.slice(0, shown),
		earlier: Math.max(0, person.entries.length - shown),
		others: others.map(({ id, name }) => ({ id, name })),
		told: tellable.find((told) => told === url.searchParams.get('told'))
	};
};

export const actions: Actions = {
	answer: async ({ locals, params, request }) => {
		const { reading } = await openReading(locals, params.cohortId);
		const { id: entryId, text } = await read(request);
		const words = answerTextSchema.safeParse(text);
		if (!words.success) return fail(422, { id: entryId, text, problem: problemOf(text) });

		const outcome = await review.answer(locals.db, reading, { personId: params.personId, entryId, text: words.data });
		if (outcome === 'notFound') return fail(409, { id: entryId, text, problem: 'gone' as const });
		redirect(303, '?told=sent');
	},

	edit: async ({ locals, params, request }) => {
		const { reading } = await openReading(locals, params.cohortId);
		const { id, text } = await read(request);
		const words = answerTextSchema.safeParse(text);
		if (!words.success) return fail(422, { id, text, problem: problemOf(text) });

		const outcome = await review.editAnswer(locals.db, reading, { personId: params.personId, id, text: words.data });
		if (outcome === 'notFound') return fail(409, { id, text, problem: 'gone' as const });
		redirect(303, '?told=edited');
	},

	withdraw: async ({ locals, params, request }) => {
		const { reading } = await openReading(locals, params.cohortId);
		const { id } = await read(request);
		const withdrawn = await review.withdrawAnswer(locals.db, reading, { personId: params.personId, id });
		// It is gone already, as she wanted.
		if (withdrawn === 'notFound') redirect(303, '?told=withdrawn');
		return { withdrawn: { entryId: withdrawn.entryId, text: withdrawn.text } };
	}
};

async function openReading(locals: App.Locals, cohortId: string) {
	const desk = await openCohort(locals, cohortId, 'clinician', 'ambassador');
	if (!desk.reading) error(404, 'errors.notFound');
	return { ...desk, reading: desk.reading };
}

async function read(request: Request) {
	const form = await request.formData();
	return { id: String(form.get('id') ?? ''), text: String(form.get('text') ?? '') };
}

const tellable = ['sent', 'edited', 'withdrawn'] as const;
const problemOf = (text: string) => (text.trim() === '' ? ('empty' as const) : ('tooLong' as const));
