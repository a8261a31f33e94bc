import { connect, createServer, type Socket } from 'node:net';
import { freePort, startServer, type ServerOptions, type TestServer } from './server.ts';

/** A server behind a wire that counts: every byte in both directions, headers and the worker's own requests included. */
export interface Meter extends TestServer {
	/** The server's own port, past the wire. */
	inside: number;
	/** Bytes sent to the phone since the last `reset`. */
	received(): number;
	requests(): number;
	reset(): void;
	/** No signal: what is open breaks off, and nothing gets through until it is mended. */
	cut(): void;
	mend(): void;
	/** Resolves when nothing has come through for a while. */
	quiet(forMs?: number): Promise<void>;
}

export async function startMeteredServer(options: ServerOptions = {}): Promise<Meter> {
	const outside = await freePort();
	const inside = await freePort();
	const origin = `http://localhost:${outside}`;
	const server = await startServer({ ...options, port: inside, env: { ...options.env, ORIGIN: origin } });

	let received = 0;
	let requests = 0;
	let lastAt = Date.now();
	let isCut = false;
	const open = new Set<Socket>();
	const wire = createServer((phone) => {
		if (isCut) return void phone.destroy();
		const server = connect(inside, 'localhost');
		for (const socket of [phone, server]) {
			open.add(socket);
			socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
		}
		phone.on('data', (chunk) => {
			requests += chunk.toString('latin1').match(/^(GET|POST|PUT|DELETE) /gm)?.length ?? 0;
			lastAt = Date.now();
		});
		server.on('data', (chunk) => {
			received += chunk.length;
			lastAt = Date.now();
		});
		phone.pipe(server).pipe(phone);
	});
	await new Promise<void>((resolve) => wire.listen(outside, resolve));

	return {
		...server,
		origin,
		inside,
		received: () => received,
		requests: () => requests,
		reset: () => {
			received = 0;
			requests = 0;
		},
		cut: () => {
			isCut = true;
			for (const socket of open) socket.destroy();
		},
		mend: () => {
			isCut = false;
		},
		quiet: (forMs = 1500) =>
			new Promise((resolve) => {
				lastAt = Date.now();
				const look = setInterval(() => {
					if (Date.now() - lastAt < forMs) return;
					clearInterval(look);
					resolve();
				}, 100);
			}),
		remove: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => wire.close(resolve));
			await server.remove();
		}
	};
}
