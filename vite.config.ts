import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	server: { fs: { allow: ['service-worker'] } },
	test: {
		environment: 'node',
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
