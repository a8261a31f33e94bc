import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isScreen, screens } from './addresses.ts';

test('the worker opens exactly the screens that a participant has', () => {
	const folders = readdirSync('src/routes/(participant)', { withFileTypes: true });
	expect(folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)).toEqual(
		screens.filter((screen) => folders.some(({ name }) => name === screen)).toSorted()
	);
});

test('an address that only begins like a screen is not one', () => {
	const at = (path: string) => isScreen(new URL(path, 'https://comadre.example'));
	expect([at('/me/sharing'), at('/today?from=icon'), at('/measures/en'), at('/meet'), at('/')]).toEqual([
		true,
		true,
		false,
		false,
		false
	]);
});
