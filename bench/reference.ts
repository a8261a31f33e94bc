import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { node, root } from '../scripts/project.js';
import { freePort } from '../tests/support/server.ts';

const home = path.join(root, 'bench', 'reference');
const types: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json'
};

export interface Reference {
	origin: string;
	/** No signal, until it is mended. */
	cut(): void;
	mend(): void;
	stop(): void;
}

/** The page that times are compared with: one mood form in bare SvelteKit with a worker, built with our versions. */
export async function startReference(): Promise<Reference> {
	if (!existsSync(path.join(home, 'build', 'index.html'))) {
		const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
		const built = spawnSync(node, [vite, 'build'], { cwd: home, encoding: 'utf8' });
		if (built.status !== 0) throw new Error(`The reference page could not be built:\n${built.stdout}${built.stderr}`);
	}

	let isCut = false;
	const compressed = new Map<string, Buffer>();
	const server = http.createServer((request, response) => {
		if (isCut) return void request.socket.destroy();
		const pathname = request.url === '/' ? '/index.html' : (request.url ?? '').split('?')[0]!;
		const file = path.join(home, 'build', pathname);
		if (!existsSync(file)) return void response.writeHead(404).end();
		const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
		compressed.set(file, body);
		const isImmutable = pathname.startsWith('/_app/immutable/');
		response.writeHead(200, {
			'content-type': types[path.extname(file)] ?? 'application/octet-stream',
			'content-encoding': 'br',
			'cache-control': isImmutable ? 'public,max-age=31536000,immutable' : 'no-cache'
		});
		response.end(body);
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen(port, resolve));
	return {
		origin: `http://localhost:${port}`,
		cut: () => {
			isCut = true;
			server.closeAllConnections();
		},
		mend: () => {
			isCut = false;
		},
		stop: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
