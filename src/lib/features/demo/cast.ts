import type { Language } from '$lib/domain/language.ts';
import type { ProblemSolving } from '$lib/features/problem-solving/problem-solving.ts';
import type { Shares, Ways } from './diary.ts';

/** The fictional people of the demo and what they wrote. Nobody here exists. */
export interface Woman {
	/** Tells her from the others in her group, and seeds her diary. */
	key: string;
	name: string;
	ways: Ways;
	/** Who reads her check-ins; `onlyThat`: her team sees that she did something; `nothing`: she keeps it to herself. */
	shares: Shares;
	/** Free text of her own, with what her clinician answered. */
	notes?: { daysAgo: number; text: string; answer?: string }[];
	sheet?: { daysAgo: number; body: Sheet; answer?: string };
}

/** A finished problem-solving sheet; the days in it count back from today. */
export interface Sheet {
	text: Pick<
		ProblemSolving,
		'what' | 'who' | 'when' | 'where' | 'goal' | 'firstStep' | 'helper' | 'obstacle' | 'planB' | 'result'
	>;
	ideas: ProblemSolving['ideas'];
	chosen: string;
	triedDaysAgo: number;
	satisfaction: number;
}

export interface Group {
	language: Language;
	name: string;
	/** Local time of its classes. */
	time: string;
	/** How many days ago its third class was: today is in week 3, and the next class is some days off. */
	thirdClassDaysAgo: number;
	women: Woman[];
	/** Somebody whose card is not used yet. */
	invited: string;
}

export const programmeName = 'Programa de muestra · Demo programme';

export const staff = {
	clinician: { name: 'Elena Ruiz', role: 'clinician' },
	ambassador: { name: 'Dolores Vega', role: 'ambassador' },
	coordinator: { name: 'Grace Kim', role: 'coordinator' }
} as const;

