import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFreshSqlite } from '../support/databases.ts';
import { withAnswerBeforeCommit, withCursorByClock, withoutDedupe } from './broken.ts';
import { promisesAreKept } from './run.ts';

/** Enough for each mistake to show many times over, on any seed. */
const RUNS = 500;

test.each([
	{ mistake: 'repeated changes are not recognised', server: withoutDedupe },
	{ mistake: 'cursors are a clock', server: withCursorByClock },
	{ mistake: 'the answer leaves before the commit', server: withAnswerBeforeCommit }
])('the promises are seen to break when $mistake', { timeout: 600_000 }, async ({ server }) => {
	const db = await openFreshSqlite();
	const seen = await fc.check(promisesAreKept(db, server, 2), { numRuns: RUNS, endOnFailure: true });
	expect(String(seen.errorInstance)).toMatch(/AssertionError|never came to rest/);
});
