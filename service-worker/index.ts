/// <reference types="@sveltejs/kit" />
import { NavigationRoute, Route, Router } from 'workbox-routing';
import { isScreen } from './addresses.ts';
import { openFromServer, openScreen } from './screens.ts';
import * as shelf from './shelf.ts';

declare const self: ServiceWorkerGlobalScope;

const router = new Router();
router.registerRoute(
	new Route(({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isScreen(url), openScreen)
);
router.registerRoute(shelf.keptRoute);
router.registerRoute(
	new Route(
		({ url, sameOrigin }) => sameOrigin && shelf.isImmutable(url.href),
		({ request }) => shelf.fromAnyBuild(request)
	)
);
router.registerRoute(new NavigationRoute(openFromServer));

self.addEventListener('install', (event) => void shelf.fill(event));
self.addEventListener('activate', (event) => event.waitUntil(shelf.tidy()));
self.addEventListener('message', (event) => {
	// A new version never takes over by itself under a running page: a page or a fresh start asks for it.
	if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
	const answer = router.handleRequest({ event, request: event.request });
	if (answer) event.respondWith(answer);
});
