import { build } from '../../scripts/project.js';

/** Playwright runs against what `npm start` would serve. */
export default build;
