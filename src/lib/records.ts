import type { RecordKind } from '$lib/platform/sync/kind.ts';

/** Every kind of record that flows between phones and the server. A new kind is a folder in `features/` and a line here. */
export const recordKinds: readonly RecordKind[] = [];
