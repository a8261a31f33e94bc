import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node, root } from '../../scripts/project.js';

/** A real server in a process of its own, on a free port, with a data folder that goes when it stops. */
export interface TestServer {
	origin: string;
	dataDir: string;
	/** The rest of the line that starts with `name `, such as `participant-en <url>`, as soon as it is printed. */
	line(name: string): Promise<string>;
	readonly pid: number;
	/** Everything it has printed so far. */
	output(): string;
	/** SIGTERM, or another signal; resolves with the exit code once it is gone. Its data stay until `remove`. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
	/** Stops if need be, then serves the same data on the same port again, perhaps another build. */
	restart(from?: string): Promise<void>;
	remove(): Promise<void>;
}

export interface ServerOptions {
	env?: Record<string, string>;
	/** The project to serve; its `build` is made already. */
	from?: string;
	dataDir?: string;
	port?: number;
}

/** Resolves when the server says `ready`; rejects with what it printed when it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
	const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'comadre-'));
	const port = options.port ?? (await freePort());
	const settings = { PORT: String(port), DATA_DIR: dataDir, ...options.env };
	const start = (from = root) => launch([path.join(from, 'scripts', 'serve.ts')], settings);

	let child = start(options.from);
	const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
		child.process.kill(signal);
		return child.ended;
	};
	return {
		origin: await child.line('ready'),
		dataDir,
		get pid() {
			return child.process.pid!;
		},
		line: (name) => child.line(name),
		output: () => child.output(),
		stop,
		restart: async (from = options.from) => {
			await stop();
			child = start(from);
			await child.line('ready');
		},
		remove: async () => {
			await stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** Runs Comadre's Node and reads along. Nothing of this process's settings reaches it, but for the path. */
export function launch(args: string[], env: Record<string, string>, program = node) {
	const child: ChildProcess = spawn(program, args, { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } });
	let output = '';
	let hasEnded = false;
	const changed = new Set<() => void>();
	const notify = () => changed.forEach((look) => look());
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			notify();
		});
	}
	const ended = new Promise<number | null>((resolve) =>
		child.on('close', (code) => {
			hasEnded = true;
			notify();
			resolve(code);
		})
	);

	const line = (name: string) =>
		new Promise<string>((resolve, reject) => {
			const look = () => {
				const found = new RegExp(`^${name} (.+)\n`, 'm').exec(output)?.[1];
				if (found === undefined && !hasEnded) return;
				changed.delete(look);
				if (found === undefined) reject(new Error(`It ended without "${name}":\n${output}`));
				else resolve(found);
			};
			changed.add(look);
			look();
		});

	return { process: child, line, ended, output: () => output };
}

export const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const probe = createServer().on('error', reject);
		probe.listen(0, () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
