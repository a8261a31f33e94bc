/** Everything that flows to phones is in a stream, each with a gapless count of its changes. */
export const personStream = (personId: string): string => `person:${personId}`;
export const cohortStream = (cohortId: string): string => `cohort:${cohortId}`;
