import { error, fail, redirect } from '@sveltejs/kit';
import { practices, type Practice } from '$lib/domain/practice.ts';
import * as assignments from '$lib/features/assignments/assignments.server.ts';
import { active, classToPlan, runsAlready, spanOf, untilChoices } from '$lib/features/assignments/assignments.ts';
import { templateFor, templatesFor, usualClasses } from '$lib/features/assignments/templates.ts';
import { requireRoleIn } from '$lib/platform/auth/guard.server.ts';
import * as people from '$lib/features/people/people.server.ts';
import { openCohort } from '../cohort.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = await openCohort(locals, params.cohortId, 'clinician', 'ambassador', 'coordinator');
	const { asker, cohort, classes, today, reading } = desk;
	const participants = await people.participants(locals.db, asker.programmeId, cohort.id);
	const current = await assignments.current(locals.db, {
		cohortId: cohort.id,
		day: today,
		personIds: participants.map(({ id }) => id)
	});
	const until = untilChoices(classes, today);

	const editId = url.searchParams.get('edit');
	const edited = editId ? current.find(({ id }) => id === editId) : undefined;

	const hasHomework =
		active(
			current.filter(({ forOne }) => !forOne),
			today
		).length > 0;
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const numbers = classes.length > 0 ? classes.map(({ number }) => number) : usualClasses;
	const personId = edited ? edited.personId : participants.find(({ id }) => id === asked('for'))?.id;
	/** The first usual practice of a class that is not asked for yet. */
	const openIn = (number: number) =>
		templatesFor(number).find(
			({ practice }) => !runsAlready(current, { practice, personId, ...spanOf(classes, number, today) })
		)?.practice;

	const planned = classToPlan(classes, today, { hasHomework });
	const withClass =
		numbers.find((number) => String(number) === asked('class')) ??
		numbers.find((number) => number >= planned && openIn(number)) ??
		planned;
	const span = edited ?? spanOf(classes, withClass, today);
	const untilDay = until.find(({ day }) => day === asked('until') && day > span.fromDay)?.day ?? span.untilDay;
	const practice = practiceOf(asked('practice')) ?? openIn(withClass) ?? templatesFor(withClass)[0]!.practice;
	const suggested = edited ?? templateFor(withClass, practice);

	return {
		cohort,
		today,
		mayAssign: reading?.role === 'clinician',
		participants: participants.map(({ id, name }) => ({ id, name })),
		// What runs now before what is to come.
		current: current.toSorted((a, b) => Number(a.fromDay > today) - Number(b.fromDay > today)),
		until: until.filter(({ day }) => day > span.fromDay || day === untilDay),
		numbers,
		withClass,
		editId: edited?.id,
		/** Somebody withdrew what was to be changed. */
		isGone: Boolean(editId) && !edited,
		already: edited
			? undefined
			: runsAlready(current, { practice, personId, fromDay: span.fromDay, untilDay })?.untilDay,
		draft: {
			practice: suggested.practice,
			times: suggested.times,
			whyEn: suggested.why.en,
			whyEs: suggested.why.es,
			fromDay: span.fromDay,
			untilDay,
			personId: personId ?? ''
		},
		told: toldOf(asked('told')),
		toldAbout: current.find(({ id }) => id === asked('about'))
	};
};

export const actions: Actions = {
	/** The same form with what fits another class or practice. The browser brings what she chose, also before the page is alive. */
	suggest: async ({ locals, params, request }) => {
		placeOf(locals, params.cohortId);
		const form = await request.formData();
		const toClass = form.get('toClass');
		redirect(
			303,
			search({
				class: toClass ?? form.get('class'),
				practice: form.get('toPractice'),
				for: form.get('personId'),
				until: toClass ? null : form.get('untilDay')
			})
		);
	},

	assign: async ({ locals, params, request }) => {
		const place = placeOf(locals, params.cohortId);
		const form = await request.formData();
		const { values, wanted } = read(form);
		if (!wanted.success) return fail(422, { values, problems: problemsOf(wanted.error) });

		const outcome = await assignments.assign(locals.db, place, wanted.data);
		if (outcome === 'notFound') error(404, 'errors.notFound');
		if (outcome === 'untilWrong') return fail(422, { values, problems: { untilDay: 'untilWrong' } satisfies Problems });
		if (form.has('again')) redirect(303, '?told=again');
		const { personId, untilDay } = values;
		redirect(
			303,
			search({ told: 'assigned', about: outcome.id, class: form.get('class'), for: personId, until: untilDay })
		);
	},

	edit: async ({ locals, params, request }) => {
		const place = placeOf(locals, params.cohortId);
		const form = await request.formData();
		const { values, wanted } = read(form);
		if (!wanted.success) return fail(422, { values, problems: problemsOf(wanted.error) });

		const outcome = await assignments.edit(locals.db, place, String(form.get('id')), wanted.data);
		if (outcome === 'notFound') return fail(409, { values, problems: { form: 'gone' } satisfies Problems });
		if (outcome === 'untilWrong') return fail(422, { values, problems: { untilDay: 'untilWrong' } satisfies Problems });
		redirect(303, '?told=edited');
	},

	withdraw: async ({ locals, params, request }) => {
		const place = placeOf(locals, params.cohortId);
		const form = await request.formData();
		const personId = String(form.get('personId') ?? '');
		const withdrawn = await assignments.withdraw(locals.db, place, {
			id: String(form.get('id')),
			personId: personId || undefined
		});
		// Somebody else was quicker: it is gone, as she wanted.
		if (withdrawn === 'notFound') redirect(303, '?told=withdrawn');
		return { withdrawn: { ...withdrawn, personId } };
	}
};

type Problem = 'practiceMissing' | 'whyMissing' | 'whyTooLong' | 'timesWrong' | 'untilWrong' | 'gone';
type Problems = Partial<Record<keyof assignments.Wanted | 'form', Problem>>;

function placeOf(locals: App.Locals, cohortId: string): assignments.Place {
	const { programmeId, personId } = requireRoleIn(locals, cohortId, 'clinician');
	return { programmeId, cohortId, staffId: personId, now: locals.now() };
}

function search(values: Record<string, FormDataEntryValue | null>): string {
	const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
	return `?${new URLSearchParams(given)}`;
}

function read(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	const values = {
		practice: text('practice'),
		times: text('times'),
		whyEn: text('whyEn'),
		whyEs: text('whyEs'),
		fromDay: text('fromDay'),
		untilDay: text('untilDay'),
		personId: text('personId')
	};
	return { values, wanted: assignments.wantedSchema.safeParse(values) };
}

const problemsOf = (error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Problems =>
	Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]));

const tellable = ['assigned', 'again', 'edited', 'withdrawn'] as const;
const toldOf = (text: string) => tellable.find((told) => told === text);
const practiceOf = (text: string): Practice | undefined => practices.find((practice) => practice === text);