export const groups: readonly Group[] = [
	{
		language: 'en',
		name: 'Maple Street moms',
		time: '18:00',
		thirdClassDaysAgo: 3,
		invited: "Brianna's cousin",
		women: [
			{
				key: 'participant-en',
				name: 'Maya',
				ways: { usual: 4.4, drift: 1.4, often: 0.82, breathesEvery: 3 },
				shares: 'clinician',
				notes: [
					{
						daysAgo: 2,
						text: 'He slept four hours in a row. I sat on the steps with my coffee and did nothing. It felt like a holiday.',
						answer: 'Four hours! I am glad you had those steps and that coffee. Would you tell the group on class day?'
					},
					{
						daysAgo: 9,
						text: 'Long line at the clinic and he cried the whole time. People stared. I wanted to go home.'
					}
				],
				sheet: {
					daysAgo: 6,
					answer: 'You found a way that costs nothing and that your neighbor likes too. Nice plan.',
					body: {
						text: {
							what: 'I miss class when my ride does not come.',
							who: 'Me and my cousin, who drives.',
							when: 'On class days, around five.',
							where: 'At home, waiting by the door.',
							goal: 'Have a second way to get to class next week.',
							firstStep: 'Ask Mrs. Lee next door if her son goes that way.',
							helper: 'Mrs. Lee',
							obstacle: 'I do not like to ask for favors.',
							planB: 'Look up the number 12 bus tonight.',
							result: 'She said yes. I bring the snacks.'
						},
						ideas: [
							{ id: 'a', text: 'Take the bus', effort: 'against', cost: 'between', me: 'between', others: 'for' },
							{ id: 'b', text: 'Ask the neighbor', effort: 'for', cost: 'for', me: 'for', others: 'for' },
							{ id: 'c', text: 'Join by phone that day', effort: 'for', cost: 'for', me: 'against', others: 'between' }
						],
						chosen: 'b',
						triedDaysAgo: 4,
						satisfaction: 8
					}
				}
			},
			{
				key: 'en-2',
				name: 'Keisha',
				ways: { usual: 5.6, drift: 0.4, often: 0.9, breathesEvery: 2 },
				shares: 'team',
				notes: [{ daysAgo: 1, text: 'Breathed in the car before work. The radio stayed off for once.' }]
			},
			{
				key: 'en-3',
				name: 'Bri',
				ways: { usual: 3.8, drift: 0.6, often: 0.6, breathesEvery: 4 },
				shares: 'clinician',
				notes: [
					{ daysAgo: 5, text: 'My mother has a lot of opinions about naps. I went for a walk with the stroller.' }
				]
			},
			{ key: 'en-4', name: 'Jo', ways: { usual: 5, drift: -0.8, often: 0.5, breathesEvery: 5 }, shares: 'team' },
			{
				key: 'en-5',
				name: 'Tasha R.',
				ways: { usual: 5, drift: 0.5, often: 0.7, breathesEvery: 3 },
				shares: 'onlyThat'
			},
			{ key: 'en-6', name: 'Sunny', ways: { usual: 6, drift: 0, often: 0.4, breathesEvery: 6 }, shares: 'onlyThat' },
			{ key: 'en-7', name: 'Dee', ways: { usual: 4, drift: 0, often: 0.5, breathesEvery: 6 }, shares: 'nothing' }
		]
	},
	{
		language: 'es',
		name: 'Mamás del parque',
		time: '17:30',
		thirdClassDaysAgo: 2,
		invited: 'La vecina de Rosa',
		women: [
			{
				key: 'participant-es',
				name: 'Luz',
				ways: { usual: 4.6, drift: 1.2, often: 0.84, breathesEvery: 3 },
				shares: 'clinician',
				notes: [
					{
						daysAgo: 2,
						text: 'Hoy bailamos los tres en la cocina mientras se hacía el arroz. Me reí de verdad.',
						answer: '¡Qué bonito momento, Luz! Me gustaría que se lo contaras al grupo el día de la clase, si quieres.'
					},
					{ daysAgo: 8, text: 'No dormí casi nada y el niño tampoco. Todo me pesó más que otros días.' }
				],
				sheet: {
					daysAgo: 5,
					answer: 'Encontraste algo que no cuesta nada y que también le gusta a tu hermana. Muy buen plan.',
					body: {
						text: {
							what: 'No tengo ni una hora para mí en toda la semana.',
							who: 'Mis dos hijos y yo.',
							when: 'Todos los días, más por la tarde.',
							where: 'En la casa.',
							goal: 'Tener una hora libre el sábado.',
							firstStep: 'Llamar a mi hermana y proponerle turnos.',
							helper: 'Mi hermana Paty',
							obstacle: 'Me da pena pedir ayuda.',
							planB: 'Pedirle a mi comadre del piso de arriba.',
							result: 'Me dijo que sí. Yo cuido a los suyos el domingo.'
						},
						ideas: [
							{
								id: 'a',
								text: 'Levantarme más temprano',
								effort: 'against',
								cost: 'for',
								me: 'against',
								others: 'for'
							},
							{ id: 'b', text: 'Cambiar turnos con mi hermana', effort: 'for', cost: 'for', me: 'for', others: 'for' },
							{ id: 'c', text: 'Pagarle a una niñera', effort: 'for', cost: 'against', me: 'for', others: 'between' }
						],
						chosen: 'b',
						triedDaysAgo: 3,
						satisfaction: 9
					}
				}
			},
			{
				key: 'es-2',
				name: 'Marisol',
				ways: { usual: 5.8, drift: 0.3, often: 0.9, breathesEvery: 2 },
				shares: 'team',
				notes: [{ daysAgo: 1, text: 'Respiré en el camión, con el celular en silencio. Llegué con más calma.' }]
			},
			{
				key: 'es-3',
				name: 'Yesenia',
				ways: { usual: 3.9, drift: 0.7, often: 0.6, breathesEvery: 4 },
				shares: 'clinician',
				notes: [{ daysAgo: 4, text: 'Mi suegra opina de todo. Salí a caminar con la carriola y se me pasó.' }]
			},
			{ key: 'es-4', name: 'Rosa', ways: { usual: 5, drift: -0.7, often: 0.5, breathesEvery: 5 }, shares: 'team' },
			{
				key: 'es-5',
				name: 'La Flaca',
				ways: { usual: 5.2, drift: 0.4, often: 0.7, breathesEvery: 3 },
				shares: 'onlyThat'
			},
			{ key: 'es-6', name: 'Xiomara', ways: { usual: 6, drift: 0, often: 0.4, breathesEvery: 6 }, shares: 'onlyThat' },
			{ key: 'es-7', name: 'Nena', ways: { usual: 4, drift: 0, often: 0.5, breathesEvery: 6 }, shares: 'nothing' }
		]
	}
];
