import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { MINUTE_MS } from '$lib/domain/clock.ts';
import { dayInZone, type Day } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import type { Tx } from '$lib/platform/db/schema.server.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import { lookKind, type Look } from './look.kind.ts';
import { lookedAt, type LookedAt } from './review.ts';
import type { Reading } from './review.server.ts';

/** When this staff member last read each woman's entries; seeing her name in the list is not reading. */
export async function lastRead(tx: Tx, { programmeId, staffId }: Reading): Promise<Map<string, number>> {
	const rows = await tx
		.selectFrom('look')
		.select(({ fn }) => ['participant_id', fn.max('at').as('at')])
		.where('programme_id', '=', programmeId)
		.where('staff_id', '=', staffId)
		.where('what', '!=', 'done' satisfies LookedAt)
		.groupBy('participant_id')
		.execute();
	return new Map(rows.map(({ participant_id, at }) => [participant_id, at]));
}

/** Looks that are no further apart than this are one sitting: leafing to and fro in it tells her nothing more. */
const SITTING_MS = 60 * MINUTE_MS;

/** Writes the look where nobody can change it, and tells her phone: one record a staff member and day, which counts sittings. */
export async function noteLook(tx: Tx, reading: Reading, personId: string, kinds: readonly LookedAt[]): Promise<void> {
	const { programmeId, staffId, name, role, zone, now } = reading;
	const what = lookedAt.filter((kind) => kinds.includes(kind));
	const stream = streams.personStream(personId);
	// Held first: looks at the same moment see one another.
	await streams.hold(tx, stream);
	const last = await tx
		.selectFrom('look')
		.select(({ fn }) => fn.max('at').as('at'))
		.where('programme_id', '=', programmeId)
		.where('participant_id', '=', personId)
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	const isSameSitting = last?.at != null && now - last.at < SITTING_MS;
	await tx
		.insertInto('look')
		.values({
			id: newId(),
			programme_id: programmeId,
			staff_id: staffId,
			participant_id: personId,
			what: what.join(),
			at: now
		})
		.execute();

	const day = dayInZone(now, zone);
	const id = lookIdOf(staffId, personId, day);
	const [before] = await streams.read<Look>(tx, { stream, kinds: [lookKind.name], ids: [id] });
	const body: Look = {
		by: { name, role },
		day,
		what: lookedAt.filter((kind) => what.includes(kind) || before?.body.what.includes(kind)),
		count: (before?.body.count ?? 0) + (before && isSameSitting ? 0 : 1)
	};
	if (before && isDeepStrictEqual(before.body, body)) return;
	await streams.put(tx, { stream, id, kind: lookKind.name, body, day, authorId: staffId, now });
}

/** One id for all looks of one staff member at one woman on one day: a UUID made from them (version 8). */
function lookIdOf(staffId: string, personId: string, day: Day): string {
	const hex = createHash('sha256').update(`look ${staffId} ${personId} ${day}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
