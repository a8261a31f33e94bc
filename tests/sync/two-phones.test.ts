import fc from 'fast-check';
import { test } from 'vitest';
import { openFreshSqlite } from '../support/databases.ts';
import { HALF_OF_THE_RUNS, promisesAreKept } from './run.ts';
import { soundServer } from './server.ts';

test('whatever happens to two phones, sync keeps its promises', { timeout: 900_000 }, async () => {
	const db = await openFreshSqlite();
	await fc.assert(promisesAreKept(db, soundServer, 2), { numRuns: HALF_OF_THE_RUNS });
});
