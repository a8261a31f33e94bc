import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	server: { fs: { allow: ['service-worker'] } },
	test: {
		include: ['{src,tests,service-worker,scripts}/**/*.test.ts'],
		environment: 'node'
	}
});
