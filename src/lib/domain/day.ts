/** A calendar day as `YYYY-MM-DD`, without a zone: the day as the person lived it. */
export type Day = string;

const MS_A_DAY = 86_400_000;
const atNoon = (day: Day) => Date.parse(`${day}T12:00:00Z`);

/** The day that the phone's own calendar shows at that instant (epoch milliseconds). */
export function dayOnPhone(atMs: number): Day {
	const date = new Date(atMs);
	const two = (n: number) => String(n).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day in an IANA zone at that instant (epoch milliseconds). */
export function dayInZone(atMs: number, zone: string): Day {
	return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
		atMs
	);
}

export const addDays = (day: Day, count: number): Day =>
	new Date(atNoon(day) + count * MS_A_DAY).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((atNoon(to) - atNoon(from)) / MS_A_DAY);

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => new Date(atNoon(day)).getUTCDay();
