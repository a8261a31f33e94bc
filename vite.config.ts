import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { keptFiles } from './scripts/kept-files.ts';
import { everyRouteDeclaresAccess } from './scripts/access-plugin.ts';
import { access } from './src/access.ts';

export default defineConfig({
	plugins: [
		everyRouteDeclaresAccess(access, path.join(import.meta.dirname, 'src', 'routes')),
		sveltekit(),
		keptFiles()
	],
	build: {
		// Which scripts each screen wants is four fifths of the list that every start loads, and the worker has them all.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
		rolldownOptions: {
			output: {
				// Some fifty pieces of a few hundred bytes would each cost her a request and its headers.
				codeSplitting: {
					groups: [
						{
							// What every page stands on; what only forms need goes with the pages that have them.
							name: 'frame',
							test: /node_modules\/(?!.*(bindings\/|blocks\/await|app\/forms|elements\/style|transitions))(svelte|@sveltejs|esm-env|clsx|lucide-svelte|i18next)\/|src\/lib\/(domain|platform\/device|i18n\/[^/]+\.ts|ui\/(Button|Screen|Notice|ListLink|LanguageSwitch|HelpLink|PlaceBar|PlaceWord|frame)|features\/exit\/ExitButton)|src\/routes\/(words|quiet)/,
							minShareCount: 3
						},
						{
							// What Today asks of each practice.
							name: 'today',
							test: /src\/lib\/features\/(assignments|classes|problem-solving|review|sharing|worksheets|exit)\/(?!.*(kind|templates|server|screens))[^/]+\.ts$/,
							minShareCount: 2
						}
					]
				}
			}
		}
	},
	server: { fs: { allow: ['service-worker'] } },
	test: {
		environment: 'node',
		// Long enough for a slow machine that does other things; nothing waits for a time to pass.
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// Without it one core of two stands idle.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['{src,tests,service-worker,scripts}/**/*.test.ts'],
					exclude: ['**/*.contract.test.ts', 'tests/e2e/**']
				}
			},
			{
				// What must hold on SQLite and PostgreSQL alike; the latter is started for these only.
				extends: true,
				test: {
					name: 'contract',
					include: ['{src,tests}/**/*.contract.test.ts'],
					globalSetup: ['tests/support/postgres.setup.ts']
				}
			}
		]
	}
});
