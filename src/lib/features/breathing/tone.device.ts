import { sidesBetween, type Pace, type Side } from './breathing.ts';

const LOW_HZ = 196;
const HIGH_HZ = 294;
const LOUDEST = 0.16;
const BELL_HZ = 392;

/**
 * A soft tone that rises with the breath in and falls with the breath out, made here: nothing is downloaded. All of it
 * is handed to the audio hardware at once, so that it goes on through a locked screen, where timers sleep.
 */
export class Tone {
	readonly #context = new AudioContext();
	#playing: OscillatorNode[] = [];

	/** Whether this browser can make a tone. */
	static get exists(): boolean {
		return 'AudioContext' in globalThis;
	}

	/** The tone's own clock: it stands still whenever the phone silences us, as in a call. */
	get nowMs(): number {
		return this.#context.currentTime * 1000;
	}

	get isSounding(): boolean {
		return this.#context.state === 'running';
	}

	/** Call it in a tap: phones let nothing sound otherwise. Calls back when the phone silences us. */
	async wake(onsilenced: () => void): Promise<void> {
		this.#context.onstatechange = () => {
			if (!this.isSounding) onsilenced();
		};
		await this.#context.resume();
	}

	/** Sounds the breaths from one point of the session to its end, from now on, then a bell. */
	play(pace: Pace, fromMs: number, toMs: number): void {
		const now = this.#context.currentTime;
		const at = (ms: number) => now + Math.max(0, ms - fromMs) / 1000;
		for (const { side, startMs, endMs } of sidesBetween(pace, fromMs, toMs)) this.#breath(side, at(startMs), at(endMs));
		this.#bell(at(toMs));
	}

	silence(): void {
		for (const oscillator of this.#playing.splice(0)) oscillator.stop();
	}

	async close(): Promise<void> {
		this.#context.onstatechange = null;
		this.silence();
		await this.#context.close();
	}

	#breath(side: Side, from: number, to: number): void {
		const { oscillator, volume } = this.#voice(from, to);
		const [start, end] = side === 'in' ? [LOW_HZ, HIGH_HZ] : [HIGH_HZ, LOW_HZ];
		oscillator.frequency.setValueAtTime(start, from);
		oscillator.frequency.linearRampToValueAtTime(end, to);
		const peak = from + (to - from) * (side === 'in' ? 0.7 : 0.2);
		volume.setValueAtTime(0.0001, from);
		volume.exponentialRampToValueAtTime(LOUDEST, peak);
		volume.exponentialRampToValueAtTime(0.0001, to);
	}

	#bell(at: number): void {
		const { oscillator, volume } = this.#voice(at, at + 2.5);
		oscillator.frequency.setValueAtTime(BELL_HZ, at);
		volume.setValueAtTime(0.0001, at);
		volume.exponentialRampToValueAtTime(LOUDEST, at + 0.05);
		volume.exponentialRampToValueAtTime(0.0001, at + 2.5);
	}

	#voice(from: number, to: number) {
		const oscillator = this.#context.createOscillator();
		const gain = this.#context.createGain();
		gain.gain.value = 0.0001;
		oscillator.connect(gain).connect(this.#context.destination);
		oscillator.start(from);
		oscillator.stop(to);
		this.#playing.push(oscillator);
		return { oscillator, volume: gain.gain };
	}
}
