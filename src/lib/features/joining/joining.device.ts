import { newId } from '$lib/domain/id.ts';
import type { Language } from '$lib/domain/language.ts';
import * as person from '$lib/platform/device/person.device.ts';
import { emptyDraft, isStep, type Closed, type Draft, type Entered, type Joined, type JoinRequest } from './joining.ts';

/** Nothing is lost by any of these: she may try again. */
export type Hitch = { state: 'noSignal' } | { state: 'tooMany'; minutes: number };
export type Checked = { state: 'open' | Closed } | Hitch;
export type Answer = { state: 'in'; joined: Joined } | { state: Closed } | Hitch;

export type WordsAnswer = { state: 'in'; entered: Entered } | { state: 'wrong' | 'taken' } | Hitch;

const PATIENCE_MS = 20_000;

export async function check(secret: string): Promise<Checked> {
	return ask('/api/invite', { secret, request: requestId() });
}

/** Asks to come in. Safe to repeat: the server knows this browser's request again. */
export async function join(draft: Draft, secret: string, language: Language): Promise<Answer> {
	const asked: JoinRequest = { secret, request: requestId(), language, name: draft.name };
	return ask('/api/join', asked);
}

/** Asks to come in on another phone, with her six words. */
export async function comeBack(words: string): Promise<WordsAnswer> {
	return ask('/api/sign-in/words', { words, phoneOf: await owner() });
}

/** Makes this phone hers: her store with her first choices in it, and then her name on the door. */
export async function settle(entered: Entered, draft?: Draft): Promise<void> {
	const { openDevice, settings } = await store();
	const device = await openDevice(entered.personId);
	const { personId, name, language, isDemo } = entered;
	await settings.set(device, 'you', { personId, name, language, isDemo });
	if (draft) {
		await settings.set(device, 'share.moods', draft.shareMoods);
		await settings.set(device, 'share.worksheets', draft.shareWorksheets);
		await settings.set(device, 'share.whatIDid', draft.shareWhatIDid);
	}
	device.db.close();
	person.enter(personId);
	forgetDraft();
}

/** Not needed before she is in, so it is fetched then. */
async function store() {
	const [{ openDevice }, settings] = await Promise.all([
		import('$lib/platform/device/device.device.ts'),
		import('$lib/platform/device/settings.device.ts')
	]);
	return { openDevice, settings };
}

/** Whether this browser can keep anything at all. To be known before a card is used up. */
export async function canKeep(): Promise<boolean> {
	try {
		localStorage.setItem(PROBE, '1');
		localStorage.removeItem(PROBE);
		await openAndDelete(PROBE);
		return true;
	} catch {
		return false;
	}
}

/** Whether anybody is in on this phone. */
export const isIn = (): boolean => person.current() !== undefined;

/** Whose phone this is so far. Someone made up does not count: whoever tried the demo here may still come in. */
export async function owner(): Promise<string | undefined> {
	const current = person.current();
	if (current === undefined) return undefined;
	const { openDevice, settings } = await store();
	const device = await openDevice(current);
	const you = await settings.get<Entered | undefined>(device, 'you', undefined);
	device.db.close();
	return you?.isDemo ? undefined : current;
}

// The draft lives as long as the tab; the request's name longer, for a browser that was closed before the answer came.
const DRAFT = 'joining';
const REQUEST = 'joining.request';
const PROBE = 'probe';

export function readDraft(secret: string): Draft {
	try {
		const { of, ...kept } = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}') as Partial<Draft> & { of?: string };
		return of === secret && isStep(kept.step) ? { ...emptyDraft(), ...kept } : emptyDraft();
	} catch {
		return emptyDraft();
	}
}

export function keepDraft(secret: string, draft: Draft): void {
	try {
		sessionStorage.setItem(DRAFT, JSON.stringify({ of: secret, ...draft }));
	} catch {
		// A browser that keeps nothing is told so before she comes in.
	}
}

function forgetDraft() {
	sessionStorage.removeItem(DRAFT);
	localStorage.removeItem(REQUEST);
}

function requestId(): string {
	try {
		const known = localStorage.getItem(REQUEST);
		if (known) return known;
		const fresh = newId();
		localStorage.setItem(REQUEST, fresh);
		return fresh;
	} catch {
		return newId();
	}
}

async function ask<Told>(path: string, body: unknown): Promise<Told | Hitch> {
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		if (response.status === 429) return { state: 'tooMany', ...((await response.json()) as { minutes: number }) };
		// A gateway's page, a server that is just starting: the same to her as no signal.
		if (!response.ok) return { state: 'noSignal' };
		return (await response.json()) as Told;
	} catch {
		return { state: 'noSignal' };
	}
}

function openAndDelete(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(name);
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			opening.result.close();
			indexedDB.deleteDatabase(name);
			resolve();
		};
	});
}
