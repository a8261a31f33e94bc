// `npm test`: everything, on a fresh clone too. Ends with one line, "N passed, N failed". Runs on the machine's own Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.js';
import { build, install, node, orExplain, ProjectError, root, say } from './project.js';

const unitResults = {
	file: path.join('test-results', 'unit.json'),
	read: (
		/** @type {{ numPassedTests: number, numTotalTests: number, numFailedTestSuites: number, numFailedTests: number }} */ all
	) => ({
		passed: all.numPassedTests,
		// A file that could not be read at all has no tests to count.
		failed: Math.max(all.numTotalTests - all.numPassedTests, all.numFailedTestSuites > 0 ? 1 : 0)
	})
};

const journeyResults = {
	file: path.join('test-results', 'e2e.json'),
	read: (
		/** @type {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors: unknown[] }} */ {
			stats,
			errors
		}
	) => ({
		passed: stats.expected,
		// What was skipped proved nothing.
		failed: stats.unexpected + stats.flaky + stats.skipped + errors.length
	})
};

await orExplain(() => {
	install();
	const chromium = findChromium() ?? installChromium();

	const types = once('Types', () => npm('run', '--silent', 'check'));
	const lint = once('Lint', () => npm('run', '--silent', 'lint'));
	const built = once('Build', () => {
		build();
		return true;
	});
	const unit = counted('Unit tests and both databases', ['vitest', 'vitest.mjs'], unitResults, [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unitResults.file}`
	]);
	const journeys = built.failed
		? { passed: 0, failed: 1 }
		: counted('Journeys in a browser', ['@playwright/test', 'cli.js'], journeyResults, ['test'], {
				CHROMIUM_PATH: chromium
			});

	const all = [types, lint, built, unit, journeys];
	const sum = (/** @type {'passed' | 'failed'} */ what) => all.reduce((total, result) => total + result[what], 0);
	console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
	if (sum('failed') > 0) process.exitCode = 1;
});

/** @typedef {{ passed: number, failed: number }} Result */

/** A check that passes or fails as a whole. @param {string} name @param {() => boolean} check @returns {Result} */
function once(name, check) {
	say(`\n${name}`);
	try {
		if (check()) return { passed: 1, failed: 0 };
	} catch (problem) {
		if (!(problem instanceof ProjectError)) throw problem;
		say(problem.message);
	}
	say(`${name}: failed`);
	return { passed: 0, failed: 1 };
}

/**
 * A runner that counts its tests in a file. One that ends badly without a failed test has failed all the same.
 * @param {string} name @param {[string, string]} tool @param {{ file: string, read: (results: any) => Result }} results
 * @param {string[]} args @param {Record<string, string>} [env] @returns {Result}
 */
function counted(name, tool, results, args, env) {
	say(`\n${name}`);
	rmSync(path.join(root, results.file), { force: true });
	const ended = run(node, [path.join('node_modules', ...tool), ...args], env);
	if (!existsSync(path.join(root, results.file))) return { passed: 0, failed: 1 };
	const { passed, failed } = results.read(JSON.parse(readFileSync(path.join(root, results.file), 'utf8')));
	return { passed, failed: ended || failed > 0 ? failed : 1 };
}

/** @returns {string} */
function installChromium() {
	if (process.env.CHROMIUM_PATH) {
		throw new ProjectError(
			`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not run: correct it or leave it out.`
		);
	}
	say('Installing a Chromium for the tests …');
	run(node, [path.join('node_modules', '@playwright/test', 'cli.js'), 'install', 'chromium']);
	const found = findChromium();
	if (found) return found;
	if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		if (run('apt-get', ['update', '-q'])) run('apt-get', ['install', '-y', '-q', 'chromium']);
	}
	const installed = findChromium();
	if (installed) return installed;
	throw new ProjectError(
		'There is no Chromium and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.'
	);
}

/** @param {string[]} args */
function npm(...args) {
	return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** Runs it where people can follow; says whether it went well. @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env) {
	/** @type {import('node:child_process').StdioOptions} */
	const stdio = ['ignore', 'inherit', 'inherit'];
	return spawnSync(command, args, { cwd: root, stdio, env: { ...process.env, ...env } }).status === 0;
}
