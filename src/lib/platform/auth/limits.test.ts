import { expect, test } from 'vitest';
import { addressKey, createLimits, giveBack, take } from './limits.server.ts';

test('one account has ten tries an hour, and is told how long to wait', async () => {
	const limits = createLimits();

	for (let tries = 0; tries < 10; tries++) {
		expect(await take(limits, 'signInByAccount', 'ana')).toEqual({ state: 'open' });
	}

	expect(await take(limits, 'signInByAccount', 'ana')).toEqual({ state: 'full', minutes: 60 });
	expect(await take(limits, 'signInByAccount', 'rosa')).toEqual({ state: 'open' });
});

test('a try that succeeded does not count', async () => {
	const limits = createLimits();

	for (let tries = 0; tries < 30; tries++) {
		expect(await take(limits, 'signInByAccount', 'ana')).toEqual({ state: 'open' });
		await giveBack(limits, 'signInByAccount', 'ana');
	}
});

test.each([
	['203.0.113.9', '203.0.113.9'],
	['::ffff:203.0.113.9', '203.0.113.9'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:0db8:0001:0002::1', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['::1', '0:0:0:0']
])('the address %s counts as %s', (address, key) => {
	expect(addressKey(address)).toBe(key);
});
