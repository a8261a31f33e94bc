import { describe, expect, test } from 'vitest';
import { DAY_MS } from '$lib/domain/clock.ts';
import * as invites from '$lib/features/invites/invites.server.ts';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import { databases } from '../../../../tests/support/databases.ts';
import { aCohort } from '../../../../tests/support/seed.ts';
import * as team from './team.server.ts';

const NOW = Date.parse('2030-01-10T15:00:00Z');

async function leadersOf(db: Db, cohortId: string): Promise<string[]> {
	const { body } = await db
		.selectFrom('record')
		.select('body')
		.where('kind', '=', 'cohort')
		.where('id', '=', cohortId)
		.executeTakeFirstOrThrow();
	return (JSON.parse(body ?? '') as { leaders: { name: string }[] }).leaders.map(({ name }) => name);
}

describe.each(databases)('$name', ({ open }) => {
	test('the team is everyone on the staff of this programme, and no participant', async () => {
		const db = await open();
		const { programmeId, cohortId, join } = await aCohort(db, NOW);
		const stranger = await aCohort(db, NOW);
		const rosa = await join('clinician', 'Rosa');
		await join('participant', 'Ana');
		await stranger.join('clinician', 'Eva');

		expect(await team.list(db, programmeId)).toEqual([
			{
				id: rosa,
				name: 'Rosa',
				isCoordinator: false,
				places: [{ cohortId, cohortName: 'Tuesdays', role: 'clinician' }]
			}
		]);
	});

	test('who is taken out of a cohort sees nothing of it, stays on the list and can be put back', async () => {
		const db = await open();
		const { programmeId, cohortId, join } = await aCohort(db, NOW);
		const personId = await join('clinician', 'Rosa');
		const { token } = await sessions.start(db, personId, 'Chrome, Windows', NOW);

		expect(await team.unplace(db, programmeId, { personId, cohortId }, NOW)).toBe('left');
		expect((await sessions.asker(db, token, NOW))?.places).toEqual([]);
		expect(await team.list(db, programmeId)).toMatchObject([{ name: 'Rosa', places: [] }]);
		expect(await leadersOf(db, cohortId)).toEqual([]);

		expect(await team.place(db, programmeId, { personId, cohortId, role: 'clinician' }, NOW)).toBe('placed');
		expect((await sessions.asker(db, token, NOW))?.places).toEqual([{ cohortId, role: 'clinician' }]);
		expect(await leadersOf(db, cohortId)).toEqual(['Rosa']);
	});

	test('who is removed is out at once and has no way back in', async () => {
		const db = await open();
		const { programmeId, cohortId, join } = await aCohort(db, NOW);
		const personId = await join('clinician', 'Rosa');
		const { token } = await sessions.start(db, personId, 'Chrome, Windows', NOW);
		await db
			.insertInto('passkey')
			.values({
				...{ id: 'key', person_id: personId, public_key: 'x', counter: 0, transports: '' },
				...{ created_at: NOW, last_used_at: null }
			})
			.execute();

		expect(await team.remove(db, programmeId, personId, NOW)).toBe('removed');

		expect(await sessions.asker(db, token, NOW)).toBeUndefined();
		expect(await db.selectFrom('passkey').select('id').execute()).toEqual([]);
		expect(await team.list(db, programmeId)).toEqual([]);
		expect(await leadersOf(db, cohortId)).toEqual([]);
		expect(await team.remove(db, programmeId, personId, NOW)).toBe('notFound');
	});

	test('another programme’s people, cohorts and invites are not there', async () => {
		const db = await open();
		const { programmeId, cohortId, join } = await aCohort(db, NOW);
		const rosa = await join('clinician', 'Rosa');
		const stranger = await aCohort(db, NOW);
		const eva = await stranger.join('clinician', 'Eva');
		const invite = await invites.create(db, {
			...{ programmeId: stranger.programmeId, cohortId: stranger.cohortId, role: 'clinician', label: 'Luz' },
			...{ createdBy: null, now: NOW }
		});
		const role = 'clinician';

		const outcomes = [
			await team.place(db, programmeId, { personId: eva, cohortId, role }, NOW),
			await team.place(db, programmeId, { personId: rosa, cohortId: stranger.cohortId, role }, NOW),
			await team.unplace(db, programmeId, { personId: eva, cohortId: stranger.cohortId }, NOW),
			await team.unplace(db, programmeId, { personId: eva, cohortId }, NOW),
			await team.remove(db, programmeId, eva, NOW),
			await team.withdraw(db, programmeId, invite.id, NOW)
		];

		expect(outcomes).toEqual(outcomes.map(() => 'notFound'));
		expect(await team.invite(db, programmeId, { label: 'Luz', role, cohortId: stranger.cohortId }, rosa, NOW)).toBe(
			'noCohort'
		);
		expect(await team.openInvites(db, programmeId, NOW)).toEqual([]);
		expect(await team.list(db, stranger.programmeId)).toMatchObject([{ name: 'Eva', places: [{ role }] }]);
	});

	test('a participant is no colleague: the team page cannot remove or place her', async () => {
		const db = await open();
		const { programmeId, cohortId, join } = await aCohort(db, NOW);
		const ana = await join('participant');

		expect(await team.remove(db, programmeId, ana, NOW)).toBe('notFound');
		expect(await team.place(db, programmeId, { personId: ana, cohortId, role: 'clinician' }, NOW)).toBe('notFound');
		expect(await team.unplace(db, programmeId, { personId: ana, cohortId }, NOW)).toBe('notFound');
	});

	test('an invite that nobody used is listed until it is used or taken back, also when it is too old', async () => {
		const db = await open();
		const { programmeId, cohortId, join } = await aCohort(db, NOW);
		const by = await join('clinician', 'Rosa');
		await team.invite(db, programmeId, { label: 'Luz', role: 'ambassador', cohortId }, by, NOW);

		const [open1] = await team.openInvites(db, programmeId, NOW);
		expect(open1).toMatchObject({ label: 'Luz', role: 'ambassador', cohortName: 'Tuesdays', state: 'open' });
		expect(await team.openInvites(db, programmeId, NOW + 8 * DAY_MS)).toMatchObject([{ state: 'expired' }]);
		expect(await team.withdraw(db, programmeId, open1!.id, NOW)).toBe('withdrawn');
		expect(await team.openInvites(db, programmeId, NOW)).toEqual([]);
	});
});
