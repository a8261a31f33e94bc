import type { SyncReply, SyncRequest } from './protocol.ts';

/** Why there is no answer. Only the first is a matter of waiting. */
export type NoReply = 'unreachable' | 'signedOut' | 'updateNeeded';
export type Send = (request: SyncRequest) => Promise<SyncReply | NoReply>;

const PATIENCE_MS = 30_000;

/** Sends a request to the server. Whatever cannot be understood counts as no server: a café's sign-in page says 200 too. */
export const sendTo =
	(fetch: typeof globalThis.fetch): Send =>
	async (request) => {
		try {
			const response = await fetch('/api/sync', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(request),
				signal: AbortSignal.timeout(PATIENCE_MS)
			});
			// 409: somebody else has signed in with this browser.
			if ([401, 403, 409].includes(response.status)) return isOurs(response) ? 'signedOut' : 'unreachable';
			if (response.status === 426) return isOurs(response) ? 'updateNeeded' : 'unreachable';
			if (!response.ok || !isOurs(response)) return 'unreachable';
			const reply: unknown = await response.json();
			return isReply(reply) ? reply : 'unreachable';
		} catch {
			return 'unreachable';
		}
	};

const isOurs = (response: Response) => response.headers.get('content-type')?.startsWith('application/json') ?? false;

const isReply = (reply: unknown): reply is SyncReply =>
	typeof reply === 'object' && reply !== null && 'results' in reply && 'streams' in reply && 'you' in reply;
