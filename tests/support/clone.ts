import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isInstalled, root } from '../../scripts/project.js';
import { launch } from './server.ts';

/** A copy of the project as a clone would be, its packages installed. */
export function cloneProject(clone = mkdtempSync(path.join(tmpdir(), 'comadre-clone-'))): string {
	// Installing through the link below would pull the packages out from under everybody else.
	if (!isInstalled()) throw new Error('The packages are not those of package-lock.json: run npm ci first.');
	const parts = ['src', 'static', 'service-worker', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];
	for (const part of [...parts, 'svelte.config.js', 'vite.config.ts']) {
		cpSync(path.join(root, part), path.join(clone, part), { recursive: true });
	}
	symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'));
	return clone;
}

/** Where the next version of the app is built, once for all the workers of a run, when a test first wants it. */
const place = () => path.join(tmpdir(), `comadre-next-${process.env.COMADRE_RUN}`);

/** The next version of the app, built: the same but for a mark in its styles, and its number. */
export async function nextVersion(): Promise<string> {
	const clone = place();
	const done = path.join(clone, 'done');
	if (!claim(clone)) {
		while (!existsSync(done)) await wait(250);
		return clone;
	}
	cloneProject(clone);
	appendFileSync(path.join(clone, 'src/lib/ui/base.css'), '\n:root {\n\t--next-version: 1;\n}\n');
	const project = JSON.stringify(path.join(clone, 'scripts/project.js'));
	const building = launch(['-e', `import(${project}).then(({ build }) => build())`], {});
	if ((await building.ended) !== 0) throw new Error(building.output());
	writeFileSync(done, '');
	return clone;
}

export const removeNextVersion = () => rmSync(place(), { recursive: true, force: true });

function claim(folder: string): boolean {
	try {
		mkdirSync(folder);
		return true;
	} catch {
		return false;
	}
}
