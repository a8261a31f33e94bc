import type {
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser';

/** What lets her make a passkey: see the doors in `account.server.ts`. */
export interface DoorKey {
	door: 'setup' | 'invite' | 'recovery' | 'me';
	secret: string;
	/** What the passkey is called on her phone. */
	name: string;
}

export type Failed =
	| { problem: 'passkeyStopped' | 'passkeyRefused' | 'passkeyUnknown' | 'offline' | 'closed' }
	| { problem: 'tooMany'; minutes: number };

/** Whether this browser can have passkeys at all. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === 'function';

/** Makes a passkey on this device. The answer goes back with the form that asked. */
export async function make(key: DoorKey): Promise<{ challengeId: string; passkey: string } | Failed> {
	const asked = await ask<PublicKeyCredentialCreationOptionsJSON>('/passkey', 'POST', key);
	if ('problem' in asked) return asked;
	const { startRegistration } = await import('@simplewebauthn/browser');
	try {
		const made = await startRegistration({ optionsJSON: asked.options });
		return { challengeId: asked.challengeId, passkey: JSON.stringify(made) };
	} catch (stopped) {
		return { problem: wasStopped(stopped) ? 'passkeyStopped' : 'passkeyRefused' };
	}
}

/** Signs in with whichever passkey this device offers. */
export async function signIn(): Promise<'in' | Failed> {
	const asked = await ask<PublicKeyCredentialRequestOptionsJSON>('/sign-in/passkey', 'POST', {});
	if ('problem' in asked) return asked;
	const { startAuthentication } = await import('@simplewebauthn/browser');
	try {
		const answer = await startAuthentication({ optionsJSON: asked.options });
		const settled = await ask('/sign-in/passkey', 'PUT', { challengeId: asked.challengeId, answer });
		return 'problem' in settled ? settled : 'in';
	} catch {
		return { problem: 'passkeyStopped' };
	}
}

// A browser says "not allowed" when she closed its window, waited too long or has no passkey here: it will not say which.
const wasStopped = (problem: unknown) =>
	problem instanceof Error && (problem.name === 'NotAllowedError' || problem.name === 'AbortError');

async function ask<Options>(
	url: string,
	method: 'POST' | 'PUT',
	body: object
): Promise<{ challengeId: string; options: Options } | Failed> {
	try {
		const response = await fetch(url, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		return (await response.json()) as { challengeId: string; options: Options } | Failed;
	} catch {
		return { problem: 'offline' };
	}
}
