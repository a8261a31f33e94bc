/** Who may read an entry: only she, her clinician, or her whole team (clinician and ambassador). */
export const visibilities = ['me', 'clinician', 'team'] as const;
export type Visibility = (typeof visibilities)[number];

export const isShared = (visibility: Visibility): boolean => visibility !== 'me';
