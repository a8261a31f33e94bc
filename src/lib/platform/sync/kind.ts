import type { ZodMiniType } from 'zod/mini';

/** A kind of record: a name, what its body looks like, and who may write it. */
export interface RecordKind<Body = unknown> {
	name: string;
	schema: ZodMiniType<Body>;
	/** What participants write comes from their phones; what staff write comes from staff pages. */
	writtenBy: 'participant' | 'staff';
}

export type Kinds = ReadonlyMap<string, RecordKind>;

export const kindsByName = (kinds: readonly RecordKind[]): Kinds => new Map(kinds.map((kind) => [kind.name, kind]));
