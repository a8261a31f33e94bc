import { mount, tick, unmount } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';
import { enhance } from '$app/forms';
import { getWords } from '$lib/i18n/context.ts';
import NoSignal from './NoSignal.svelte';

type Answered = Exclude<Awaited<ReturnType<SubmitFunction>>, void>;

export type Answer = Parameters<Answered>[0];

interface Options {
	/** What to do with the server's answer, instead of what SvelteKit does. */
	answered?: Answered;
	/** No answer came. The form says so by itself. */
	lost?: () => void;
	/** The server takes the same words twice for once: she can send them again without looking. */
	onlyOnce?: true;
}

/** A line that is silent for so long is taken for a lost one: she can look and try again. */
const PATIENCE_MS = 30_000;

/**
 * The way every form of ours is sent, in place of SvelteKit's `enhance`, whose answer to a lost signal is an error page
 * without her words:
 *
 *     ready ──submit──▶ on its way ──an answer──▶ ready, or another page
 *       ▲                   └──no answer──▶ everything as it was, and a notice at the form
 *       └──submit───────────────────────────────────┘
 *
 * While it is on its way the button says so and another submit does nothing: two quick taps make one invitation.
 *
 *     const send = sender();
 *     <form method="POST" use:send>
 */
export function sender() {
	const t = getWords().of('common');

	return (form: HTMLFormElement, { answered, lost, onlyOnce }: Options = {}) => {
		let isOnItsWay = false;
		let notice: object | undefined;
		const takeNoticeAway = () => {
			if (notice) void unmount(notice);
			notice = undefined;
		};

		const submit: SubmitFunction = ({ cancel, controller, submitter }) => {
			if (isOnItsWay) return cancel();
			takeNoticeAway();
			isOnItsWay = true;
			form.ariaBusy = 'true';
			const sayAsBefore = say(
				shown(form, submitter),
				t((w) => w.sending.moment)
			);
			const settle = () => {
				clearTimeout(patience);
				isOnItsWay = false;
				form.ariaBusy = null;
				sayAsBefore();
			};
			const giveUp = () => {
				settle();
				const hasWords = holdsWords(form);
				const text = t((w) => (!hasWords ? w.sending.look : onlyOnce ? w.sending.again : w.sending.wordsHere));
				notice = mount(NoSignal, { target: form, props: { text } });
				form.lastElementChild?.scrollIntoView({ block: 'nearest' });
				lost?.();
			};
			const patience = setTimeout(() => {
				controller.abort();
				giveUp();
			}, PATIENCE_MS);

			return async (answer) => {
				clearTimeout(patience);
				// An answer of ours has a status; what never arrived, or was no answer of ours, has none.
				if (answer.result.type === 'error' && answer.result.status === undefined) return giveUp();
				await (answered ? answered(answer) : answer.update());
				settle();
				await tick();
				bringIntoView();
			};
		};

		const enhanced = enhance(form, submit);
		return {
			destroy() {
				takeNoticeAway();
				enhanced.destroy();
			}
		};
	};
}

/** For forms whose fields keep what was typed also after a good answer. */
export const keepingValues: Options = { answered: ({ update }) => update({ reset: false }) };
export const keepingPage: Options = { answered: ({ update }) => update({ reset: false, invalidateAll: false }) };

/**
 * The button to speak: the one she pressed. For Enter in a field, and for a choice that asks the server for what fits it, the
 * one that sends the form: pressed now, it would do nothing, and that must show.
 */
function shown(form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement | undefined {
	const speaks = (element: Element | null): element is HTMLButtonElement =>
		element instanceof HTMLButtonElement &&
		element.type === 'submit' &&
		!element.hidden &&
		element.ariaPressed === null;
	return speaks(submitter) ? submitter : [...form.elements].findLast(speaks);
}

/** What is said of it may stand far above the button that was pressed, with a way back or a link that is not shown again. */
function bringIntoView(): void {
	const said = [...document.querySelectorAll<HTMLElement>('main :is([role=status], [role=alert])')];
	said
		.find(({ offsetHeight, innerText }) => offsetHeight > 0 && innerText.trim() !== '')
		?.scrollIntoView({ block: 'nearest' });
}

function say(button: HTMLElement | undefined, word: string): () => void {
	if (!button) return () => {};
	// Put aside and not written over: Svelte goes on keeping its own words up to date.
	const words = document.createDocumentFragment();
	words.append(...button.childNodes);
	button.append(word);
	button.ariaDisabled = 'true';
	return () => {
		button.replaceChildren(words);
		button.ariaDisabled = null;
	};
}

const holdsWords = (form: HTMLFormElement): boolean =>
	[...form.elements].some(
		(element) =>
			element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== 'hidden')
	);
