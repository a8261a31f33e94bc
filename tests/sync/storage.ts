import { IDBObjectStore } from 'fake-indexeddb';

/** How many more writes the phones' storage takes; it has room without end unless a test says otherwise. */
let room = Infinity;

for (const method of ['add', 'put'] as const) {
	const write = IDBObjectStore.prototype[method];
	IDBObjectStore.prototype[method] = function (this: typeof IDBObjectStore.prototype, ...args: [unknown]) {
		room -= 1;
		if (room < 0) throw new DOMException('The phone is full.', 'QuotaExceededError');
		return write.apply(this, args);
	};
}

/** Does something on a phone whose storage takes only so many more writes. */
export async function withRoomFor<Result>(writes: number, work: () => Promise<Result>): Promise<Result> {
	room = writes;
	try {
		return await work();
	} finally {
		room = Infinity;
	}
}
