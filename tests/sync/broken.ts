import { newId } from '$lib/domain/id.ts';
import { answer, exchange } from '$lib/platform/sync/exchange.server.ts';
import { toWire } from '$lib/platform/sync/pull.server.ts';
import { testKinds } from '../support/sync.ts';
import { applyAndDie, soundServer, type Server } from './server.ts';

/** Forgets what it has seen: to it, a repeated change is a new one. */
export const withoutDedupe: Server = (db, asker, asked, moment) =>
	soundServer(db, asker, { ...asked, deviceId: newId() }, moment);

/** Answers with what its clock says is newer than the phone's cursor. */
export const withCursorByClock: Server = async (db, asker, asked, moment) => {
	const { cursors, ...changesOnly } = asked;
	const reply = await soundServer(db, asker, changesOnly, moment);
	if (!reply || !cursors) return reply;

	const whole = await exchange(
		db,
		asker,
		{ ...asked, changes: [], cursors: {} },
		{ kinds: testKinds, now: moment.now }
	);
	for (const stream of Object.keys(whole.streams)) {
		const since = cursors[stream] ?? 0;
		const rows = await db
			.selectFrom('record')
			.selectAll()
			.where('stream', '=', stream)
			.where('received_at', '>', since)
			.orderBy('received_at')
			.execute();
		const records = rows.map((row) => ({ ...toWire(row, asker.personId), seq: row.received_at }));
		reply.streams[stream] = { records, cursor: rows.at(-1)?.received_at ?? since, more: false };
	}
	return reply;
};

/** Tells the phone that all is well before it has committed. */
export const withAnswerBeforeCommit: Server = async (db, asker, asked, moment) => {
	if (!moment.dies) return soundServer(db, asker, asked, moment);
	return answer(db, asker, { ...asked, cursors: undefined }, await applyAndDie(db, asker, asked, moment.now));
};
