import { newId } from '$lib/domain/id.ts';
import { isShared, type Visibility } from '$lib/domain/visibility.ts';
import * as outbox from '$lib/platform/device/outbox.device.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { StorageProblem } from '$lib/platform/device/storage-problem.ts';
import type { Action, Tab } from './actions.ts';
import { withRoomFor } from './storage.ts';
import type { World } from './world.ts';

export type Note = records.Entry<{ text: string }>;

/** What she did, and what may be expected of the phones and the server because of it. Every text is written once only. */
export class History {
	/** Which phone each text was written on. */
	readonly writtenOn = new Map<string, number>();
	/** Texts that she has seen and then written over or deleted: these may be gone. */
	readonly givenUp = new Set<string>();
	/** Texts that she ever shared; no other may leave its phone. */
	readonly shared = new Set<string>();
	/** Texts that she shared only after she had them as private entries. */
	readonly sharedLater = new Set<string>();
	/** Texts that she took back from the server, and has not shared again since. */
	readonly takenBack = new Set<string>();
	/** Texts that she deleted. */
	readonly deleted = new Set<string>();
	/** Texts that a phone must keep as its own: private ones, and those taken back there. */
	readonly own = new Map<string, number>();

	constructor(readonly world: World) {}

	async do(action: Action): Promise<void> {
		switch (action.do) {
			case 'create':
				return this.#write(action.on, undefined, action.visibility);
			case 'edit':
				return this.#write(action.on, await this.#pick(action), action.visibility);
			case 'setVisibility':
				return this.#setVisibility(action.on, await this.#pick(action), action.visibility);
			case 'delete':
				return this.#remove(action.on, await this.#pick(action));
			case 'sync':
				return this.world.sync(action.on, action.fate);
			case 'deliver':
				return this.world.deliver(action.which);
			case 'arriveLate':
				return this.world.arriveLate(action.which);
			case 'killTab':
				return this.world.kill(action.on);
			case 'createWhenFull':
				return this.#createWhenFull(action.on, action.writes);
			case 'syncWhenFull':
				await this.world.tab(action.on);
				return withRoomFor(action.writes, () => this.world.sync(action.on, 'arrives')).catch(ignoreFull);
			case 'setClock':
				return this.world.setClock(action.phone, action.years);
			case 'setServerClock':
				return this.world.setServerClock(action.years);
		}
	}

	async #pick({ on, which }: { on: Tab; which: number }): Promise<Note | undefined> {
		const notes = await this.#notes(on);
		return notes[which % Math.max(1, notes.length)];
	}

	async #notes(on: Tab): Promise<Note[]> {
		return records.list<{ text: string }>(await this.world.tab(on), { kind: 'note' });
	}

	async #write(on: Tab, before: Note | undefined, visibility: Visibility): Promise<void> {
		const text = `«${this.writtenOn.size}»`;
		const mayBeThere = before !== undefined && (await this.#mayBeThere(on, before.id));
		await records.save(await this.world.tab(on), {
			id: before?.id ?? newId(),
			kind: 'note',
			day: '2030-01-01',
			visibility,
			body: { text }
		});
		this.writtenOn.set(text, on.phone);
		if (before) this.#giveUp(before.body.text);
		if (before && visibility === 'me' && mayBeThere) this.takenBack.add(before.body.text);
		if (isShared(visibility)) this.shared.add(text);
		else this.own.set(text, on.phone);
	}

	async #createWhenFull(on: Tab, writes: number): Promise<void> {
		await this.world.tab(on);
		const before = await this.#notes(on);
		const failed = await withRoomFor(writes, () => this.#write(on, undefined, 'team')).then(
			() => false,
			(error: unknown) => ignoreFull(error) ?? true
		);
		const after = await this.#notes(on);
		if (failed && after.length !== before.length) throw new Error('A full phone kept half an entry.');
		if (!failed) throw new Error('A shared entry takes two writes.');
	}

	async #setVisibility(on: Tab, note: Note | undefined, visibility: Visibility): Promise<void> {
		if (!note) return;
		const { text } = note.body;
		const mayBeThere = await this.#mayBeThere(on, note.id);
		await records.setVisibility(await this.world.tab(on), note.id, visibility);
		if (isShared(visibility)) {
			if (!isShared(note.visibility)) this.sharedLater.add(text);
			this.shared.add(text);
			this.takenBack.delete(text);
			this.own.delete(text);
		} else if (isShared(note.visibility)) {
			if (mayBeThere) this.takenBack.add(text);
			this.own.set(text, on.phone);
		}
	}

	async #remove(on: Tab, note: Note | undefined): Promise<void> {
		if (!note) return;
		await records.remove(await this.world.tab(on), note.id);
		this.#giveUp(note.body.text);
		this.deleted.add(note.body.text);
	}

	#giveUp(text: string): void {
		this.givenUp.add(text);
		this.own.delete(text);
	}

	/** The server has it, or may have. */
	async #mayBeThere(on: Tab, id: string): Promise<boolean> {
		const { db } = await this.world.tab(on);
		const row = await outbox.of(db, id);
		return (await db.records.get(id))?.sent === true || row?.wasTried === true;
	}
}

function ignoreFull(error: unknown): void {
	if (!(error instanceof StorageProblem && error.trouble === 'storageFull')) throw error;
}
