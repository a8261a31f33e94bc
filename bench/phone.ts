import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../scripts/chromium.js';

/** Slow 4G and a cheap processor. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;

export const openBrowser = (): Promise<Browser> =>
	chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

export const newPhone = (browser: Browser): Promise<BrowserContext> =>
	browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

/** A page of a cheap phone; `isOnline` puts slow 4G in between. */
export async function slowPage(context: BrowserContext, isOnline: boolean): Promise<Page> {
	const page = await context.newPage();
	const client = await context.newCDPSession(page);
	await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
	if (isOnline) {
		await client.send('Network.enable');
		await client.send('Network.emulateNetworkConditions', SLOW_4G);
	}
	return page;
}

/** Opens it and returns the milliseconds until `selector` is there, by the page's own clock. */
export async function usableAfter(page: Page, url: string, selector: string): Promise<number> {
	await page.addInitScript((wanted) => {
		const look = () => {
			if (!document.querySelector(wanted)) return;
			watch.disconnect();
			requestAnimationFrame(() => Object.assign(window, { usableAt: performance.now() }));
		};
		const watch = new MutationObserver(look);
		watch.observe(document, { subtree: true, childList: true, attributes: true });
	}, selector);
	await page.goto(url, { timeout: 120_000 });
	const usable = await page.waitForFunction(() => (window as { usableAt?: number }).usableAt, undefined, {
		timeout: 120_000
	});
	return (await usable.jsonValue())!;
}

/** Waits until the worker keeps everything, and then stops it, as the phone does after half a minute. */
export async function keepAndStopWorker(page: Page): Promise<void> {
	while (
		!(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'))
	) {
		await page.waitForTimeout(100);
	}
	await stopWorkers(page);
}

export async function stopWorkers(page: Page): Promise<void> {
	const client = await page.context().newCDPSession(page);
	await client.send('ServiceWorker.enable');
	await client.send('ServiceWorker.stopAllWorkers');
	await client.detach();
}
