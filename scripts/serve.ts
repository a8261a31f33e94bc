// The server: what SvelteKit built, behind our own front door. Runs on the Node that Comadre installs.
import { existsSync, readFileSync } from 'node:fs';
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { ConfigError, readConfig, type Config } from '../src/lib/platform/config/config.server.ts';
import { compress } from './compress.ts';
import { securityHeaders } from './headers.ts';

const built = path.join(import.meta.dirname, '..', 'build');
const BODY_LIMIT_BYTES = 512 * 1024;
const GRACE_MS = 10_000;
const ASSET = /\.(js|css|map|png|svg|ico|webp|woff2|webmanifest)$/;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** A mistake of the set-up, not of the program: people get its one sentence, not a stack. */
const isExplained = (problem: unknown): problem is Error =>
	problem instanceof Error && (problem.name === 'ConfigError' || problem.name === 'DatabaseError');

// A promise that nobody waited for must not take everybody's server down. What people wrote can be in its message.
process.on('unhandledRejection', (problem) => {
	const stack =
		problem instanceof Error ? (problem.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
	console.error(
		JSON.stringify({
			level: 50,
			msg: 'unhandled',
			name: problem instanceof Error ? problem.name : typeof problem,
			at: stack.slice(0, 8)
		})
	);
});

try {
	await serve(readConfig(process.env));
} catch (problem) {
	if (!isExplained(problem)) throw problem;
	console.error(problem.message);
	process.exit(1);
}

async function serve(config: Config) {
	process.env.ORIGIN = config.origin;
	process.env.BODY_SIZE_LIMIT ??= String(BODY_LIMIT_BYTES);

	// What the app wants said at start (links that let people in) is held back until people can follow it.
	const heldBack: string[] = [];
	let say: (line: string) => void = (line) => heldBack.push(line);
	process.on('comadre:announce' as 'message', (line) => say(String(line)));

	// The port first: a second server on the same data stops here, before it touches the database.
	let answer: RequestListener = (_, response) => {
		response.writeHead(503, { 'retry-after': '1' }).end();
	};
	const server = createServer(config, (request, response) => answer(request, response));
	await listen(server, config.port);

	const { handler } = (await import(path.join(built, 'handler.js'))) as { handler: Handler };
	answer = frontDoor(config, handler);
	stopOn(['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'], server);

	console.log(`ready ${config.origin}`);
	say = (line) => console.log(line);
	heldBack.forEach(say);
}

/** What every request passes before the app sees it. */
function frontDoor(config: Config, handler: Handler): RequestListener {
	const headers = Object.entries(securityHeaders(config.origin));

	return (request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		// Files that may change under the same name are asked for anew; the app and hashed files say otherwise.
		response.setHeader('cache-control', 'no-cache');

		const refusal = refuse(request);
		if (refusal) return void response.writeHead(refusal, { connection: 'close' }).end();

		compress(request, response);
		handler(request, response, () => response.writeHead(404).end());
	};
}

function refuse(request: IncomingMessage): 400 | 404 | 413 | undefined {
	if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) return 413;
	const target = request.url ?? '';
	// Only a plain path is ours: "//host" and "http://host/" would be read as another origin by one part or another.
	if (!target.startsWith('/') || target.startsWith('//')) return 400;
	const pathname = decoded(target.split('?')[0]!);
	if (pathname === undefined) return 400;
	// A missing file is never answered with a page: a script that turns out to be HTML leaves a blank app.
	if (ASSET.test(pathname) && !existsSync(path.join(built, 'client', pathname))) return 404;
	return undefined;
}

function decoded(pathname: string): string | undefined {
	try {
		return decodeURIComponent(pathname);
	} catch {
		return undefined;
	}
}

function createServer({ tls }: Config, listener: RequestListener): http.Server {
	// A connection that is slow to say what it wants is let go, so that many of them cannot hold the server.
	const timeouts = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 20_000 };
	if (!tls) return http.createServer(timeouts, listener);
	try {
		const certificate = { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) };
		return https.createServer({ ...timeouts, ...certificate }, listener);
	} catch (cause) {
		throw new ConfigError('TLS_CERT and TLS_KEY must name a certificate and its key in PEM form that can be read.', {
			cause
		});
	}
}

async function listen(server: http.Server, port: number) {
	const outcome = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
		server.once('error', resolve);
		server.listen(port, process.env.HOST, () => resolve(undefined));
	});
	if (!outcome) return;
	if (outcome.code === 'EADDRINUSE') {
		throw new ConfigError(`Port ${port} is taken: stop what runs there, or set PORT to another number.`);
	}
	if (outcome.code === 'EACCES') {
		throw new ConfigError(`Port ${port} may not be opened by this user: set PORT to a number above 1023.`);
	}
	throw new ConfigError(`Port ${port} could not be opened (${outcome.code}): check HOST and PORT.`);
}

/** Lets requests in flight finish, then has the app close its database; with nothing left to do, the process ends. */
function stopOn(causes: string[], server: http.Server) {
	let isStopping = false;
	const open = new Set<ServerResponse>();
	server.on('request', (_, response: ServerResponse) => {
		open.add(response);
		response.on('close', () => {
			open.delete(response);
			if (isStopping) setImmediate(() => server.closeIdleConnections());
		});
	});

	const stop = () => {
		if (isStopping) return;
		isStopping = true;
		server.close(() => {
			process.emit('sveltekit:shutdown' as 'disconnect');
			setTimeout(() => process.exit(), GRACE_MS).unref();
		});
		server.closeIdleConnections();
		// An event stream has no end of its own; phones come back to whoever serves next.
		for (const response of open) if (isEventStream(response)) response.destroy();
		setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
	};
	for (const cause of causes) process.on(cause, stop);
	process.channel?.unref();
}

const isEventStream = (response: ServerResponse) =>
	String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
