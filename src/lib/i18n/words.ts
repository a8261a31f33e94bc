import { createInstance, type TFunction } from 'i18next';
import type { Language } from '$lib/domain/language.ts';

import type account from './en/account.json';
import type assignments from './en/assignments.json';
import type breathing from './en/breathing.json';
import type classes from './en/classes.json';
import type cohorts from './en/cohorts.json';
import type common from './en/common.json';
import type communication from './en/communication.json';
import type danger from './en/danger.json';
import type demo from './en/demo.json';
import type errors from './en/errors.json';
import type exit from './en/exit.json';
import type group from './en/group.json';
import type help from './en/help.json';
import type install from './en/install.json';
import type invite from './en/invite.json';
import type me from './en/me.json';
import type measures from './en/measures.json';
import type mood from './en/mood.json';
import type notes from './en/notes.json';
import type practice from './en/practice.json';
import type problemSolving from './en/problem-solving.json';
import type review from './en/review.json';
import type setup from './en/setup.json';
import type sharing from './en/sharing.json';
import type staff from './en/staff.json';
import type sync from './en/sync.json';
import type today from './en/today.json';

export interface Resources {
	account: typeof account;
	assignments: typeof assignments;
	breathing: typeof breathing;
	classes: typeof classes;
	cohorts: typeof cohorts;
	common: typeof common;
	communication: typeof communication;
	danger: typeof danger;
	demo: typeof demo;
	errors: typeof errors;
	exit: typeof exit;
	group: typeof group;
	help: typeof help;
	install: typeof install;
	invite: typeof invite;
	me: typeof me;
	measures: typeof measures;
	mood: typeof mood;
	notes: typeof notes;
	practice: typeof practice;
	'problem-solving': typeof problemSolving;
	review: typeof review;
	setup: typeof setup;
	sharing: typeof sharing;
	staff: typeof staff;
	sync: typeof sync;
	today: typeof today;
}

declare module 'i18next' {
	interface CustomTypeOptions {
		enableSelector: true;
		defaultNS: 'common';
		resources: Resources;
	}
}

export type WordFile = keyof Resources & string;

// The error page brings its own words, since it cannot rely on anything having loaded.
const files = import.meta.glob<{ default: object }>(['./{en,es}/*.json', '!./*/errors.json']);

/**
 * The app's words in one language: one instance a request and a page, and only the files asked for.
 *
 *     await words.need('mood');           // in a load function
 *     const t = words.of('mood');         // in a component
 *     t((w) => w.scale.best)
 */
export class Words {
	readonly language: Language;
	readonly #i18n;

	constructor(language: Language) {
		this.language = language;
		this.#i18n = createInstance();
		void this.#i18n.init({
			lng: language,
			initAsync: false,
			supportedLngs: ['en', 'es'],
			fallbackLng: false,
			ns: [],
			defaultNS: 'common',
			resources: {},
			// Svelte escapes; words are never handed to {@html}.
			interpolation: { escapeValue: false }
		});
	}

	/** Loads word files that are not here yet. */
	async need(...names: WordFile[]): Promise<void> {
		await Promise.all(
			names
				.filter((name) => !this.#i18n.hasResourceBundle(this.language, name))
				.map(async (name) => {
					const file = await files[`./${this.language}/${name}.json`]!();
					this.#i18n.addResourceBundle(this.language, name, file.default);
				})
		);
	}

	/** The words of one file that `need` has loaded. */
	of<Name extends WordFile>(name: Name): TFunction<Name> {
		return this.#i18n.getFixedT(this.language, name) as TFunction<Name>;
	}
}
