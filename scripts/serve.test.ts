import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from './project.js';
import { freePort, launch, startServer, type TestServer } from '../tests/support/server.ts';

/** The front door with a small app behind it that shows what a big one would do only now and then. */
const app = `
import { writeFileSync } from 'node:fs';
if (process.env.FAIL) throw Object.assign(new Error('Say what to set.'), { name: process.env.FAIL });
process.emit('comadre:announce', 'setup http://somewhere/');
process.once('sveltekit:shutdown', () => writeFileSync(process.env.DATA_DIR + '/closed', ''));
export function handler(request, response, next) {
	const { pathname } = new URL(request.url, 'http://localhost');
	const html = (text) => { response.setHeader('content-type', 'text/html'); response.writeHead(200); response.write(text); response.end(); };
	if (pathname === '/slow') setTimeout(() => html('finished'), 400);
	else if (pathname === '/long') html('word '.repeat(2000));
	else if (pathname === '/short') html('word');
	else if (pathname === '/events') {
		response.setHeader('content-type', 'text/event-stream');
		response.writeHead(200);
		response.flushHeaders();
		response.write(': ' + ' '.repeat(3000) + '\\n\\n');
	} else if (pathname === '/stray') { void Promise.reject(new Error('secret text')); html('fine'); }
	else next();
}`;

let project: string;
const servers: TestServer[] = [];

beforeAll(() => {
	project = mkdtempSync(path.join(tmpdir(), 'comadre-front-'));
	cpSync(path.join(root, 'scripts'), path.join(project, 'scripts'), { recursive: true });
	cpSync(path.join(root, 'src/lib/platform/config'), path.join(project, 'src/lib/platform/config'), {
		recursive: true
	});
	symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
	mkdirSync(path.join(project, 'build'));
	writeFileSync(path.join(project, 'package.json'), '{"type":"module"}');
	writeFileSync(path.join(project, 'build', 'handler.js'), app);
});
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.remove()))));
afterAll(() => rmSync(project, { recursive: true, force: true }));

async function serving(env: Record<string, string> = {}) {
	const server = await startServer({ from: project, env });
	servers.push(server);
	return server;
}

async function failing(env: Record<string, string>) {
	const child = launch([path.join(project, 'scripts', 'serve.ts')], { DATA_DIR: project, ...env });
	return { code: await child.ended, said: child.output() };
}

/** One request exactly as given, outside of what a polite client would send. */
const raw = (origin: string, text: string) =>
	new Promise<string>((resolve) => {
		let answer = '';
		const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
		socket.on('data', (chunk) => {
			answer += chunk.toString();
			if (answer.includes('\r\n\r\n')) socket.destroy();
		});
		socket.on('close', () => resolve(answer.split('\r\n')[0]!));
	});

const get = (url: string, headers: Record<string, string>) =>
	new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
		const request = http.get(url, { headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => {
				chunks.push(chunk);
				if (url.endsWith('/events')) request.destroy();
			});
			answer.on('close', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
		});
		request.on('error', reject);
	});

