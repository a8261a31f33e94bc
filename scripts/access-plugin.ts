import { globSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** The id of every route that answers: a page, or an endpoint. A group's name, as in `/(account)/in`, is part of it. */
export function routeIds(routesDir: string): string[] {
	const folders = globSync('**/+{page,server}*.{svelte,ts,js}', { cwd: routesDir }).map((file) =>
		path.dirname(file).split(path.sep).join('/')
	);
	return [...new Set(folders)].map((folder) => (folder === '.' ? '/' : `/${folder}`)).sort();
}

/** Stops the build when a route has no line in `src/access.ts`: nobody has thought about who may enter it. */
export function everyRouteDeclaresAccess(access: Record<string, unknown>, routesDir: string): Plugin {
	return {
		name: 'every-route-declares-access',
		apply: 'build',
		buildStart() {
			const missing = routeIds(routesDir).filter((id) => !(id in access));
			if (missing.length > 0) {
				this.error(`Say in src/access.ts who may enter ${missing.join(', ')}: a route without a line there is closed.`);
			}
		}
	};
}
