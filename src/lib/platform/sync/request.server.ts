import { z } from 'zod';
import { editsSchema, idSchema } from './apply.server.ts';
import type { Asked } from './exchange.server.ts';
import { MAX_CHANGES, OLDEST_PROTOCOL, PROTOCOL } from './protocol.ts';

const MAX_BYTES = 512 * 1024;

/** Each change is checked on its own later, so that one bad one does not hold up the rest; it must say which it is. */
const requestSchema = z.object({
	personId: idSchema,
	deviceId: idSchema,
	changes: z.array(z.looseObject({ opId: idSchema, edits: editsSchema })).max(MAX_CHANGES),
	cursors: z.record(z.string().max(100), z.int().min(0)).optional()
});

export interface Rejection {
	status: 400 | 409 | 413 | 415 | 422 | 426;
	code: string;
}

/** Reads a phone's request, or says what is wrong with it. */
export async function readRequest(request: Request, personId: string): Promise<Asked | Rejection> {
	if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return reject(415, 'sync.notJson');
	if (Number(request.headers.get('content-length')) > MAX_BYTES) return reject(413, 'sync.tooLarge');
	const text = await request.text();
	if (Buffer.byteLength(text) > MAX_BYTES) return reject(413, 'sync.tooLarge');

	const said = parse(text);
	if (said === undefined) return reject(400, 'sync.notJson');
	const { success, data } = z.object({ protocol: z.int() }).safeParse(said);
	if (!success) return reject(422, 'sync.malformed');
	if (data.protocol < OLDEST_PROTOCOL) return reject(426, 'sync.appTooOld');
	if (data.protocol > PROTOCOL) return reject(400, 'sync.serverTooOld');

	const read = requestSchema.safeParse(said);
	if (!read.success) return reject(422, 'sync.malformed');
	// Two women may have used one browser: what one wrote must never be filed under the other.
	if (read.data.personId !== personId) return reject(409, 'sync.otherPerson');
	return read.data;
}

const reject = (status: Rejection['status'], code: string): Rejection => ({ status, code });

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
