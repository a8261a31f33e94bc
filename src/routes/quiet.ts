/** Once the screen stands and the phone has nothing better to do. Safari has no idle callback; a second is about as long. */
export function whenQuiet(task: () => void): () => void {
	if (!('requestIdleCallback' in globalThis)) {
		const timer = setTimeout(task, 1000);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(task, { timeout: 5000 });
	return () => cancelIdleCallback(handle);
}
