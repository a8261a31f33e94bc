/**
 * Whose phone this is: the id of the person whose database opens. The session itself is in a cookie that scripts cannot
 * read. A browser that forbids storage throws on the very mention of it; then nobody is known here.
 */
const KEY = 'person';

export function current(): string | undefined {
	try {
		return localStorage.getItem(KEY) ?? undefined;
	} catch {
		return undefined;
	}
}

/** After an invite was accepted, or a sign-in. */
export function enter(personId: string): void {
	localStorage.setItem(KEY, personId);
}

export function leave(): void {
	localStorage.removeItem(KEY);
}
