// Finds a Chromium for the tests and the bench. Plain JavaScript: it also runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What Chromium needs to be quiet and to run in a container. */
export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const usualPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** `CHROMIUM_PATH`, the usual places, then Playwright's own. @returns {string | undefined} */
export function findChromium() {
	const { CHROMIUM_PATH } = process.env;
	if (CHROMIUM_PATH) return works(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
	return [...usualPlaces, ...playwrightsOwn()].find(works);
}

/** A file alone proves little: a browser without its libraries is there, too. @param {string} file */
const works = (file) =>
	existsSync(file) && spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;

function playwrightsOwn() {
	const caches = {
		linux: path.join(homedir(), '.cache', 'ms-playwright'),
		darwin: path.join(homedir(), 'Library', 'Caches', 'ms-playwright'),
		win32: path.join(homedir(), 'AppData', 'Local', 'ms-playwright')
	};
	const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? caches[/** @type {keyof typeof caches} */ (process.platform)];
	if (!cache || !existsSync(cache)) return [];
	const inside = [
		'chrome-linux/chrome',
		'chrome-linux64/chrome',
		'chrome-win/chrome.exe',
		'chrome-mac/Chromium.app/Contents/MacOS/Chromium'
	];
	return readdirSync(cache)
		.filter((name) => name.startsWith('chromium-'))
		.sort()
		.reverse()
		.flatMap((name) => inside.map((file) => path.join(cache, name, file)));
}
