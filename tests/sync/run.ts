import fc from 'fast-check';
import { expect } from 'vitest';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { actions, type Action } from './actions.ts';
import { History } from './history.ts';
import { brokenPromises } from './promises.ts';
import type { Server } from './server.ts';
import { World } from './world.ts';

/** Half of the runs that every `npm test` makes; the other half is in the file beside, so that two cores share them. */
export const HALF_OF_THE_RUNS = 1_000;

/** Whatever happens to so many phones and this server, the promises of sync are kept. */
export const promisesAreKept = (db: Db, server: Server, phones: number) =>
	fc.asyncProperty(actions(phones), async (happened) => {
		expect(await live(db, server, phones, happened)).toEqual([]);
	});

/** Lives through these actions, comes to rest, and returns the promises that were broken. */
async function live(db: Db, server: Server, phones: number, happened: readonly Action[]): Promise<string[]> {
	const world = new World(db, server, phones);
	const history = new History(world);
	for (const action of happened) await history.do(action);
	await world.quieten();
	const broken = await brokenPromises(world, history);
	world.close();
	return broken;
}
