// What `npm start` and `npm test` do before they can do anything else. It runs on the machine's own Node, with nothing
// installed: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The Node that Comadre installs and runs on, whatever the machine has. */
export const node = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Something is missing. Its message is for people: what is wrong and what to do. */
export class ProjectError extends Error {}

/** Installs the packages unless those of the lockfile are there already. */
export function install() {
	if (isInstalled() && existsSync(node)) return;
	say('Installing what Comadre needs (once, about a minute) …');
	// Development packages build the app, so they are wanted in production too.
	const done = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
	if (done.status !== 0) {
		throw new ProjectError(
			`${lastLines(done.output, 8)}\nThe packages could not be installed: check that this machine can reach the npm registry, then try again.`
		);
	}
	if (!existsSync(node)) {
		throw new ProjectError('npm skipped the install scripts: run "npm ci --ignore-scripts=false", then try again.');
	}
}

/** Builds the app unless this build was made from these very sources. */
export function build() {
	const stamp = path.join(root, 'build', '.sources');
	const sources = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
	say('Building Comadre (once after each change) …');
	const done = run(node, [path.join('node_modules', 'vite', 'bin', 'vite.js'), 'build']);
	if (done.status !== 0) {
		throw new ProjectError(`${lastLines(done.output, 25)}\nThe build failed: the lines above say why.`);
	}
	writeFileSync(stamp, sources);
}

/** Runs `task`; a `ProjectError` becomes its sentence and exit code 1. @param {() => void | Promise<void>} task */
export async function orExplain(task) {
	try {
		await task();
	} catch (problem) {
		if (!(problem instanceof ProjectError)) throw problem;
		console.error(problem.message);
		process.exitCode = 1;
	}
}

/** What is said on the way goes to standard error: standard output belongs to the result. @param {string} line */
export const say = (line) => console.error(line);

/** npm notes what it installed; it fits when every package has the lockfile's content and none but optional ones is missing. */
export function isInstalled() {
	const wanted = packagesOf('package-lock.json');
	const there = packagesOf(path.join('node_modules', '.package-lock.json'));
	if (!wanted || !there) return false;
	return Object.entries(wanted).every(([name, { integrity, optional }]) => {
		if (name === '') return true;
		return there[name] ? there[name].integrity === integrity : Boolean(optional);
	});
}

/** @returns {Record<string, { integrity?: string, optional?: boolean }> | undefined} */
function packagesOf(/** @type {string} */ lockfile) {
	const file = path.join(root, lockfile);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** One hash over everything a build is made from. */
export function fingerprint() {
	const hash = createHash('sha256');
	const parts = ['src', 'static', 'service-worker', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
	for (const file of parts.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
	return hash.digest('hex').slice(0, 16);
}

/** @param {string} place @returns {string[]} */
function filesIn(place) {
	if (!statSync(path.join(root, place)).isDirectory()) return [place];
	return readdirSync(path.join(root, place))
		.sort()
		.filter((name) => !name.endsWith('.test.ts'))
		.flatMap((name) => filesIn(path.join(place, name)));
}

/** @param {string} command @param {string[]} args @param {{ shell?: boolean }} [options] */
function run(command, args, options) {
	const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
	return { status: done.status, output: done.error ? done.error.message : done.stdout + done.stderr };
}

const lastLines = (/** @type {string} */ text, /** @type {number} */ count) =>
	text.trim().split('\n').slice(-count).join('\n');
