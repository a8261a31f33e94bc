import type { BothLanguages } from '$lib/domain/language.ts';
import type { Practice } from '$lib/domain/practice.ts';

/** Something sensible to ask for in one week of the course; staff may change every part of it. */
export interface Template {
	practice: Practice;
	times: number;
	why: BothLanguages;
}

/**
 * Stress Management, week by week: first noticing, then breathing, then what was pleasant, solving a problem, talking.
 * Our own words; mothers read them on Today. They promise nothing (`product.md`, rule 12) and blame nobody for a gap.
 */
const stressManagement: readonly (readonly [Template, ...Template[]])[] = [
	[
		{
			practice: 'mood',
			times: 5,
			why: {
				en: 'A number a day takes less than a minute. In class we will look at which days felt light and which felt heavy.',
				es: 'Un número al día te toma menos de un minuto. En la clase veremos qué días se sintieron ligeros y cuáles pesaron más.'
			}
		},
		{
			practice: 'breathing',
			times: 3,
			why: {
				en: 'Start small: five quiet minutes, three times. It is the first tool of this course.',
				es: 'Empieza con poco: cinco minutos de calma, tres veces. Es la primera herramienta de este curso.'
			}
		}
	],
	[
		{
			practice: 'breathing',
			times: 5,
			why: {
				en: 'Slow breathing is learned by doing it. Try it when the house is calm, so that you know it when the day is hard.',
				es: 'A respirar despacio se aprende con la práctica. Hazlo en los ratos de calma y ya lo conocerás en los días duros.'
			}
		},
		{
			practice: 'mood',
			times: 5,
			why: {
				en: 'Keep noting how you feel. Two weeks side by side say more than one.',
				es: 'Sigue anotando cómo te sientes. Dos semanas juntas dicen más que una.'
			}
		}
	],
	[
		{
			practice: 'mood',
			times: 5,
			why: {
				en: 'This week, count the good things too: a song, a walk, a call. Then look at how you felt on those days.',
				es: 'Esta semana cuenta también lo bueno: una canción, un paseo, una llamada. Luego mira cómo te sentiste esos días.'
			}
		},
		{
			practice: 'breathing',
			times: 4,
			why: {
				en: 'Pick a time that is yours, such as after the kids are in bed. A set time is easier to keep.',
				es: 'Elige un rato que sea tuyo, como cuando ya duermen los niños. Con hora fija cuesta menos.'
			}
		}
	],
	[
		{
			practice: 'problem-solving',
			times: 1,
			why: {
				en: 'Take one small problem, not the biggest. You can do it one step at a time, and stop when you like.',
				es: 'Elige un problema pequeño, no el más grande. Puedes ir paso a paso y parar cuando quieras.'
			}
		},
		{
			practice: 'mood',
			times: 5,
			why: {
				en: 'Half of the course is behind you. Your notes help you see what these weeks have been like.',
				es: 'Ya va la mitad del curso. Tus notas te ayudan a ver cómo han sido estas semanas.'
			}
		}
	],
	[
		{
			practice: 'problem-solving',
			times: 1,
			why: {
				en: 'Try the plan you made, then write how it went. If it did not work, that is good to know too.',
				es: 'Prueba el plan que hiciste y luego cuenta cómo te fue. Si no salió bien, eso también sirve.'
			}
		},
		{
			practice: 'breathing',
			times: 4,
			why: {
				en: 'Try five minutes before something hard: a call, an errand, a long night.',
				es: 'Prueba cinco minutos antes de algo difícil: una llamada, un trámite, una noche larga.'
			}
		}
	],
	[
		{
			practice: 'communication',
			times: 1,
			why: {
				en: 'Think of one thing you want to ask for, from someone you feel safe with. At home you can look for the words in peace.',
				es: 'Piensa en algo que quieras pedirle a alguien con quien te sientes a salvo. En casa puedes buscar las palabras con calma.'
			}
		},
		{
			practice: 'mood',
			times: 5,
			why: {
				en: 'Notice the people in your day too: who was good to be with, and who was hard.',
				es: 'Fíjate también en la gente de tu día: con quién estuviste bien y con quién fue difícil.'
			}
		}
	],
	[
		{
			practice: 'communication',
			times: 1,
			why: {
				en: 'Plan one more talk, or note how the first one went. Your safety comes first: you can always leave it for later.',
				es: 'Prepara otra conversación o anota cómo salió la primera. Tu seguridad va primero: siempre lo puedes dejar para después.'
			}
		},
		{
			practice: 'breathing',
			times: 4,
			why: {
				en: 'Use it where you need it most: before bed, after a hard moment, in a waiting room.',
				es: 'Úsala donde más te haga falta: antes de dormir, después de un mal rato, en una sala de espera.'
			}
		}
	],
	[
		{
			practice: 'mood',
			times: 5,
			why: {
				en: 'Look back on your eight weeks. Keep what was of use to you. It is yours.',
				es: 'Mira atrás: son ocho semanas. Quédate con lo que te sirvió. Es tuyo.'
			}
		},
		{
			practice: 'breathing',
			times: 3,
			why: {
				en: 'Keep one small thing going after the last class. Five minutes, a few times a week, is enough.',
				es: 'Sigue con algo pequeño después de la última clase. Bastan cinco minutos, unas veces por semana.'
			}
		}
	]
];

/** What to suggest after the class of that number, the best fit first. A longer course goes on with its last week. */
export const templatesFor = (classNumber: number): readonly [Template, ...Template[]] =>
	stressManagement[Math.min(Math.max(classNumber, 1), stressManagement.length) - 1]!;

/** That week's suggestion for a practice, or the one of the nearest week that has any. */
export function templateFor(classNumber: number, practice: Practice): Template {
	const weeks = stressManagement
		.flatMap((templates, i) => templates.map((template) => ({ away: Math.abs(i + 1 - classNumber), template })))
		.filter(({ template }) => template.practice === practice)
		.toSorted((a, b) => a.away - b.away);
	return weeks[0]!.template;
}

/** The classes of the course, where a cohort's own are not planned yet. */
export const usualClasses: readonly number[] = stressManagement.map((_, i) => i + 1);
