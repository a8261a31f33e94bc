import type { Day } from '$lib/domain/day.ts';
import type { Visibility } from '$lib/domain/visibility.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import type { Entry } from '$lib/platform/device/records.device.ts';
import { storageProblem, type StorageTrouble } from '$lib/platform/device/storage-problem.ts';
import type { Sheets, Written } from './worksheets.device.ts';

/** Often enough that a phone that dies takes a word along, not a sentence. */
const PAUSE_MS = 400;

/**
 * A sheet that is open on a screen. The screen changes `body` and says `changed()`; the sheet writes itself down at most
 * every 400 ms while she types, one write at a time, and at once on `flush()`.
 */
export class OpenSheet<Body> {
	body: Body;
	id: string;
	day: Day;
	visibility: Visibility;
	/** Nothing that she typed is only on the screen. */
	isSaved: boolean;
	/** Not in the phone's store yet: nothing was written. */
	isNew: boolean;
	trouble: StorageTrouble | undefined;
	/** What the phone's own Back does inside the sheet; undefined when there is nothing before this screen. */
	backInside: () => (() => void) | undefined = () => undefined;

	readonly #device: Device;
	readonly #sheets: Sheets<Body>;
	/** The body as this screen last read or wrote it; undefined before the first write. */
	#known: Body | undefined;
	#isDirty = false;
	/** She chose who reads it, and the store has not heard. */
	#isPicked = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing: Promise<void> | undefined;

	constructor(device: Device, sheets: Sheets<Body>, { id, day, visibility, body }: Written<Body>, isNew: boolean) {
		this.#device = device;
		this.#sheets = sheets;
		this.body = $state(body);
		this.id = $state(id);
		this.day = day;
		this.visibility = $state(visibility);
		this.isSaved = $state(!isNew);
		this.isNew = $state(isNew);
		this.trouble = $state(undefined);
		this.#known = isNew ? undefined : body;
	}

	/** Whether this is the sheet that an address means. */
	is(sheets: Sheets<unknown>, id: string): boolean {
		return this.#sheets.practice === sheets.practice && (id === 'new' ? this.isNew : this.id === id);
	}

	changed(): void {
		unwritten.add(this);
		this.isSaved = false;
		this.#isDirty = true;
		this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
	}

	/** Writes down what is not yet. Resolves when it is durable, or when `trouble` says why not. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		return (this.#writing ??= this.#write().finally(() => (this.#writing = undefined)));
	}

	async pick(visibility: Visibility): Promise<void> {
		this.visibility = visibility;
		this.#isPicked = true;
		await this.flush();
	}

	async remove(): Promise<void> {
		await this.flush();
		undoable.put(await this.#sheets.remove(this.#device, this.id));
	}

	async #write(): Promise<void> {
		// One thing at a time, and who reads it before what they would read.
		while (this.#isDirty || (this.#isPicked && !this.isNew)) {
			const isText = this.isNew || !this.#isPicked;
			if (isText) this.#isDirty = false;
			try {
				if (isText) await this.#writeText();
				else await this.#writeReaders();
				this.trouble = undefined;
			} catch (error) {
				this.#isDirty ||= isText;
				const problem = storageProblem(error);
				if (!problem) throw error;
				this.trouble = problem.trouble;
				return;
			}
		}
		this.isSaved = true;
		unwritten.delete(this);
	}

	async #writeText(): Promise<void> {
		const { id, day, visibility } = this;
		const body = $state.snapshot(this.body) as Body & object;
		const written = await this.#sheets.save(this.#device, { id, day, visibility, body }, this.#known);
		this.#known = written.body;
		this.id = written.id;
		this.isNew = false;
		// Saving may have put a day on the sheet; what she typed meanwhile is newer than the rest of the answer.
		for (const [key, value] of Object.entries(written.body as object)) {
			if (!(key in body)) (this.body as Record<string, unknown>)[key] = value;
		}
	}

	async #writeReaders(): Promise<void> {
		const { visibility } = this;
		await this.#sheets.share(this.#device, this.id, visibility);
		if (visibility === this.visibility) this.#isPicked = false;
	}
}

/**
 * Sheets with words that are not in the store yet: on a slow phone for a moment, on a full one for longer. Leaving the
 * screen does not lose them: it opens on them again.
 */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no screen reads it
const unwritten = new Set<OpenSheet<unknown>>();

/** Opens a sheet of hers, or a new one for the id `new`; undefined when this phone has none of that id. */
export async function openSheet<Body>(
	device: Device,
	sheets: Sheets<Body>,
	id: string,
	blank: () => Body
): Promise<OpenSheet<Body> | undefined> {
	const held = [...unwritten].find((sheet) => sheet.is(sheets as Sheets<unknown>, id));
	if (held) return held as OpenSheet<Body>;
	if (id === 'new') return new OpenSheet(device, sheets, await sheets.begin(device, blank()), true);
	const entry = await sheets.get(device, id);
	return entry && new OpenSheet(device, sheets, entry, false);
}

/** The sheet that was deleted last, so that the list it leads back to can offer to undo. Forgotten with the page. */
class Undoable {
	#removed = $state.raw<Entry>();

	put(removed: Entry | undefined): void {
		this.#removed = removed;
	}

	of<Body>({ practice }: Sheets<Body>): Entry<Body> | undefined {
		return this.#removed?.kind === practice ? (this.#removed as Entry<Body>) : undefined;
	}

	async undo<Body>(device: Device, sheets: Sheets<Body>): Promise<void> {
		const removed = this.of(sheets);
		if (removed) await sheets.restore(device, removed);
		this.forget();
	}

	forget(): void {
		this.#removed = undefined;
	}
}

export const undoable = new Undoable();
