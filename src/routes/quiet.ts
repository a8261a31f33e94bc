import { firstPaint } from '$lib/platform/device/first-paint.device.ts';

/** Once the screen stands and the phone has nothing better to do. Safari has no idle callback; a second is about as long. */
export function whenQuiet(task: () => void): () => void {
	let stop = () => {};
	let isStopped = false;
	// An idle moment before the first paint is not one: what is fetched then keeps her waiting before a white screen.
	void firstPaint().then(() => {
		if (isStopped) return;
		if ('requestIdleCallback' in globalThis) {
			const handle = requestIdleCallback(task, { timeout: 5000 });
			stop = () => cancelIdleCallback(handle);
		} else {
			const timer = setTimeout(task, 1000);
			stop = () => clearTimeout(timer);
		}
	});
	return () => {
		isStopped = true;
		stop();
	};
}
