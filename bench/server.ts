import { readFileSync } from 'node:fs';
import http from 'node:http';
import * as sessions from '$lib/platform/auth/sessions.server.ts';
import { PROTOCOL } from '$lib/platform/sync/protocol.ts';
import { newId } from '$lib/domain/id.ts';
import type { Line } from './report.ts';
import type { Setting } from './setting.ts';

const CONNECTIONS = 20;
const SECONDS = 5;

/** How many requests a second one process answers, and what memory it takes, with the load on the same processor. */
export async function requests({ server, db, cohort }: Setting): Promise<Line[]> {
	const person = await cohort.person('participant');
	const { token } = await sessions.start(db, person.id, 'bench', Date.now());
	const headers = { cookie: `${sessions.cookieName(server.origin)}=${token}`, origin: server.origin };
	const question = JSON.stringify({
		protocol: PROTOCOL,
		personId: person.id,
		deviceId: newId(),
		changes: [],
		cursors: {}
	});

	const quiet = memoryMb(server.pid);
	const perSecond = async (what: string, method: string, path: string, body?: string): Promise<Line> => {
		const { answered, failed } = await load(server.inside, { method, path, headers }, body);
		const failures = failed > 0 ? `, ${failed} failed` : '';
		return { what, ours: `${Math.round(answered / SECONDS)} a second${failures}`, isMissed: failed > 0 };
	};
	return [
		await perSecond('server: a phone asks what is new', 'POST', '/api/sync', question),
		await perSecond('server: a page that is rendered', 'GET', '/sign-in'),
		await perSecond('server: a file', 'GET', '/icon.svg'),
		{ what: 'server: memory before and after', ours: `${quiet} MB, ${memoryMb(server.pid)} MB` }
	];
}

async function load(port: number, options: http.RequestOptions, body?: string) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const until = Date.now() + SECONDS * 1000;
	const count = { answered: 0, failed: 0 };
	const one = () =>
		new Promise<void>((resolve) => {
			const request = http.request({ ...options, port, agent, headers: headersFor(options, body) }, (response) => {
				if (response.statusCode === 200) count.answered += 1;
				else count.failed += 1;
				response.resume().on('end', resolve);
			});
			request.on('error', () => {
				count.failed += 1;
				resolve();
			});
			request.end(body);
		});
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			while (Date.now() < until) await one();
		})
	);
	agent.destroy();
	return count;
}

const headersFor = ({ headers }: http.RequestOptions, body?: string): http.OutgoingHttpHeaders => ({
	...(headers as http.OutgoingHttpHeaders),
	...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
});

/** What the process holds in memory; Linux tells. */
function memoryMb(pid: number): number {
	try {
		return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
	} catch {
		return Number.NaN;
	}
}
