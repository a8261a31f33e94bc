/** Asks the server for six new words; it needs a signal and a phone that is signed in. */
export async function makeNew(): Promise<{ words: string[] } | 'noSignal' | 'signedOut'> {
	try {
		const response = await fetch('/api/recovery-words', { method: 'POST' });
		if (response.status === 401 || response.status === 403) return 'signedOut';
		return response.ok ? ((await response.json()) as { words: string[] }) : 'noSignal';
	} catch {
		return 'noSignal';
	}
}
