import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

// The frame of the app, the screens that a participant opens without signal, and the looks of the pages without code.
const KEPT_ROUTES = /src\/routes\/((\(participant\)|shell|help|measures)\/|\+)/;

/**
 * Leaves out of the worker's download what only staff and the way in need: they are online when they need it. The list
 * reaches the worker as `NOT_KEPT`, which SvelteKit's own build of the worker replaces.
 */
export function keptFiles(): Plugin {
	let isClient = false;
	return {
		name: 'comadre-kept-files',
		apply: 'build',
		configResolved(config) {
			isClient = !config.build.ssr;
			// SvelteKit builds the server with this configuration, the pages with a second reading of it in the same
			// process, and then the worker with the definitions of the first.
			shared.comadreDefinitions ??= config.define;
		},
		generateBundle(_, bundle) {
			if (isClient) shared.comadreDefinitions!.NOT_KEPT = JSON.stringify(notKept(bundle));
		}
	};
}

const shared = globalThis as { comadreDefinitions?: Record<string, unknown> };

function notKept(bundle: Rolldown.OutputBundle): string[] {
	const chunks = new Map(
		Object.values(bundle)
			.filter((file) => file.type === 'chunk')
			.map((chunk) => [chunk.fileName, chunk])
	);
	const kept = new Set<string>();
	const keep = (name: string) => {
		const chunk = chunks.get(name);
		if (!chunk || kept.has(name)) return;
		kept.add(name);
		for (const css of chunk.viteMetadata?.importedCss ?? []) kept.add(css);
		for (const next of [...chunk.imports, ...chunk.dynamicImports]) {
			if (isKeptRoute(chunks.get(next)?.facadeModuleId)) keep(next);
		}
	};
	for (const { isEntry, fileName, facadeModuleId } of chunks.values()) {
		if (isEntry && !isNode(facadeModuleId)) keep(fileName);
	}
	return Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name) && !kept.has(name));
}

const isNode = (id: string | null | undefined): id is string => /client-optimized\/nodes\/\d+\.js$/.test(id ?? '');

/** SvelteKit makes one small module for each layout and page; it names the files of its route. */
const isKeptRoute = (id: string | null | undefined): boolean =>
	!isNode(id) || KEPT_ROUTES.test(readFileSync(id, 'utf8'));
