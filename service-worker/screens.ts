import type { RouteHandlerCallback } from 'workbox-core';
import { kept } from './shelf.ts';

declare const self: ServiceWorkerGlobalScope;

/** Opens a screen from what is kept, with or without signal. */
export const openScreen: RouteHandlerCallback = async ({ request }) => {
	if (await newVersionTakesOver()) return startAgain();
	return (await kept('/shell')) ?? fetch(request);
};

/** Pages that only the server can make. Without signal, those that lead to a kept page do so still. */
export const openFromServer: RouteHandlerCallback = async ({ request, url }) => {
	try {
		return await fetch(request);
	} catch (unreachable) {
		const onward = await withoutSignal(url.pathname);
		if (onward) return Response.redirect(onward, 302);
		throw unreachable;
	}
};

async function withoutSignal(pathname: string): Promise<string | undefined> {
	if (pathname === '/') return '/today';
	if (pathname !== '/help' && pathname !== '/measures') return undefined;
	return `${pathname}/${await language()}`;
}

/** The one she chose in the app, else her phone's. Not every browser lets a worker read the cookie. */
async function language(): Promise<string> {
	const chosen = await self.cookieStore?.get('language');
	const known = [chosen?.value ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
	return known.find((tag) => tag === 'en' || tag === 'es') ?? 'en';
}

/**
 * The app starts, nothing has been typed, and a new version waits: now is the moment. Only when no other page is open;
 * one beside it may hold half a worksheet, and its own older build.
 */
async function newVersionTakesOver(): Promise<boolean> {
	const { waiting } = self.registration;
	if (!waiting) return false;
	const open = await self.clients.matchAll({ type: 'window' });
	if (open.length > 1) return false;
	waiting.postMessage({ type: 'SKIP_WAITING' });
	return true;
}

/** The browser asks once more by itself, and the new version answers. */
const startAgain = () =>
	new Response('<!doctype html><meta http-equiv="refresh" content="0">', { headers: { 'content-type': 'text/html' } });
