import { isShared } from '$lib/domain/visibility.ts';
import type { Selectable } from 'kysely';
import type { Tables } from '$lib/platform/db/schema.server.ts';
import * as records from '$lib/platform/device/records.device.ts';
import { personStream } from '$lib/platform/sync/stream-names.ts';
import type { History, Note } from './history.ts';
import type { World } from './world.ts';

/** The promises of sync, once everything has come to rest. Returns those that were broken. */
export async function brokenPromises(world: World, history: History): Promise<string[]> {
	const phones: Note[][] = [];
	for (const phone of world.phones.keys()) {
		phones.push(await records.list<{ text: string }>(await world.tab({ phone, tab: 1 }), { kind: 'note' }));
	}
	const rows = await rowsOf(world);
	const stored = rows.filter((row) => row.state === 'live');
	const storedTexts = stored.map((row) => (JSON.parse(row.body!) as Note['body']).text);
	const everythingStored = JSON.stringify([rows, await answersOf(world)]);
	const broken: string[] = [];
	const promise = (kept: boolean, words: string) => kept || broken.push(words);

	for (const [phone, notes] of phones.entries()) {
		const texts = notes.map((note) => note.body.text);
		promise(
			notes.every(({ place }) => place === 'sent' || place === 'phone'),
			`phone ${phone} came to rest`
		);
		promise(isOnce(texts), `phone ${phone} shows each text once`);
		promise(asShared(notes) === asStored(stored), `phone ${phone} has what is shared, byte for byte`);
	}

	promise(isOnce(storedTexts), 'the server has each text once');
	for (const text of history.deleted) {
		// She may still have it as a private entry on another phone, and share that.
		const mayReturn = history.sharedLater.has(text);
		promise(mayReturn || !storedTexts.includes(text), `deleted text ${text} stays deleted`);
	}
	for (const [text, phone] of history.writtenOn) {
		const isOn = (notes: Note[]) => notes.some((note) => note.body.text === text);
		promise(
			history.givenUp.has(text) || isOn(phones[phone]!),
			`text ${text} is on phone ${phone} that it was written on`
		);
		promise(storedTexts.includes(text) || !everythingStored.includes(text), `nothing is left of ${text} on the server`);
		promise(
			history.shared.has(text) || !world.overheard.some((request) => request.includes(text)),
			`private text ${text} never left its phone`
		);
		promise(!history.takenBack.has(text) || !storedTexts.includes(text), `text ${text} that she took back is withheld`);
	}
	for (const [text, phone] of history.own) {
		promise(
			phones[phone]!.some((note) => note.body.text === text),
			`phone ${phone} keeps its own ${text}`
		);
	}
	return broken;
}

type Row = Selectable<Tables['record']>;

const rowsOf = ({ db, asker }: World): Promise<Row[]> =>
	db.selectFrom('record').selectAll().where('stream', '=', personStream(asker.personId)).execute();

const answersOf = ({ db, asker }: World) =>
	db.selectFrom('change').selectAll().where('device_id', 'like', `${asker.personId}:%`).execute();

const isOnce = (texts: string[]) => new Set(texts).size === texts.length;

const asShared = (notes: Note[]) =>
	line(
		notes
			.filter((note) => isShared(note.visibility))
			.map((note) => [note.id, note.rev, note.visibility, note.day, note.copyOf ?? '', JSON.stringify(note.body)])
	);

const asStored = (rows: Row[]) =>
	line(rows.map((row) => [row.id, row.rev, row.visibility, row.day, row.copy_of ?? '', row.body]));

const line = (fields: unknown[][]) =>
	fields
		.map((field) => field.join(' '))
		.toSorted()
		.join('\n');
