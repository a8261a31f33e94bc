import { DAY_MS, MINUTE_MS } from '$lib/domain/clock.ts';
import { addDays, dayInZone, type Day } from '$lib/domain/day.ts';

/** How long a card works. */
export const INVITE_DAYS = 7;
export const INVITE_LIFE_MS = INVITE_DAYS * DAY_MS;

/** The last day that an invite works from morning to night. */
export const lastWholeDay = (expiresAt: number, zone: string): Day => addDays(dayInZone(expiresAt, zone), -1);

/** How long a phone whose answer was lost may ask again with the same request and be let in. */
export const RETRY_MS = 15 * MINUTE_MS;

export const inviteStates = ['open', 'used', 'expired', 'withdrawn', 'unknown'] as const;
/**
 *     open ──take──▶ used
 *      ├──withdraw──▶ withdrawn
 *      └──7 days──▶ expired
 *
 * A secret that was never ours is unknown.
 */
export type InviteState = (typeof inviteStates)[number];

interface Lived {
	usedAt: number | null;
	withdrawnAt: number | null;
	expiresAt: number;
}

export function stateOf(invite: Lived, now: number): Exclude<InviteState, 'unknown'> {
	if (invite.usedAt !== null) return 'used';
	if (invite.withdrawnAt !== null) return 'withdrawn';
	return now >= invite.expiresAt ? 'expired' : 'open';
}

// 128 bits in URL-safe text, as `newSecret` writes them.
const SECRET = /^[\w-]{22}$/;

/** Whether a text can be an invite's secret at all; a link that was typed or cut off often cannot. */
export const looksLikeSecret = (text: string): boolean => SECRET.test(text);
