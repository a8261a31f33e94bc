/** Epoch milliseconds. Handed in everywhere, so that tests can live a year in seconds. */
export type Clock = () => number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
