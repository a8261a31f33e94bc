import type { BrowserContext, Page } from '@playwright/test';
import { addDays, dayOnPhone } from '$lib/domain/day.ts';
import { newId } from '$lib/domain/id.ts';
import * as streams from '$lib/platform/sync/streams.server.ts';
import type { Person } from '../tests/support/people.ts';
import { keepAndStopWorker, newPhone, slowPage, stopWorkers, usableAfter } from './phone.ts';
import type { Reference } from './reference.ts';
import { timesLine, type Line } from './report.ts';
import { REFERENCE, TODAY, type Setting } from './setting.ts';

const RUNS = 5;

/** Ours, then the other, again and again: whatever else the machine does falls on both. */
async function interleaved(ours: () => Promise<number>, other: () => Promise<number>, runs = RUNS) {
	const times = { ours: [] as number[], other: [] as number[] };
	for (let run = 0; run < runs; run += 1) {
		times.ours.push(await ours());
		times.other.push(await other());
	}
	return times;
}

/** The first visit, on slow 4G with a slow processor, until Today can be used. */
export async function coldStart({ browser, server, cohort, reference }: Setting): Promise<Line[]> {
	const cold = async (url: string, selector: string, person?: Person) => {
		const phone = await newPhone(browser);
		await person?.signIn(phone);
		const time = await usableAfter(await slowPage(phone, true), url, selector);
		await phone.close();
		return time;
	};
	const person = await cohort.person('participant');
	const { ours, other } = await interleaved(
		() => cold(`${server.origin}/today`, TODAY, person),
		() => cold(reference.origin, REFERENCE)
	);
	return [timesLine('cold on slow 4G, CPU 4× slower, until usable', ours, other, 2)];
}

/** A new page without signal, as from the home screen, its worker stopped before. */
export async function offlineStart({ browser, server, cohort, reference }: Setting): Promise<Line[]> {
	const phone = await newPhone(browser);
	await (await cohort.person('participant')).signIn(phone);
	const plain = await newPhone(browser);
	await visitOnce(phone, `${server.origin}/today`, TODAY);
	await visitOnce(plain, reference.origin, REFERENCE);
	const { ours, other } = await interleaved(
		() => startOffline(phone, server, '/today', TODAY),
		() => startOffline(plain, reference, '/', REFERENCE)
	);
	await Promise.all([phone.close(), plain.close()]);
	return [timesLine('start offline in a new page, until usable', ours, other, 1.5)];
}

async function visitOnce(phone: BrowserContext, url: string, selector: string) {
	const page = await phone.newPage();
	await usableAfter(page, url, selector);
	await keepAndStopWorker(page);
	await page.close();
}

type Place = Pick<Reference, 'origin' | 'cut' | 'mend'>;

async function startOffline(phone: BrowserContext, place: Place, path: string, selector: string) {
	const page = await slowPage(phone, false);
	await stopWorkers(page);
	place.cut();
	const time = await usableAfter(page, place.origin + path, selector);
	place.mend();
	await page.close();
	return time;
}

/** From the tap on Save to the screen that says so, beside one bare write with the same promise of durability. */
export async function tapToSaved({ browser, server, cohort }: Setting): Promise<Line[]> {
	const phone = await newPhone(browser);
	await (await cohort.person('participant')).signIn(phone);
	// The worker's download would fall into the first taps; she taps once the phone is quiet.
	await visitOnce(phone, `${server.origin}/today`, TODAY);
	const page = await slowPage(phone, false);
	const save = async () => {
		await page.goto(`${server.origin}/mood`);
		await server.quiet();
		await page.locator('main input[type=radio]').nth(5).check({ force: true });
		return page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					const button = [...document.querySelectorAll('main button')].findLast((one) =>
						one.classList.contains('main')
					);
					const watch = new MutationObserver(() => {
						if (!document.querySelector('main [role=status].done')) return;
						watch.disconnect();
						resolve(performance.now() - tappedAt);
					});
					watch.observe(document.body, { subtree: true, childList: true });
					const tappedAt = performance.now();
					(button as HTMLElement).click();
				})
		);
	};
	const bare = () =>
		page.evaluate(
			() =>
				new Promise<number>((resolve, reject) => {
					const open = indexedDB.open('bare');
					open.onupgradeneeded = () => open.result.createObjectStore('entries', { keyPath: 'id' });
					open.onerror = () => reject(open.error);
					open.onsuccess = () => {
						const startedAt = performance.now();
						const write = open.result.transaction('entries', 'readwrite', { durability: 'strict' });
						write.objectStore('entries').put({ id: crypto.randomUUID(), score: 6, at: Date.now() });
						write.oncomplete = () => resolve(performance.now() - startedAt);
					};
				})
		);
	const { ours, other } = await interleaved(save, bare);
	await phone.close();
	return [timesLine('tap to saved, beside one bare IndexedDB write', ours, other, 2)];
}

