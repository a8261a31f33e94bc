import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '$lib/domain/language.ts';
import { deviceName } from './device-name.ts';
import { addressKey } from './limits.server.ts';
import * as sessions from './sessions.server.ts';

type Coming = Pick<RequestEvent, 'cookies' | 'locals' | 'request'>;

/** Lets a person in on this device: starts a session and hands its token to the browser. */
export async function letIn({ cookies, locals, request }: Coming, personId: string): Promise<void> {
	const { config, db, now } = locals;
	const { token } = await sessions.start(db, personId, deviceName(request.headers.get('user-agent')), now());
	cookies.set(sessions.cookieName(config.origin), token, sessions.cookieOptions(config.origin));
}

/** Ends the session of this device. */
export async function letOut({ cookies, locals }: Coming): Promise<void> {
	const { asker, config, db, now } = locals;
	if (asker) await sessions.end(db, asker.personId, asker.sessionId, now());
	cookies.delete(sessions.cookieName(config.origin), sessions.cookieOptions(config.origin));
}

const LANGUAGE_DAYS = 365;

/** The language of this device. Scripts may change it too: it is no secret. */
export function rememberLanguage({ cookies, locals }: Pick<Coming, 'cookies' | 'locals'>, language: Language): void {
	cookies.set('language', language, {
		path: '/',
		httpOnly: false,
		sameSite: 'lax',
		secure: locals.config.origin.startsWith('https:'),
		maxAge: LANGUAGE_DAYS * 24 * 60 * 60
	});
}

/** The key under which tries from this request's address are counted. */
export const comesFrom = (event: Pick<RequestEvent, 'getClientAddress'>): string =>
	addressKey(event.getClientAddress());
