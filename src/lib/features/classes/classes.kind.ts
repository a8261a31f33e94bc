import * as z from 'zod/mini';
import { languages } from '$lib/domain/language.ts';
import { roles } from '$lib/domain/role.ts';

/** One meeting of a cohort, as phones know it: local date and time in the cohort's zone, and the instant they stand for. */
export const classSchema = z.strictObject({
	number: z.int().check(z.minimum(1)),
	date: z.iso.date(),
	time: z.iso.time({ precision: -1 }),
	zone: z.string(),
	minutes: z.int().check(z.minimum(1)),
	startsAt: z.iso.datetime()
});
export type Class = z.infer<typeof classSchema>;

/** A participant's group, as her phone knows it. */
export const cohortSchema = z.strictObject({
	name: z.string(),
	language: z.enum(languages),
	zone: z.string(),
	weeks: z.int(),
	leaders: z.array(z.strictObject({ name: z.string(), role: z.enum(roles) }))
});
export type Cohort = z.infer<typeof cohortSchema>;

export const classKind = { name: 'class', schema: classSchema, writtenBy: 'staff' } as const;
export const cohortKind = { name: 'cohort', schema: cohortSchema, writtenBy: 'staff' } as const;
