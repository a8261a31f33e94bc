import { expect, test } from 'vitest';
import { communicationSchema } from './communication.kind.ts';
import { Words } from '$lib/i18n/words.ts';
import * as talks from './communication.ts';
import type { Communication } from './communication.ts';
import { made } from './message.ts';

const whole = (over: Partial<Communication> = {}): Communication => ({
	...talks.blank(),
	who: 'Mami',
	happened: 'You gave the baby cake',
	feelings: ['worried'],
	wish: 'You ask me first',
	...over
});

test('going on and back again leads through the same screens', () => {
	for (const question of talks.questions.slice(0, -1)) expect(talks.before(talks.after(question))).toBe(question);
	expect(talks.before('who')).toBe('who');
	expect(talks.after('learned')).toBe('ready');
});

test('every screen has a number of its own, up to the whole page and again after it', () => {
	const shown = talks.questions.filter((question) => question !== 'ready').map(talks.progress);
	expect(shown.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 2]);
	expect(shown.map(({ of }) => of)).toEqual([7, 7, 7, 7, 7, 7, 7, 2, 2]);
});

test.each([{ who: ' ' }, { happened: '' }, { feelings: [] }, { wish: '' }])(
	'there is no message yet with %o',
	(missing) => {
		expect(talks.hasMessage(whole())).toBe(true);
		expect(talks.hasMessage(whole(missing))).toBe(false);
	}
);

test('a feeling in her own words is enough, and an offer is never asked of her', () => {
	expect(talks.hasMessage(whole({ feelings: [], feelMore: 'small', offer: '' }))).toBe(true);
});

test('a plan is ready once its message was read back, and said once she marks how it went', () => {
	expect(talks.stage(whole())).toBe('started');
	expect(talks.stage(whole({ readBackOn: '2030-03-01' }))).toBe('ready');
	expect(talks.stage(whole({ readBackOn: '2030-03-01', went: 'notSaid' }))).toBe('said');
});

test.each([
	[{ happened: 'You came home late.' }, 'happened', 'you came home late'],
	[{ happened: 'When you came home late' }, 'happened', 'you came home late'],
	[{ happened: 'Cuando llegaste tarde...' }, 'happened', 'llegaste tarde'],
	[{ happened: 'Luis came home late' }, 'happened', 'Luis came home late'],
	[{ happened: 'I was alone with the baby' }, 'happened', 'I was alone with the baby'],
	[{ happened: 'Dejaste los platos' }, 'happened', 'dejaste los platos'],
	[{ wish: 'I would like you to call me' }, 'wish', 'you to call me'],
	[{ wish: "I'd like you to call me" }, 'wish', 'you to call me'],
	[{ wish: 'Me gustaría que me llames' }, 'wish', 'que me llames'],
	[{ wish: 'Que me llames' }, 'wish', 'que me llames'],
	[{ wish: 'You ask me first' }, 'wish', 'you to ask me first'],
	[{ wish: 'You to ask me first' }, 'wish', 'you to ask me first'],
	[{ wish: 'Me preguntes antes' }, 'wish', 'que me preguntes antes'],
	[{ offer: 'Tell you what the doctor said' }, 'offer', 'tell you what the doctor said'],
	[{ offer: 'I can cook on Sunday.' }, 'offer', 'cook on Sunday'],
	[{ offer: 'Yo puedo cocinar el domingo' }, 'offer', 'cocinar el domingo'],
	[{ who: ' Mami, ' }, 'who', 'Mami']
] as const)('her words fit into the middle of a sentence: %o', (answers, part, expected) => {
	expect(talks.parts(whole(answers))[part]).toBe(expected);
});

test.each([
	['en', { feelings: ['worried', 'sad'] }, ['I feel worried and sad.']],
	['es', { feelings: ['worried'], feelMore: 'Me da coraje' }, ['Siento preocupación.', 'Me da coraje']],
	['es', { feelings: [], feelMore: 'Siento que no me oyes. ' }, ['Siento que no me oyes.']]
] as const)(
	'feelings she picked make a sentence, her own words stand as she wrote them: %s %o',
	async (language, said, expected) => {
		const words = new Words(language);
		await words.need('communication');
		const lines = made(whole({ ...said, feelings: [...said.feelings] }), words);
		expect(lines.slice(2, -2)).toEqual(expected);
	}
);

test('at most four feelings stand in one message', () => {
	const four = (['tired', 'sad', 'alone', 'hurt'] as const).reduce<talks.Feeling[]>(talks.toggled, []);
	expect(talks.toggled(four, 'angry')).toEqual(four);
	expect(talks.toggled(four, 'sad')).toEqual(['tired', 'alone', 'hurt']);
});

test('nothing about whether it was safe is ever kept', () => {
	expect(communicationSchema.parse(talks.blank())).toEqual(talks.blank());
	expect(communicationSchema.safeParse({ ...whole(), safe: 'no' }).success).toBe(false);
});
