import { IDBFactory } from 'fake-indexeddb';
import type { Asker } from '$lib/platform/auth/asker.ts';
import type { Db } from '$lib/platform/db/schema.server.ts';
import type { Device } from '$lib/platform/device/device.device.ts';
import type { Asked } from '$lib/platform/sync/exchange.server.ts';
import { exchange } from '$lib/platform/sync/exchange.device.ts';
import type { SyncReply, SyncRequest } from '$lib/platform/sync/protocol.ts';
import type { NoReply } from '$lib/platform/sync/send.device.ts';
import { aDevice } from '../support/device.ts';
import { anAsker, overTheWire } from '../support/sync.ts';
import { TABS, type Fate, type Tab } from './actions.ts';
import type { Server } from './server.ts';

const YEAR_MS = 365 * 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);

interface Phone {
	storage: IDBFactory;
	tabs: (Device | undefined)[];
	clockOffMs: number;
}

/** One request's way, and where it waits if it does. */
interface Trip {
	fate: Fate;
	pause: () => Promise<void>;
}

const plain: Trip = { fate: 'arrives', pause: () => Promise.resolve() };

/** One woman's phones with their tabs, the network and the server, as real as they run anywhere but in a browser. */
export class World {
	readonly asker: Asker = anAsker();
	readonly phones: Phone[];
	/** Every request that left a phone, as text. */
	readonly overheard: string[] = [];
	#ticks = 0;
	#serverOffMs = 0;
	/** Exchanges that wait for a slow network, and requests that somebody has given up on. */
	#slow: { deliver: () => void; done: Promise<unknown> }[] = [];
	#late: Asked[] = [];

	constructor(
		readonly db: Db,
		readonly server: Server,
		phones: number
	) {
		this.phones = Array.from({ length: phones }, () => ({
			storage: new IDBFactory(),
			tabs: Array.from({ length: TABS }, () => undefined),
			clockOffMs: 0
		}));
	}

	/** The store as one tab has it open; opened when it is first needed. */
	async tab({ phone: number, tab }: Tab): Promise<Device> {
		const phone = this.phones[number]!;
		return (phone.tabs[tab] ??= await aDevice({
			personId: this.asker.personId,
			storage: phone.storage,
			now: () => this.#time() + phone.clockOffMs
		}));
	}

	/** Closes a tab in the middle of whatever it does. */
	kill({ phone, tab }: Tab): void {
		const { tabs } = this.phones[phone]!;
		tabs[tab]?.db.close();
		tabs[tab] = undefined;
	}

	close(): void {
		for (const [phone, { tabs }] of this.phones.entries()) tabs.forEach((_, tab) => this.kill({ phone, tab }));
	}

	setClock(phone: number, years: number): void {
		this.phones[phone]!.clockOffMs = years * YEAR_MS;
	}

	setServerClock(years: number): void {
		this.#serverOffMs = years * YEAR_MS;
	}

	/** One exchange of one tab with the server, over a network that does this to it. */
	async sync(where: Tab, fate: Fate): Promise<void> {
		const device = await this.tab(where);
		const paused = Promise.withResolvers<void>();
		const goesOn = Promise.withResolvers<void>();
		const trip: Trip = {
			fate,
			pause: () => {
				if (fate === 'tabDies') this.kill(where);
				paused.resolve();
				return goesOn.promise;
			}
		};
		// A tab that is killed takes its exchange with it.
		const done = exchange(device, (request) => this.#carry(request, trip)).catch(ignoreClosed);
		await Promise.race([done, paused.promise]);
		if (fate.startsWith('slow')) this.#slow.push({ deliver: goesOn.resolve, done });
	}

	async deliver(which: number): Promise<void> {
		const [exchange] = this.#slow.splice(which % Math.max(1, this.#slow.length), 1);
		exchange?.deliver();
		await exchange?.done;
	}

	async arriveLate(which: number): Promise<void> {
		const [request] = this.#late.splice(which % Math.max(1, this.#late.length), 1);
		if (request) await this.#answer(request);
	}

	/** Everything on its way arrives, then every phone talks with the server until there is nothing left to say. */
	async quieten(): Promise<void> {
		while (this.#slow.length > 0) await this.deliver(0);
		while (this.#late.length > 0) await this.arriveLate(0);
		for (let round = 0; round < 3; round += 1) {
			for (const phone of this.phones.keys()) await this.#talkUntilDone({ phone, tab: 0 });
		}
	}

	async #talkUntilDone(where: Tab): Promise<void> {
		const device = await this.tab(where);
		for (let exchanges = 0; exchanges < 20; exchanges += 1) {
			const outcome = await exchange(device, (request) => this.#carry(request, plain));
			if (outcome === 'done') return;
		}
		throw new Error('The phone and the server never came to rest.');
	}

	async #carry(request: SyncRequest, { fate, pause }: Trip): Promise<SyncReply | NoReply> {
		const asked = overTheWire(request) as unknown as Asked;
		this.overheard.push(JSON.stringify(request));
		if (fate === 'requestLost') return 'unreachable';
		if (fate === 'late') {
			this.#late.push(asked);
			return 'unreachable';
		}
		if (fate === 'slowRequest') await pause();
		if (fate === 'doubled') await this.#answer(asked);
		const reply = await this.#answer(asked, fate === 'serverDies');
		if (fate === 'slowAnswer' || fate === 'tabDies') await pause();
		return fate === 'answerLost' || reply === undefined ? 'unreachable' : reply;
	}

	async #answer(asked: Asked, dies = false): Promise<SyncReply | undefined> {
		const reply = await this.server(this.db, this.asker, asked, { now: this.#time() + this.#serverOffMs, dies });
		return reply && overTheWire(reply);
	}

	#time = () => START_MS + 1000 * (this.#ticks += 1);
}

/** An exchange whose tab was closed ends wherever it was; any other failure is one. */
function ignoreClosed(error: unknown): void {
	if (!(error instanceof Error && /DatabaseClosed|storageLost/.test(`${error.name} ${error.message}`))) throw error;
}
