import { build, files, prerendered, version } from '$service-worker';
import type { WorkboxPlugin } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;
/** Files of the build that only staff and the way in need; `scripts/kept-files.ts` lists them. */
declare const NOT_KEPT: string[] | undefined;

/*
 * What the phone keeps: everything of one build in a cache of its own, so that a page and its later parts always come
 * from the same build. A page that is still open runs on from its older build's cache after the new one took over.
 */
const PREFIX = 'build-';
const BUILDS_KEPT = 3;

// Large pictures are for the home screen; the phone fetches them when it installs the app, and never again.
const isKept = (file: string) => !file.endsWith('.png') && !file.endsWith('.webmanifest');

const notKept = new Set((typeof NOT_KEPT === 'undefined' ? [] : NOT_KEPT).map((file) => `/${file}`));

/** Files that an older build brought already are copied, not fetched again: data is money. */
const copiedFromOlderBuilds: WorkboxPlugin = {
	cachedResponseWillBeUsed: async ({ cachedResponse, cacheName, request, event }) => {
		if (cachedResponse || event.type !== 'install' || !isImmutable(request.url)) return cachedResponse;
		const older = await caches.match(request);
		if (older) await (await caches.open(cacheName)).put(request, older.clone());
		return older;
	}
};

const controller = new PrecacheController({ cacheName: PREFIX + version, plugins: [copiedFromOlderBuilds] });
controller.addToCacheList([
	...[...prerendered, ...files.filter(isKept)].map((url) => ({ url, revision: version })),
	...build.filter((url) => !notKept.has(url)).map((url) => ({ url, revision: null }))
]);

/** Answers whatever this build brought, whatever query its address carries. */
export const keptRoute = new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./], cleanURLs: false });

export const fill = (event: ExtendableEvent) => controller.install(event);

export const kept = (url: string): Promise<Response | undefined> => controller.matchPrecache(url);

/** A part of an older build, for a page that was open before this one took over. */
export const fromAnyBuild = async (request: Request): Promise<Response> =>
	(await caches.match(request)) ?? fetch(request);

export const isImmutable = (url: string): boolean => new URL(url).pathname.startsWith('/_app/immutable/');

/** Drops the oldest builds. The very first worker serves the page that brought it: the two are of one build. */
export async function tidy(): Promise<void> {
	const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
	await Promise.all(builds.slice(0, -BUILDS_KEPT).map((name) => caches.delete(name)));
	if (builds.length === 1) await self.clients.claim();
}
