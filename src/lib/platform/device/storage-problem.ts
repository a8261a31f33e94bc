/** What can be wrong with a phone's storage, each with words of its own on screen. */
export type StorageTrouble = 'storageFull' | 'storageForbidden' | 'databaseTooNew' | 'storageLost';

/** The troubles that leave nothing to show but themselves. */
export type ClosedTrouble = Exclude<StorageTrouble, 'storageFull'>;

export const isClosed = (state: string): state is ClosedTrouble =>
	state === 'storageForbidden' || state === 'databaseTooNew' || state === 'storageLost';

/** The phone's storage refused. Nothing was half-written: a transaction is whole or not at all. */
export class StorageProblem extends Error {
	readonly trouble: StorageTrouble;

	constructor(trouble: StorageTrouble, options?: ErrorOptions) {
		super(trouble, options);
		this.name = 'StorageProblem';
		this.trouble = trouble;
	}
}

const troubleByName: Record<string, StorageTrouble> = {
	QuotaExceededError: 'storageFull',
	// Private windows and "block site data".
	SecurityError: 'storageForbidden',
	MissingAPIError: 'storageForbidden',
	VersionError: 'databaseTooNew',
	// WebKit's "Connection to Indexed Database server lost", and a database deleted under an open page.
	UnknownError: 'storageLost',
	InvalidStateError: 'storageLost',
	DatabaseClosedError: 'storageLost',
	NotFoundError: 'storageLost'
};

/** The storage problem behind an error, or undefined when it is something else. Dexie wraps what the browser threw. */
export function storageProblem(error: unknown): StorageProblem | undefined {
	if (error instanceof StorageProblem) return error;
	for (let cause = error; cause instanceof Object; cause = innerOf(cause)) {
		const trouble = troubleByName[(cause as Error).name];
		if (trouble) return new StorageProblem(trouble, { cause: error });
	}
	return undefined;
}

const innerOf = (error: object): unknown => ('inner' in error ? error.inner : undefined);
