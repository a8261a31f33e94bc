import adapter from '@sveltejs/adapter-node';
import { fingerprint } from './scripts/project.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	vitePlugin: {
		// Runes for our files only: lucide-svelte still ships the older syntax.
		dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? undefined : { runes: true })
	},
	kit: {
		adapter: adapter({ precompress: true }),
		paths: { relative: false },
		files: { serviceWorker: 'service-worker' },
		serviceWorker: { register: false },
		// The same sources are the same version, wherever they are built: phones fetch nothing for a build that changes nothing.
		version: { name: fingerprint(), pollInterval: 0 },
		// Forms posted without script come from "null", because we send no referrer: `hooks.server.ts` checks those.
		csrf: { trustedOrigins: ['null'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// SvelteKit's page announcer carries one style attribute.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		}
	}
};
