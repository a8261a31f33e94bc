/*
 * npm run bench: what the app weighs and how fast it is, each figure beside its limit or target and beside the
 * reference page of the same run; npm run bench -- bytes twoYears measures those only. Bytes are asserted by tests/e2e/bytes.spec.ts; times are medians of interleaved runs.
 */
import { rmSync } from 'node:fs';
import { build } from '../scripts/project.js';
import { openServerDb, seedCohort, seedProgramme } from '../tests/support/people.ts';
import { startMeteredServer } from '../tests/support/meter.ts';
import { bytes } from './bytes.ts';
import { openBrowser } from './phone.ts';
import { startReference } from './reference.ts';
import { print, type Line } from './report.ts';
import { requests } from './server.ts';
import { coldStart, offlineStart, syncOfMany, tapToSaved, twoYears } from './times.ts';

build();
const reference = await startReference();
const server = await startMeteredServer();
const db = openServerDb(server);
const browser = await openBrowser();
const cohort = await seedCohort(server, db, await seedProgramme(db), 'en');
const setting = { browser, server, db, cohort, reference };

const measures = { bytes, coldStart, offlineStart, tapToSaved, twoYears, syncOfMany, requests };
const wanted = process.argv.slice(2);
const lines: Line[] = [];
for (const [name, measure] of Object.entries(measures)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.error(`${name} …`);
	lines.push(...(await measure(setting)));
}
print(lines);

await browser.close();
await db.destroy();
await server.remove();
reference.stop();
rmSync('bench/reference/.svelte-kit', { recursive: true, force: true });
