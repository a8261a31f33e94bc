/** A voice that lives on this phone: others send what they read to a server. */
export function localVoice(voices: readonly Voice[], language: string): Voice | undefined {
	const ours = voices.filter(({ localService, lang }) => localService && tag(lang).split('-')[0] === language);
	const preferred = accents[language] ?? [];
	const rank = ({ lang }: Voice) => preferred.indexOf(tag(lang)) + 1 || preferred.length + 1;
	return ours.toSorted((a, b) => rank(a) - rank(b))[0];
}

export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name'>;

/** The accents that our readers hear most, first. */
const accents: Record<string, readonly string[]> = {
	en: ['en-us'],
	es: ['es-us', 'es-mx', 'es-419']
};

/** Android writes es_US. */
const tag = (lang: string) => lang.replace('_', '-').toLowerCase();

/** The phone's own voice, where it has one for the language. One reading at a time, and only when asked. */
export class Speech {
	#voice = $state.raw<SpeechSynthesisVoice>();
	#isReading = $state(false);
	/** Which reading the phone is at: what an earlier one reports late no longer counts. */
	#reading = 0;

	get canRead() {
		return this.#voice !== undefined;
	}

	get isReading() {
		return this.#isReading;
	}

	/** Follows the phone's list of voices, which many phones fill only after the page has opened. Returns the end of it. */
	listen(language: string): () => void {
		if (!('speechSynthesis' in globalThis)) return () => {};
		const look = () => {
			this.#voice = localVoice(speechSynthesis.getVoices(), language) as SpeechSynthesisVoice | undefined;
		};
		look();
		speechSynthesis.addEventListener?.('voiceschanged', look);
		return () => {
			speechSynthesis.removeEventListener?.('voiceschanged', look);
			this.stop();
		};
	}

	/** Paragraph by paragraph: some phones give up on a long text half-way. */
	read(paragraphs: readonly string[]) {
		const voice = this.#voice;
		if (!voice) return;
		speechSynthesis.cancel();
		const reading = ++this.#reading;
		this.#isReading = true;

		const end = () => {
			if (reading === this.#reading) this.#isReading = false;
		};
		paragraphs.forEach((paragraph, i) => {
			const utterance = new SpeechSynthesisUtterance(paragraph);
			utterance.voice = voice;
			utterance.lang = voice.lang;
			utterance.rate = 0.95;
			utterance.onerror = end;
			if (i === paragraphs.length - 1) utterance.onend = end;
			speechSynthesis.speak(utterance);
		});
	}

	stop() {
		if (!this.#isReading) return;
		this.#reading++;
		this.#isReading = false;
		speechSynthesis.cancel();
	}
}
