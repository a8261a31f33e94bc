// `npm start`: installs if needed, builds if needed, serves. Runs on the machine's own Node.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, install, node, orExplain, ProjectError, root } from './project.js';

await orExplain(() => {
	const unknown = process.argv.slice(2).find((argument) => argument !== '--demo');
	if (unknown) throw new ProjectError(`npm start does not know ${unknown}: the only option is "npm start -- --demo".`);

	install();
	build();

	const env = process.argv.includes('--demo') ? { ...process.env, COMADRE_DEMO: '1' } : process.env;
	// The channel tells the server when this process is gone, however it went.
	const server = spawn(node, [path.join(root, 'scripts', 'serve.ts')], {
		env,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => server.kill(signal));
	server.on('exit', (code) => process.exit(code ?? 1));
});
