import { momentAt, type Moment } from './breathing.ts';
import { elapsedMs, isOver, pause, resume, type Session } from './session.ts';
import { Tone } from './tone.device.ts';

/** What else guides her, besides the screen. */
export interface Guides {
	sound: boolean;
	vibration: boolean;
}

interface Options {
	/** The planned time is done. */
	onover: () => void;
	/** The page may be about to go: keep where she is. */
	onkeep: (session: Session) => void;
}

const IN_PULSE = [350];
const OUT_PULSE = [120, 130, 120];

/** A session as it runs on the screen: its clock, the tone, the pulse in the hand, and a screen that stays awake. */
export class Run {
	session = $state.raw() as Session;
	elapsedMs = $state(0);
	isRunning = $derived.by(() => this.session.runningSinceMs !== undefined);
	moment: Moment = $derived.by(() => momentAt(this.session.pace, this.elapsedMs));

	readonly #options: Options;
	#tone: Tone | undefined;
	#pulses = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#awake: WakeLockSentinel | undefined;

	constructor(session: Session, options: Options) {
		this.session = session;
		this.elapsedMs = session.countedMs;
		this.#options = options;
	}

	/** Begins, or goes on. Call it in a tap, or the tone may not sound. */
	async start({ sound, vibration }: Guides): Promise<void> {
		if (this.isRunning) return;
		this.#pulses = vibration;
		if (sound && Tone.exists) {
			this.#tone ??= new Tone();
			await this.#tone.wake(() => this.pause());
		}
		this.session = resume(this.session, this.#guideMs);
		this.#tone?.play(this.session.pace, this.session.countedMs, this.session.plannedSeconds * 1000);
		document.addEventListener('visibilitychange', this.#followScreen);
		addEventListener('pagehide', this.#leave);
		void this.#stayAwake();
		this.#tick();
	}

	pause = (): void => {
		if (!this.isRunning) return;
		this.#settle();
		this.#options.onkeep(this.session);
	};

	/** Stops for good and lets go of everything. The session then holds what was done. */
	end(): void {
		this.#settle();
		removeEventListener('pagehide', this.#leave);
		document.removeEventListener('visibilitychange', this.#followScreen);
		void this.#tone?.close();
		this.#tone = undefined;
	}

	/** The tone's clock while there is one, else the page's, which no change of the phone's clock can move. */
	get #guideMs(): number {
		return this.#tone?.nowMs ?? performance.now();
	}

	#tick = (): void => {
		if (!this.isRunning) return;
		const before = this.moment;
		const isFirst = this.elapsedMs === this.session.countedMs;
		this.elapsedMs = elapsedMs(this.session, this.#guideMs);
		if (isOver(this.session, this.#guideMs)) {
			this.#settle();
			this.#options.onover();
			return;
		}
		if (isFirst || before.side !== this.moment.side) this.#pulse();
		this.#timer = setTimeout(this.#tick, 1000 - (this.elapsedMs % 1000) + 5);
	};

	#settle(): void {
		clearTimeout(this.#timer);
		this.session = pause(this.session, this.#guideMs);
		this.elapsedMs = this.session.countedMs;
		if (this.elapsedMs < this.session.plannedSeconds * 1000) this.#tone?.silence();
		void this.#awake?.release();
		this.#awake = undefined;
	}

	/** A hidden screen guides nobody and the pulse stops with it; the tone goes on. */
	#followScreen = (): void => {
		if (!this.isRunning) return;
		if (document.visibilityState === 'visible') {
			clearTimeout(this.#timer);
			this.#tick();
			void this.#stayAwake();
		} else if (this.#tone?.isSounding) this.#options.onkeep(pause(this.session, this.#guideMs));
		else this.pause();
	};

	#leave = (): void => this.pause();

	#pulse(): void {
		if (this.#pulses) navigator.vibrate?.(this.moment.side === 'in' ? IN_PULSE : OUT_PULSE);
	}

	async #stayAwake(): Promise<void> {
		// A phone short of battery refuses; then the screen dims as it always does.
		this.#awake = await navigator.wakeLock?.request('screen').catch(() => undefined);
	}
}
