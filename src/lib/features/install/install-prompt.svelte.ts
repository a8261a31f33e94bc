/** What Chromium hands out when the app may be installed; it is in no standard. */
interface PromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/**
 * Keeps the browser's own install banner back, so that the app can offer it when she has found it useful. The event
 * comes once, early, and its prompt works once.
 */
export class InstallPrompt {
	#event = $state.raw<PromptEvent>();

	constructor() {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#event = event as PromptEvent;
		});
		addEventListener('appinstalled', () => (this.#event = undefined));
	}

	get isPossible(): boolean {
		return this.#event !== undefined;
	}

	/** The browser's own question. */
	async ask(): Promise<'accepted' | 'dismissed'> {
		const event = this.#event;
		this.#event = undefined;
		return (await event?.prompt())?.outcome ?? 'dismissed';
	}
}
