import { expect, test } from 'vitest';
import { INVITE_LIFE_MS, looksLikeSecret, stateOf } from './invites.ts';

const fresh = { usedAt: null, withdrawnAt: null, expiresAt: INVITE_LIFE_MS };

test.each([
	['an invite is open until the last instant of its seventh day', fresh, INVITE_LIFE_MS - 1, 'open'],
	['an invite expires after seven days', fresh, INVITE_LIFE_MS, 'expired'],
	['a used invite stays used, also when its days are over', { ...fresh, usedAt: 5 }, INVITE_LIFE_MS, 'used'],
	['a withdrawn invite is not open', { ...fresh, withdrawnAt: 5 }, 6, 'withdrawn']
] as const)('%s', (_, invite, now, state) => {
	expect(stateOf(invite, now)).toBe(state);
});

test.each([
	['AbCdEfGhIjKlMnOpQrSt-_', true],
	['AbCdEfGhIjKlMnOpQrSt-', false],
	['AbCdEfGhIjKlMnOpQrSt-_.', false],
	['', false]
])('%j can be a secret: %s', (text, can) => {
	expect(looksLikeSecret(text)).toBe(can);
});
