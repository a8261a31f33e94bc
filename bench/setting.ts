import type { Browser } from '@playwright/test';
import type { Db } from '$lib/platform/db/schema.server.ts';
import type { Cohort } from '../tests/support/people.ts';
import type { Reference } from './reference.ts';
import type { Meter } from '../tests/support/meter.ts';

/** What every measurement stands on. */
export interface Setting {
	browser: Browser;
	server: Meter;
	db: Db;
	cohort: Cohort;
	/** The page that times are compared with. */
	reference: Reference;
}

/** What is waited for: Today with its one next thing, and the reference page with its form. */
export const TODAY = '#next-thing';
export const REFERENCE = 'html[data-ready]';
