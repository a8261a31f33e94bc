import { build } from '../../scripts/project.js';
import { removeNextVersion } from './clone.ts';

/** Playwright runs against what `npm start` would serve. */
export default function prepare() {
	process.env.COMADRE_RUN = String(process.pid);
	build();
	return removeNextVersion;
}
