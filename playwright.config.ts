import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/chromium.js';

const executablePath = findChromium();
if (!executablePath) {
	throw new Error('No Chromium was found: set CHROMIUM_PATH to one, or run "npm test", which installs one.');
}

/** A cheap Android in her hand. Servers come from the fixtures in tests/support. */
export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/support/build.ts',
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	// Long enough for a slow machine that does other things: nothing here waits for a time to pass.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		viewport: { width: 360, height: 740 },
		isMobile: true,
		hasTouch: true,
		timezoneId: 'America/New_York',
		// A trace of every test costs a quarter of the time: `npm run test:e2e -- --trace on` when one is wanted.
		screenshot: 'only-on-failure',
		launchOptions: { executablePath, args: chromiumArgs }
	}
});
