// The one script of the pages that must work without our code: help, and the neutral page. Both can be read without it;
// with it, Exit leaves no way back here, and "Continue" is there to let her in again. No import, no build, no word of the app.
(() => {
	const away = {
		get: () => {
			try {
				return localStorage.getItem('away') === '1';
			} catch {
				return false;
			}
		},
		set: (isAway) => {
			try {
				if (isAway) localStorage.setItem('away', '1');
				else localStorage.removeItem('away');
			} catch {
				// A browser that forbids storage keeps no door shut; leaving itself still works.
			}
		}
	};

	const leave = (to) => {
		document.documentElement.hidden = true;
		away.set(true);
		location.replace(to);
	};

	// On the neutral page: being here is being away, until she asks to go on.
	const onward = document.getElementById('continue');
	if (onward) {
		away.set(true);
		onward.addEventListener('click', (event) => {
			event.preventDefault();
			away.set(false);
			location.replace(onward.href);
		});
		// Shown only now: a tap before this moment would only lead back here.
		onward.hidden = false;
		return;
	}

	const exit = document.getElementById('exit');
	if (!exit) return;
	exit.addEventListener('click', (event) => {
		event.preventDefault();
		leave(exit.href);
	});

	let presses = [];
	addEventListener('keydown', ({ key, repeat, timeStamp }) => {
		if (repeat) return;
		presses = key === 'Shift' ? [...presses.filter((time) => timeStamp - time < 3000), timeStamp] : [];
		if (presses.length >= 3) leave(exit.href);
	});

	// Back must not uncover this page after she left. Opening it afresh must: help is never withheld.
	addEventListener('pageshow', ({ persisted }) => {
		const [arrival] = performance.getEntriesByType('navigation');
		if (away.get() && (persisted || arrival?.type === 'back_forward')) leave(exit.href);
	});
})();