/** The history of two years of daily moods, beside that of one month. */
export async function twoYears(setting: Setting): Promise<Line[]> {
	const { browser, server } = setting;
	const history = `${server.origin}/mood/history`;
	const selector = 'main figure svg';
	const phoneOf = async (days: number) => {
		const phone = await newPhone(browser);
		const person = await someoneWithMoods(setting, days);
		await person.signIn(phone);
		const page = await phone.newPage();
		await page.goto(`${server.origin}/today`);
		await hasPulled(page, person.id, days);
		await keepAndStopWorker(page);
		await page.close();
		return phone;
	};
	const [long, short] = [await phoneOf(730), await phoneOf(30)];
	const open = async (phone: BrowserContext) => {
		const page = await slowPage(phone, false);
		const time = await usableAfter(page, history, selector);
		await page.close();
		return time;
	};
	const { ours, other } = await interleaved(
		() => open(long),
		() => open(short)
	);
	await Promise.all([long.close(), short.close()]);
	return [timesLine('two years of daily entries opened, beside one month', ours, other, 1.5)];
}

/** A new phone that fetches ten thousand entries, beside one that fetches a thousand. */
export async function syncOfMany(setting: Setting): Promise<Line[]> {
	const { browser, server } = setting;
	const [many, few] = [await someoneWithMoods(setting, 10_000), await someoneWithMoods(setting, 1_000)];
	const pull = async (person: Person, count: number) => {
		const phone = await newPhone(browser);
		await person.signIn(phone);
		const page = await phone.newPage();
		const startedAt = Date.now();
		await page.goto(`${server.origin}/today`);
		await hasPulled(page, person.id, count);
		await phone.close();
		return Date.now() - startedAt;
	};
	const { ours, other } = await interleaved(
		() => pull(many, 10_000),
		() => pull(few, 1_000),
		3
	);
	return [timesLine('sync of 10,000 entries, beside 1,000', ours, other, 12)];
}

/** A mood a day, several a day when there are more than two years of them, all on the server. */
async function someoneWithMoods({ db, cohort }: Setting, count: number): Promise<Person> {
	const person = await cohort.person('participant');
	const now = Date.now();
	await db.transaction().execute(async (tx) => {
		for (let i = 0; i < count; i += 1) {
			await streams.put(tx, {
				stream: streams.personStream(person.id),
				id: newId(),
				kind: 'mood',
				day: addDays(dayOnPhone(now), -(i % 730)),
				visibility: 'clinician',
				body: { score: 1 + (i % 9), at: now - i * 86_400_000 },
				authorId: person.id,
				now
			});
		}
	});
	return person;
}

/** Waits until the phone's store holds that many moods. */
async function hasPulled(page: Page, personId: string, count: number) {
	const stored = () =>
		page.evaluate(
			(name) =>
				new Promise<number>((resolve) => {
					const open = indexedDB.open(name);
					open.onupgradeneeded = () => open.transaction?.abort();
					open.onerror = () => resolve(0);
					open.onsuccess = () => {
						const db = open.result;
						const asked = db.transaction('records').objectStore('records').count();
						asked.onsuccess = () => {
							db.close();
							resolve(asked.result);
						};
					};
				}),
			`comadre-${personId}`
		);
	while ((await stored()) < count) await page.waitForTimeout(50);
}
