import { appendFileSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './project.js';
import { cloneProject } from '../tests/support/clone.ts';
import { freePort, launch } from '../tests/support/server.ts';

/** A clone of the project, its packages installed. */
let clone: string;
const builtAt = () => statSync(path.join(clone, 'build', 'handler.js')).mtimeMs;

beforeAll(() => void (clone = cloneProject()));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

async function start(args: string[] = [], env: Record<string, string> = {}) {
	const settings = { PORT: String(await freePort()), DATA_DIR: path.join(clone, 'data'), ...env };
	return launch([path.join(clone, 'scripts', 'start.js'), ...args], settings, process.execPath);
}

/** Starts, waits until it serves, and stops again. */
async function startAndStop() {
	const child = await start();
	const origin = await child.line('ready');
	const { status } = await fetch(origin);
	child.process.kill('SIGTERM');
	return { status, code: await child.ended, said: child.output() };
}

test('npm start builds once, again after a change, and not otherwise', { timeout: 120_000 }, async () => {
	const first = await startAndStop();
	expect(first).toMatchObject({ status: 200, code: 0 });
	expect(first.said).toContain('Building');
	const once = builtAt();

	const second = await startAndStop();
	expect(second).toMatchObject({ status: 200, code: 0 });
	expect(second.said).not.toContain('Building');
	expect(builtAt()).toBe(once);

	appendFileSync(path.join(clone, 'static', 'icon.svg'), '\n');
	expect((await startAndStop()).said).toContain('Building');
	expect(builtAt()).toBeGreaterThan(once);
});

test('a source that does not build is shown, and nothing is served', { timeout: 60_000 }, async () => {
	const page = path.join(clone, 'src', 'routes', 'shell', '+page.svelte');
	const before = readFileSync(page);
	writeFileSync(page, '{#if');
	const child = await start();
	expect(await child.ended).toBe(1);
	expect(child.output()).toMatch(/shell\/\+page\.svelte[\s\S]*The build failed: the lines above say why\.\n$/);
	writeFileSync(page, before);
});

test('packages that cannot be had are one sentence', async () => {
	const lock = path.join(clone, 'package-lock.json');
	const before = readFileSync(lock, 'utf8');
	rmSync(path.join(clone, 'node_modules'));
	const child = await start([], {
		npm_config_registry: 'http://127.0.0.1:9',
		npm_config_cache: path.join(clone, 'none'),
		npm_config_fetch_retries: '0'
	});
	expect(await child.ended).toBe(1);
	expect(child.output()).toContain('check that this machine can reach the npm registry');
	rmSync(path.join(clone, 'node_modules'), { recursive: true, force: true });
	symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'));
	expect(readFileSync(lock, 'utf8')).toBe(before);
});

test('an option that does not exist is one sentence', async () => {
	const child = await start(['--dmeo']);
	expect(await child.ended).toBe(1);
	expect(child.output()).toBe('npm start does not know --dmeo: the only option is "npm start -- --demo".\n');
});
