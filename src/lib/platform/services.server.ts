import type { Clock } from '$lib/domain/clock.ts';
import type { Config } from './config/config.server.ts';
import type { Db } from './db/schema.server.ts';
import type { Log } from './log/log.server.ts';
import type { Keys } from './auth/keys.server.ts';
import type { Limits } from './auth/limits.server.ts';

/** What every request is handed: `locals` carries these. Put together in `hooks.server.ts`. */
export interface Services {
	config: Config;
	db: Db;
	log: Log;
	keys: Keys;
	limits: Limits;
	now: Clock;
}
