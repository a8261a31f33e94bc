import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
	version: string;
	integrity?: string;
	optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const installed = Object.entries(packages).filter(([place]) => place !== '');

/**
 * The oldest version of each package that has no known hole, and the hole. `npm audit` does not answer everywhere that
 * this is built, so the floors stand here.
 */
const floors: Record<string, [oldest: string, because: string]> = {
	'@sveltejs/kit': ['2.49.5', 'CVE-2023-29003, -29008, CVE-2024-53262, CVE-2025-67647, CVE-2026-22803'],
	'@sveltejs/adapter-node': ['5.5.1', 'CVE-2025-67647'],
	svelte: ['5.46.4', 'CVE-2025-15265'],
	devalue: ['5.8.1', 'CVE-2025-57820, CVE-2026-22774, -22775, -42570, GHSA-33hq-fvwr-56pm'],
	cookie: ['0.7.0', 'CVE-2024-47764'],
	vite: ['7.1.5', 'CVE-2025-58751, -58752'],
	node: ['26.0.0', 'CVE-2026-21710'],
	'brace-expansion': ['2.0.2', 'CVE-2025-5889'],
	jws: ['4.0.1', 'CVE-2025-65945'],
	'bn.js': ['5.2.3', 'CVE-2026-2739']
};

const isOlder = (version: string, than: string) => version.localeCompare(than, 'en', { numeric: true }) < 0;

test('no package is older than its last known hole', () => {
	const old = installed
		.map(([place, { version }]) => ({ name: nameOf(place), version }))
		.filter(({ name, version }) => floors[name] && isOlder(version, floors[name][0]))
		.map(({ name, version }) => `${name} ${version} (${floors[name]?.[1]})`);
	expect(old).toEqual([]);
});

test('every version is exact, and every package is known by its content', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
		string,
		Record<string, string>
	>;
	const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
	expect(loose).toEqual([]);
	expect(installed.filter(([, { integrity }]) => !integrity).map(([place]) => place)).toEqual([]);
});

test('the lockfile names the parts of every package for other machines too, or npm ci refuses it', () => {
	const missing = installed.flatMap(([place, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
			.map((name) => `${place} → ${name}`)
	);
	expect(missing).toEqual([]);
});
