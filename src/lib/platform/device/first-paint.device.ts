// A page that goes into the background is not painted at all. A cheap phone may well take two seconds.
const AT_MOST_MS = 3000;
const NAME = 'first-contentful-paint';

/** Resolves once she sees something. What comes after it does not keep her waiting before a white screen. */
export function firstPaint(): Promise<void> {
	const isTold = PerformanceObserver.supportedEntryTypes?.includes('paint');
	if (!isTold || document.hidden || performance.getEntriesByName(NAME).length > 0) return Promise.resolve();
	return new Promise((resolve) => {
		const seen = new PerformanceObserver((entries) => {
			if (entries.getEntriesByName(NAME).length > 0) done();
		});
		const timer = setTimeout(done, AT_MOST_MS);
		function done() {
			clearTimeout(timer);
			seen.disconnect();
			resolve();
		}
		seen.observe({ type: 'paint', buffered: true });
	});
}
