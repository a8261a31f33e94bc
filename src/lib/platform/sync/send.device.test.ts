import { expect, test } from 'vitest';
import { PROTOCOL } from './protocol.ts';
import { sendTo } from './send.device.ts';

const request = { protocol: PROTOCOL, personId: 'rosa', deviceId: 'phone', changes: [] };
const reply = { results: [], streams: {}, left: [], you: {} };
const json = (status: number, body: unknown) => Response.json(body, { status });
const page = (status: number) =>
	new Response('<h1>Free Wi-Fi</h1>', { status, headers: { 'content-type': 'text/html' } });

test.each([
	['an answer', json(200, reply), reply],
	['a session that has ended', json(401, {}), 'signedOut'],
	['somebody else’s session', json(409, {}), 'signedOut'],
	['an app that is too old', json(426, {}), 'updateNeeded'],
	['a café that wants her to sign in', page(200), 'unreachable'],
	['a café that forbids', page(403), 'unreachable'],
	['a proxy that says it is JSON', json(200, { hello: 'world' }), 'unreachable'],
	['a server that restarts', json(503, {}), 'unreachable'],
	['half an answer', new Response('{"results":', { headers: { 'content-type': 'application/json' } }), 'unreachable']
])('%s', async (_, response, expected) => {
	expect(await sendTo(async () => response)(request)).toEqual(expected);
});

test('no network', async () => {
	const send = sendTo(async () => {
		throw new TypeError('Failed to fetch');
	});

	expect(await send(request)).toBe('unreachable');
});
