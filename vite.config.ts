import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: {
		rolldownOptions: {
			output: {
				// Some fifty pieces of a few hundred bytes would each cost her a request and its headers.
				codeSplitting: {
					groups: [
						{
							name: 'frame',
							test: /node_modules\/(svelte|@sveltejs|esm-env|clsx|lucide-svelte|i18next)\/|src\/lib\/(domain|platform\/device|i18n\/[^/]+\.ts|ui\/(Button|Screen|Notice|ListLink|LanguageSwitch|HelpLink|PlaceBar|PlaceWord|frame))/,
							minShareCount: 3
						}
					]
				}
			}
		}
	},
	server: { fs: { allow: ['service-worker'] } },
	test: {
		include: ['{src,tests,service-worker,scripts}/**/*.test.ts'],
		environment: 'node'
	}
});
