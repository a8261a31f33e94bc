import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { access } from '../src/access.ts';
import config from '../vite.config.ts';
import { everyRouteDeclaresAccess, routeIds } from './access-plugin.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'routes-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const aRoute = (folder: string, file = '+page.svelte') => {
	mkdirSync(path.join(root, folder), { recursive: true });
	writeFileSync(path.join(root, folder, file), '');
};

const buildWith = (declared: Record<string, unknown>) => {
	const entry = path.join(root, 'entry.js');
	writeFileSync(entry, 'export {};');
	return build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [everyRouteDeclaresAccess(declared, root)],
		build: { write: false, rollupOptions: { input: entry } }
	});
};

test('a route that declares no access fails the build, and the message names it', async () => {
	aRoute('staff/cohorts/[cohortId]');
	aRoute('api/sync', '+server.ts');

	await expect(buildWith({ '/api/sync': [] })).rejects.toThrow(/src\/access\.ts .*\/staff\/cohorts\/\[cohortId\]/);
	await expect(buildWith({ '/api/sync': [], '/staff/cohorts/[cohortId]': [] })).resolves.toBeDefined();
});

test('a folder that only frames others is no route', () => {
	aRoute('.');
	aRoute('staff', '+layout.svelte');
	aRoute('(account)/in', '+page.server.ts');

	expect(routeIds(root)).toEqual(['/', '/(account)/in']);
});

test('this very check stands in the build of the app', () => {
	const names = (config.plugins ?? []).flat(3).map((plugin) => (plugin as Plugin | undefined)?.name);

	expect(names).toContain('every-route-declares-access');
});

test('every line in src/access.ts is about a route that exists', () => {
	const ids = routeIds(path.join(import.meta.dirname, '..', 'src', 'routes'));

	expect(Object.keys(access).filter((id) => !ids.includes(id))).toEqual([]);
});
