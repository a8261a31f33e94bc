import * as z from 'zod/mini';

const isZone = (zone: string): boolean => {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
};

export const programmeNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
/** An IANA zone such as America/New_York; a bare offset would not follow daylight saving. */
export const zoneSchema = z.string().check(
	z.regex(/^[A-Za-z]/),
	z.refine((zone) => isZone(zone))
);
