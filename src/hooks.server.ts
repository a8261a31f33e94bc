import {
	error,
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { building } from '$app/environment';
import { access } from './access.ts';
import { closestLanguage, isLanguage, type Language } from '$lib/domain/language.ts';
import { newId } from '$lib/domain/id.ts';
import * as demo from '$lib/features/demo/demo.server.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import { mayEnter } from '$lib/platform/auth/guard.server.ts';
import { announce } from '$lib/platform/announce.server.ts';
import { loadKeys } from '$lib/platform/auth/keys.server.ts';
import { createLimits } from '$lib/platform/auth/limits.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import { readConfig } from '$lib/platform/config/config.server.ts';
import { openDb } from '$lib/platform/db/db.server.ts';
import { faultOf } from '$lib/platform/log/fault.ts';
import { createLog } from '$lib/platform/log/log.server.ts';
import type { Services } from '$lib/platform/services.server.ts';

let services: Services;

/** The server is put together here. A `ConfigError` or `DatabaseError` reaches `scripts/serve.ts`, which words it. */
export const init: ServerInit = async () => {
	if (building) return;
	const config = readConfig(process.env);
	services = {
		config,
		keys: loadKeys(config.dataDir),
		db: await openDb(config),
		limits: createLimits(),
		log: createLog(config.logLevel),
		now: Date.now
	};
	if (config.demo) await demo.start(services);
	await offerSetup(services);
	if (config.demo) await announceDemo(services);
	process.once('sveltekit:shutdown', () => void services.db.destroy());
};

/** Has the server print the one-time link for the first coordinator, as long as there is no programme. */
async function offerSetup({ config, db, now }: Services) {
	const secret = await setup.offerLink(db, now());
	if (secret) setup.announceSetup(config.origin, secret);
}

/** Has the server print one link for each person of the demo. A server with a real programme has none, whatever it was asked. */
async function announceDemo(services: Services) {
	for (const { key, url } of (await demo.links(services)) ?? []) {
		announce(`${key} ${url}`);
	}
}

export const handle: Handle = async ({ event, resolve }) => {
	// A page that names its language in its address is in that language, whoever reads it.
	const named = event.params.language;
	event.locals.language = isLanguage(named)
		? named
		: languageOf(event.cookies.get('language'), event.request.headers.get('accept-language'));
	event.locals.requestId = newId();
	const setLanguage = ({ html }: { html: string }) => html.replace('%lang%', event.locals.language);
	if (building) return resolve(event, { transformPageChunk: setLanguage });

	Object.assign(event.locals, services);
	requireOwnOrigin(event.request, services.config.origin);
	// SvelteKit throws at an action of this name; nothing that a client sends may end in a 5xx.
	if (event.url.searchParams.has('/default')) error(404, 'errors.notFound');

	const token = event.cookies.get(sessions.cookieName(services.config.origin));
	event.locals.asker = token ? await sessions.asker(services.db, token, services.now()) : undefined;
	const response = (await refuse(event)) ?? (await resolve(event, { transformPageChunk: setLanguage }));
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

export const handleError: HandleServerError = ({ error: problem, event, status }) => {
	const { requestId } = event.locals;
	// It fits no page, or no action of one: nothing of ours is broken.
	if (status < 500) return { message: 'errors.notFound', requestId };
	services?.log.error({ requestId, route: event.route.id, status, ...faultOf(problem) }, 'unexpected');
	return { message: 'errors.unexpected', requestId };
};

/** The answer to whoever may not enter this route; undefined when she may. */
async function refuse(event: RequestEvent): Promise<Response | undefined> {
	const route = event.route.id;
	if (route === null) return undefined;
	const entrance = mayEnter(access[route], event.request.method, event.locals.asker);
	if (entrance === 'open') return undefined;

	const isPage = event.request.headers.get('accept')?.includes('text/html') && !event.isDataRequest;
	if (!isPage) error(entrance === 'signIn' ? 401 : 403, entrance === 'signIn' ? 'errors.signIn' : 'errors.forbidden');
	if (entrance === 'signIn' && event.request.method === 'GET') redirect(303, '/sign-in');

	// An error thrown here would show SvelteKit's bare page, so the page that explains is fetched within the server.
	const status = entrance === 'signIn' ? 401 : 403;
	const page = await event.fetch(`/refused/${status}`);
	return new Response(page.body, { status, headers: page.headers });
}

/**
 * SvelteKit checks the origin of forms only; we check it on everything that is not a plain read. Under `no-referrer` a
 * browser without script names no origin when it posts a form ("null"); then only its own word for the site counts,
 * which no page can forge.
 */
function requireOwnOrigin(request: Request, own: string) {
	if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
	const origin = request.headers.get('origin');
	const site = request.headers.get('sec-fetch-site');
	const isOurs = origin === own ? site === null || site === 'same-origin' : origin === 'null' && site === 'same-origin';
	if (!isOurs) error(403, 'errors.otherOrigin');
}

function languageOf(chosen: string | undefined, accepted: string | null): Language {
	if (isLanguage(chosen)) return chosen;
	return closestLanguage((accepted ?? '').split(',').map((part) => part.trim()));
}
