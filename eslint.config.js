import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'data/', 'test-results/', 'playwright-report/', 'bench/reference/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		rules: {
			// TypeScript knows what is defined.
			'no-undef': 'off',
			// The app is always served at the root of its origin.
			'svelte/no-navigation-without-resolve': 'off',
			// An underscore says: taken off the rest on purpose.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-console': 'error'
		}
	},
	{ files: ['scripts/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
	// Playwright reads what a fixture needs from the pattern, which may be empty.
	{ files: ['tests/**'], rules: { 'no-empty-pattern': 'off' } }
);
