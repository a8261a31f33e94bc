import type { Language } from '$lib/domain/language.ts';
import { emptyDraft, secretIn, type Closed, type Draft, type Joined } from './joining.ts';
import * as joining from './joining.device.ts';

/**
 *   checking ──▶ missing | noStorage | taken | a Closed | noSignal | tooMany
 *      │
 *      ▼
 *    open ──(four short screens)──▶ entering ──▶ words        she is in, and reads her recovery words once
 *      ▲                               ├──▶ noSignal | tooMany | noRoom     the same request may be made again
 *      └────────── again ──────────────┘
 */
export type View =
	| { at: 'checking' | 'missing' | 'noStorage' | 'taken' | 'open' | 'entering' | 'noSignal' | 'noRoom' | Closed }
	| { at: 'tooMany'; minutes: number }
	| { at: 'words'; words: string[] };

/** What stands between a card and her first screen. */
export class Door {
	view = $state.raw<View>({ at: 'checking' });
	draft = $state<Draft>(emptyDraft());
	#secret = '';
	#wasEntering = false;

	/** Tries the card that a link's fragment, or what she pasted, holds. */
	async tryCard(text: string): Promise<void> {
		this.#wasEntering = false;
		this.#secret = secretIn(text);
		this.view = { at: 'checking' };
		if ((await ownerOfPhone()) !== undefined) this.view = { at: 'taken' };
		else if (this.#secret === '') this.view = { at: 'missing' };
		else if (!(await joining.canKeep())) this.view = { at: 'noStorage' };
		else await this.#check();
	}

	/** Goes through with what she has chosen. */
	async enter(language: Language): Promise<void> {
		this.#wasEntering = true;
		this.view = { at: 'entering' };
		const answer = await joining.join($state.snapshot(this.draft), this.#secret, language);
		if (answer.state === 'in') await this.#settle(answer.joined);
		else if (answer.state === 'tooMany') this.view = { at: 'tooMany', minutes: answer.minutes };
		else this.view = { at: answer.state };
	}

	again(language: Language): Promise<void> {
		return this.#wasEntering ? this.enter(language) : this.tryCard(this.#secret);
	}

	/** Changes what she has chosen, and keeps it for a page that comes again in the other language. */
	choose(change: Partial<Draft>): void {
		Object.assign(this.draft, change);
		joining.keepDraft(this.#secret, $state.snapshot(this.draft));
	}

	async #check() {
		const checked = await joining.check(this.#secret);
		if (checked.state === 'open') this.draft = joining.readDraft(this.#secret);
		if (checked.state === 'tooMany') this.view = { at: 'tooMany', minutes: checked.minutes };
		// Whoever is in, be it someone made up, has most likely opened her own card again.
		else this.view = { at: checked.state === 'used' && joining.isIn() ? 'taken' : checked.state };
	}

	async #settle(joined: Joined) {
		try {
			await joining.settle(joined, $state.snapshot(this.draft));
			this.view = { at: 'words', words: joined.words };
		} catch {
			// The card is used and her place is there; asking again with the same request brings her back to it.
			this.view = { at: 'noRoom' };
		}
	}
}

/** A store that does not open is reported when she tries to come in; until then the phone may be hers. */
const ownerOfPhone = () => joining.owner().catch(() => undefined);
