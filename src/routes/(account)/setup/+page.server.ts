import { personNameSchema } from '$lib/features/account/account.ts';
import * as account from '$lib/features/account/account.server.ts';
import { programmeNameSchema, zoneSchema } from '$lib/features/setup/setup.ts';
import * as setup from '$lib/features/setup/setup.server.ts';
import { again, comeIn, countTry, opened, textsOf } from '../coming-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ zones: Intl.supportedValuesOf('timeZone') });

export const actions: Actions = {
	open: async (event) => {
		const minutes = await countTry(event, 'setupByAddress');
		if (minutes !== undefined) return again(event.locals, {}, 'tooMany', minutes);
		const { secret = '' } = await textsOf(event.request);
		if (!(await setup.isOpen(event.locals.db, secret.trim()))) return again(event.locals, {}, 'closed');
		return opened(event.locals, secret.trim());
	},

	enter: async (event) => {
		const { locals } = event;
		const values = await textsOf(event.request);
		const minutes = await countTry(event, 'setupByAddress');
		if (minutes !== undefined) return again(locals, values, 'tooMany', minutes);
		const name = personNameSchema.safeParse(values.name);
		const programme = programmeNameSchema.safeParse(values.programme);
		const zone = zoneSchema.safeParse(values.zone);
		if (!name.success) return again(locals, values, 'nameMissing');
		if (!programme.success) return again(locals, values, 'programme' as const);
		if (!zone.success) return again(locals, values, 'zone' as const);

		const beginning = {
			programmeName: programme.data,
			zone: zone.data,
			coordinatorName: name.data,
			language: locals.language
		};
		const outcome = await comeIn(event, values, setup.first(values.secret ?? '', beginning, locals.now()));
		if (typeof outcome === 'string') return again(locals, values, outcome);
		return { codes: await account.renewCodes(locals, outcome.personId) };
	}
};
