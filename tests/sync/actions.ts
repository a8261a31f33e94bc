import fc from 'fast-check';
import { visibilities, type Visibility } from '$lib/domain/visibility.ts';

/** What may become of a request on its way. */
export const fates = [
	'arrives',
	/** It never gets there. */
	'requestLost',
	/** It gets there; the answer does not come back. */
	'answerLost',
	/** It gets there twice. */
	'doubled',
	/** The phone gives up; it gets there later, after others. */
	'late',
	/** She goes on writing while it is on its way there, or back, until a `deliver`. */
	'slowRequest',
	'slowAnswer',
	/** The server goes down before its transaction is committed, and starts again. */
	'serverDies',
	/** The page is closed between the server's work and the phone's. */
	'tabDies'
] as const;
export type Fate = (typeof fates)[number];

/** One thing that happens. Numbers choose among what there is, so every action fits every moment. */
export type Action =
	| { do: 'create'; on: Tab; visibility: Visibility }
	| { do: 'edit' | 'setVisibility'; on: Tab; which: number; visibility: Visibility }
	| { do: 'delete'; on: Tab; which: number }
	| { do: 'sync'; on: Tab; fate: Fate }
	| { do: 'deliver' | 'arriveLate'; which: number }
	| { do: 'killTab'; on: Tab }
	/** Its storage takes so many more writes, then no more, while this happens. */
	| { do: 'createWhenFull' | 'syncWhenFull'; on: Tab; writes: number }
	| { do: 'setClock'; phone: number; years: number }
	| { do: 'setServerClock'; years: number };

export interface Tab {
	phone: number;
	tab: number;
}

export const TABS = 2;

/** Up to sixty things that happen to so many phones and their server. */
export function actions(phones: number): fc.Arbitrary<Action[]> {
	const on = fc.record({ phone: fc.nat(phones - 1), tab: fc.nat(TABS - 1) });
	const which = fc.nat(4);
	const visibility = fc.constantFrom(...visibilities);
	const years = fc.integer({ min: -10, max: 10 });
	const fate = fc.oneof({ weight: 4, arbitrary: fc.constant('arrives' as const) }, fc.constantFrom(...fates));
	const a = <Do extends Action['do'], Rest>(what: Do, rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> }) =>
		fc.record({ do: fc.constant(what), ...rest });

	const action = fc.oneof(
		{ weight: 3, arbitrary: a('create', { on, visibility }) },
		{ weight: 6, arbitrary: a('edit', { on, which, visibility }) },
		{ weight: 4, arbitrary: a('setVisibility', { on, which, visibility }) },
		{ weight: 2, arbitrary: a('delete', { on, which }) },
		{ weight: 10, arbitrary: a('sync', { on, fate }) },
		{ weight: 3, arbitrary: a('deliver', { which }) },
		{ weight: 2, arbitrary: a('arriveLate', { which }) },
		{ weight: 1, arbitrary: a('killTab', { on }) },
		{ weight: 1, arbitrary: a('createWhenFull', { on, writes: fc.nat(1) }) },
		{ weight: 1, arbitrary: a('syncWhenFull', { on, writes: fc.nat(6) }) },
		{ weight: 1, arbitrary: a('setClock', { phone: fc.nat(phones - 1), years }) },
		{ weight: 1, arbitrary: a('setServerClock', { years }) }
	);
	return fc.array(action as fc.Arbitrary<Action>, { maxLength: 60, size: 'max' });
}
