import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path/posix';
import { expect, test } from 'vitest';

/** What each part may import at run time; `import type` is free. Parts of src/lib by name, the rest of the app as `app`. */
const below: Record<string, string[]> = {
	domain: ['domain'],
	ui: ['ui'],
	i18n: ['i18n', 'domain'],
	platform: ['platform', 'domain'],
	features: ['features', 'platform', 'domain', 'ui', 'i18n'],
	records: ['records', 'features', 'platform', 'domain'],
	app: ['app', 'records', 'features', 'platform', 'domain', 'ui', 'i18n']
};
const alongside: Record<string, string[]> = {
	anywhere: ['anywhere'],
	device: ['anywhere', 'device'],
	server: ['anywhere', 'server'],
	screen: ['anywhere', 'device', 'screen']
};

const lib = 'src/lib';
const inLib = (file: string) => file.startsWith(`${lib}/`);
const part = (file: string) => (inLib(file) ? path.relative(lib, file).split(/[/.]/)[0] : 'app');
const feature = (file: string) => /^src\/lib\/features\/([^/]+)\//.exec(file)?.[1];
const side = (file: string) =>
	/\.svelte(\.ts)?$/.test(file) ? 'screen' : (/\.(device|server)\.ts$/.exec(file)?.[1] ?? 'anywhere');
const isFrontDoor = (file: string) => path.basename(file).startsWith(`${feature(file)}.`);

const isFile = (file: string) => existsSync(file) && statSync(file).isFile();
const resolve = (from: string, specifier: string) => {
	const base = specifier.startsWith('$lib/')
		? path.join(lib, specifier.slice(5))
		: path.join(path.dirname(from), specifier);
	return (
		[base, `${base}.ts`, `${base}.svelte`, `${base}/index.ts`, base.replace(/\.js$/, '.ts')].find(isFile) ??
		`${base} (not found)`
	);
};

const statically = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]((?:\$lib|\.\.?)\/[^'"]+)['"]/gm;
const dynamically = /\bimport\(\s*['"]((?:\$lib|\.\.?)\/[^'"]+)['"]\s*\)/g;

const edges = globSync('{src,service-worker}/**/*.{ts,svelte}', {
	exclude: (file) => file.endsWith('.test.ts')
}).flatMap((from) => {
	const source = readFileSync(from, 'utf8');
	return [statically, dynamically]
		.flatMap((pattern) => [...source.matchAll(pattern)])
		.filter(
			([, specifier = '']) =>
				!specifier.startsWith('./$types') && !specifier.endsWith('.css') && !specifier.endsWith('.json')
		)
		.map(([, specifier = '']) => ({ from, to: resolve(from, specifier) }));
});

const list = (found: typeof edges) => found.map(({ from, to }) => `${from} → ${to}`);

test('every import was read and leads to a file', () => {
	expect(edges.length).toBeGreaterThan(0);
	expect(list(edges.filter(({ to }) => to.endsWith('(not found)')))).toEqual([]);
});

test('each part imports only what stands below it', () => {
	expect(list(edges.filter(({ from, to }) => !below[part(from) ?? '']?.includes(part(to) ?? '')))).toEqual([]);
});

test('code in src/lib imports only code that runs where it runs', () => {
	expect(list(edges.filter(({ from, to }) => inLib(from) && !alongside[side(from)]?.includes(side(to))))).toEqual([]);
});

test('features visit each other by the front door', () => {
	const visits = edges.filter(({ from, to }) => feature(to) && feature(from) && feature(from) !== feature(to));
	expect(list(visits.filter(({ to }) => !isFrontDoor(to)))).toEqual([]);
});
