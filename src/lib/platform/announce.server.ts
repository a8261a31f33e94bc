import type { EventEmitter } from 'node:events';

/** A line for whoever started the server, such as a link that lets them in. `scripts/serve.ts` prints it once the server is ready. */
export const announce = (line: string): void => {
	(process as EventEmitter).emit('comadre:announce', line);
};