test('the server says where it is ready, then what the app has to say', async () => {
	const server = await serving();
	expect(await server.line('setup')).toBe('http://somewhere/');
	expect(server.output()).toMatch(/^ready http:\/\/localhost:\d+\nsetup /);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
	'%s lets a request finish, closes the app and ends with 0',
	async (signal) => {
		const server = await serving();
		const answer = fetch(`${server.origin}/slow`).then((response) => response.text());
		const events = await fetch(`${server.origin}/events`);
		const [code, text] = await Promise.all([server.stop(signal), answer]);
		expect({ code, text }).toEqual({ code: 0, text: 'finished' });
		await expect(events.text()).rejects.toThrow();
		expect(existsSync(path.join(server.dataDir, 'closed'))).toBe(true);
	}
);

test('a taken port is one sentence', async () => {
	const port = await freePort();
	const other = createServer().listen(port);
	const { code, said } = await failing({ PORT: String(port) });
	other.close();
	expect({ code, said }).toEqual({
		code: 1,
		said: `Port ${port} is taken: stop what runs there, or set PORT to another number.\n`
	});
});

test.each([
	[{ PORT: 'many' }, 'PORT must be a number from 1 to 65535.'],
	[{ ORIGIN: 'comadre' }, 'ORIGIN must be the full address people open, for example https://comadre.example.org.'],
	[{ TLS_CERT: 'a.pem' }, 'TLS_CERT and TLS_KEY belong together: set both to file names, or neither.'],
	[
		{ TLS_CERT: '/nowhere/a.pem', TLS_KEY: '/nowhere/b.pem' },
		'TLS_CERT and TLS_KEY must name a certificate and its key in PEM form that can be read.'
	]
])('a broken setting is one sentence: %o', async (env, sentence) => {
	expect(await failing({ PORT: String(await freePort()), ...env })).toEqual({ code: 1, said: `${sentence}\n` });
});

test.each(['ConfigError', 'DatabaseError'])('a %s of the app is one sentence', async (name) => {
	const { code, said } = await failing({ PORT: String(await freePort()), FAIL: name });
	expect({ code, said }).toEqual({ code: 1, said: 'Say what to set.\n' });
});

test('a malformed request is refused, and the next one answered', async () => {
	const { origin } = await serving();
	const expected = {
		'GET // HTTP/1.1': 400,
		'GET //elsewhere/ HTTP/1.1': 400,
		'GET http://elsewhere/ HTTP/1.1': 400,
		'GET /%c0%ae HTTP/1.1': 400,
		'GET /% HTTP/1.1': 400,
		'GET /missing.js HTTP/1.1': 404,
		'GET /nothing HTTP/1.1': 404,
		nonsense: 400,
		'GET /short HTTP/1.1': 200
	};
	const status = async (line: string) =>
		Number((await raw(origin, `${line}\r\nHost: localhost\r\n\r\n`)).split(' ')[1]);
	const found = Object.fromEntries(
		await Promise.all(Object.keys(expected).map(async (line) => [line, await status(line)]))
	);
	expect(found).toEqual(expected);
});

test('a request that is too big is refused before it is read', async () => {
	const { origin } = await serving();
	const head = 'POST /short HTTP/1.1\r\nHost: localhost\r\nContent-Length: 600000\r\n\r\n';
	expect(await raw(origin, head)).toContain(' 413 ');
});

test('every answer carries the security headers', async () => {
	const { origin } = await serving();
	for (const place of ['/short', '/nothing', '/missing.js']) {
		const { headers } = await get(`${origin}${place}`, {});
		expect(headers).toMatchObject({
			'content-security-policy': "frame-ancestors 'none'",
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY'
		});
		expect(headers['strict-transport-security']).toBeUndefined();
	}
});

test('where people come by https, browsers are told to stay there', async () => {
	const port = await freePort();
	const server = await startServer({ from: project, port, env: { ORIGIN: 'https://comadre.example.org' } });
	servers.push(server);
	expect(server.origin).toBe('https://comadre.example.org');
	expect((await get(`http://localhost:${port}/short`, {})).headers['strict-transport-security']).toMatch(/^max-age=/);
});

test('a long answer is compressed, a short one and an event stream are not', async () => {
	const { origin } = await serving();
	const accepting = { 'accept-encoding': 'gzip, deflate, br' };

	const long = await get(`${origin}/long`, accepting);
	expect(long.headers['content-encoding']).toBe('br');
	expect(brotliDecompressSync(long.body).toString()).toBe('word '.repeat(2000));
	expect((await get(`${origin}/long`, {})).body.toString()).toBe('word '.repeat(2000));
	expect((await get(`${origin}/long`, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');

	expect((await get(`${origin}/short`, accepting)).headers['content-encoding']).toBeUndefined();
	expect((await get(`${origin}/events`, accepting)).headers['content-encoding']).toBeUndefined();
});

test('a promise that fails unseen is noted without its words, and the server stays', async () => {
	const server = await serving();
	await fetch(`${server.origin}/stray`);
	expect((await fetch(`${server.origin}/short`)).status).toBe(200);
	await expect.poll(() => server.output(), { timeout: 20_000 }).toContain('"unhandled"');
	expect(server.output()).not.toContain('secret text');
});
