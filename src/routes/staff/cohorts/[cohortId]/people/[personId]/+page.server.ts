import { error, fail, redirect } from '@sveltejs/kit';
import { answerTextSchema } from '$lib/features/review/answer.kind.ts';
import * as people from '$lib/features/people/people.server.ts';
import * as review from '$lib/features/review/review.server.ts';
import { openCohort } from '../../cohort.server.ts';
import type { Actions, PageServerLoad } from './$types';

const A_PAGE = 20;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { asker, cohort, classes, today, reading } = await openReading(locals, params.cohortId);
	const toldAt = url.searchParams.get('at') ?? undefined;
	const latest = url.searchParams.has('all') ? Infinity : A_PAGE;
	const person = await review.person(locals.db, reading, params.personId, { latest, withId: toldAt });
	if (!person) error(404, 'errors.notFound');
	const others = await people.participants(locals.db, asker.programmeId, cohort.id);

	return {
		cohort,
		today,
		classDays: classes.map(({ date }) => date),
		mayAssign: reading.role === 'clinician',
		person: {
			id: person.id,
			name: person.name,
			joinedDay: person.joinedDay,
			tasks: person.tasks,
			isDoneShown: person.isDoneShown
		},
		moods: person.moods,
		entries: person.entries,
		earlier: person.earlier,
		others: others.map(({ id, name }) => ({ id, name })),
		told: tellable.find((told) => told === url.searchParams.get('told')),
		toldAt
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
		redirect(303, telling('sent', entryId));
	},

	edit: async ({ locals, params, request }) => {
		const { reading } = await openReading(locals, params.cohortId);
		const { id, entryId, text } = await read(request);
		const words = answerTextSchema.safeParse(text);
		if (!words.success) return fail(422, { id, text, problem: problemOf(text) });

		const outcome = await review.editAnswer(locals.db, reading, { personId: params.personId, id, text: words.data });
		if (outcome === 'notFound') return fail(409, { id, text, problem: 'gone' as const });
		redirect(303, telling('edited', entryId));
	},

	withdraw: async ({ locals, params, request }) => {
		const { reading } = await openReading(locals, params.cohortId);
		const { id, entryId } = await read(request);
		const withdrawn = await review.withdrawAnswer(locals.db, reading, { personId: params.personId, id });
		// It is gone already, as she wanted.
		if (withdrawn === 'notFound') redirect(303, telling('withdrawn', entryId));
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
	const said = (name: string) => String(form.get(name) ?? '');
	return { id: said('id'), entryId: said('entryId'), text: said('text') };
}

/** Back to the entry, where it is said what happened. */
const telling = (told: Told, entryId: string) =>
	`?${new URLSearchParams({ told, at: entryId })}#${encodeURIComponent(entryId)}`;

type Told = (typeof tellable)[number];
const tellable = ['sent', 'edited', 'withdrawn'] as const;
const problemOf = (text: string) => (text.trim() === '' ? ('empty' as const) : ('tooLong' as const));
