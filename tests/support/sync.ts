import { z } from 'zod/mini';
import { newId } from '$lib/domain/id.ts';
import type { Asker } from '$lib/platform/auth/asker.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { exchange, type Asked } from '$lib/platform/sync/exchange.server.ts';
import { kindsByName } from '$lib/platform/sync/kind.ts';
import type { Change, SyncRequest } from '$lib/platform/sync/protocol.ts';
import type { Send } from '$lib/platform/sync/send.device.ts';

/** Kinds as a feature would define them: one that she writes, one that staff write. */
export const testKinds = kindsByName([
	{ name: 'note', schema: z.strictObject({ text: z.string() }), writtenBy: 'participant' },
	{ name: 'answer', schema: z.strictObject({ text: z.string() }), writtenBy: 'staff' }
]);

export const anAsker = (over: Partial<Asker> = {}): Asker => ({
	...{ personId: newId(), sessionId: newId(), programmeId: newId(), name: 'Rosa', language: 'es' },
	...{ isDemo: false, isCoordinator: false, places: [{ cohortId: newId(), role: 'participant' }] },
	...over
});

export const aChange = (over: Partial<Change> = {}): Change => ({
	...{ opId: newId(), edits: 1, recordId: newId(), kind: 'note', baseRev: 0, day: '2030-01-01' },
	...{ visibility: 'team', action: 'save' },
	...((over.action ?? 'save') === 'save' && { body: { text: 'hello' } }),
	...over
});

export const exchangeAt = (db: Db, asker: Asker, asked: Partial<Asked>, now = 1000) =>
	exchange(db, asker, { deviceId: 'phone', changes: [], ...asked }, { kinds: testKinds, now });

/** A phone's way to a server without a network: what crosses it is text, as in life. */
export const sendTo =
	(db: Db, asker: Asker): Send =>
	async (request) => {
		const { deviceId, changes, cursors } = overTheWire(request);
		return overTheWire(
			await exchangeAt(db, asker, { deviceId, changes: changes as unknown as Asked['changes'], cursors })
		);
	};

export const overTheWire = <Message extends SyncRequest | object>(message: Message): Message =>
	JSON.parse(JSON.stringify(message)) as Message;
