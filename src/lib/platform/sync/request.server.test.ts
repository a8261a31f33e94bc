import { expect, test } from 'vitest';
import { MAX_CHANGES, OLDEST_PROTOCOL, PROTOCOL } from './protocol.ts';
import { readRequest } from './request.server.ts';

const good = { protocol: PROTOCOL, personId: 'rosa', deviceId: 'phone', changes: [] as object[], cursors: { a: 1 } };

const read = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
	readRequest(
		new Request('http://localhost/api/sync', {
			method: 'POST',
			headers,
			body: typeof body === 'string' ? body : JSON.stringify(body)
		}),
		'rosa'
	);

test('a request is read', async () => {
	expect(await read({ ...good, changes: [{ opId: 'a', edits: 1, kind: 7 }] })).toMatchObject({
		deviceId: 'phone',
		changes: [{ opId: 'a', edits: 1, kind: 7 }],
		cursors: { a: 1 }
	});
});

test.each([
	['no JSON type', good, 415, { 'content-type': 'text/plain' }],
	['no JSON', '{', 400],
	['too much', ' '.repeat(600 * 1024), 413],
	['nothing', 'null', 422],
	['a list', [], 422],
	['no protocol', { ...good, protocol: undefined }, 422],
	['a protocol of long ago', { ...good, protocol: OLDEST_PROTOCOL - 1 }, 426],
	['a protocol of tomorrow', { ...good, protocol: PROTOCOL + 1 }, 400],
	['somebody else', { ...good, personId: 'ana' }, 409],
	['no phone', { ...good, deviceId: '' }, 422],
	['a change without a name', { ...good, changes: [{ kind: 'note' }] }, 422],
	['a change without its edits', { ...good, changes: [{ opId: 'a' }] }, 422],
	[
		'too many changes',
		{ ...good, changes: Array.from({ length: MAX_CHANGES + 1 }, () => ({ opId: 'a', edits: 1 })) },
		422
	],
	['a cursor that is no number', { ...good, cursors: { a: 'b' } }, 422],
	['a cursor below zero', { ...good, cursors: { a: -1 } }, 422],
	['a prototype', '{"__proto__":{"protocol":1}}', 422]
])('%s is turned away with a code', async (_, body, status, headers?: Record<string, string>) => {
	expect(await read(body, headers)).toMatchObject({ status, code: expect.stringMatching(/^sync\./) });
});
