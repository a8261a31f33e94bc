import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

// Below this a compressed answer is no smaller on the wire.
const WORTHWHILE_BYTES = 1024;
const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml)|image\/svg)/;

type Write = (chunk: Uint8Array | string) => boolean;

/**
 * Compresses what the app writes to `response`. Files arrive compressed already (they carry `content-encoding`), and an
 * event stream must not wait for a block to fill. Whether it is worthwhile shows at the first chunk.
 */
export function compress(request: IncomingMessage, response: ServerResponse): void {
	const encoding = preferred(String(request.headers['accept-encoding'] ?? ''));
	if (!encoding || request.method === 'HEAD') return;

	const writePlain = response.write.bind(response) as Write;
	const endPlain = response.end.bind(response);
	const writeHead = response.writeHead.bind(response);
	let status: number | undefined;
	let through: ReturnType<typeof createGzip> | undefined;
	let begun = false;

	function begin(first: Uint8Array | string | undefined) {
		begun = true;
		if (isCompressible(response, status ?? response.statusCode) && isWorthwhile(response, first)) {
			response.setHeader('content-encoding', encoding!);
			response.appendHeader('vary', 'accept-encoding');
			response.removeHeader('content-length');
			const etag = response.getHeader('etag');
			if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
			through = compressor(encoding!);
			through.on('data', (chunk: Buffer) => writePlain(chunk) || through?.pause());
			through.on('drain', () => response.emit('drain'));
			through.on('end', () => endPlain());
			response.on('drain', () => through?.resume());
			response.on('close', () => through?.destroy());
		}
		if (status !== undefined) writeHead(status);
	}

	response.writeHead = ((code: number, ...rest: unknown[]) => {
		// Whoever gives headers along is a file server or an error; what cannot be compressed need not wait either.
		const isDecided = rest.some((part) => typeof part === 'object') || !isCompressible(response, code);
		if (begun || isDecided) {
			begun = true;
			return (writeHead as (...all: unknown[]) => ServerResponse)(code, ...rest);
		}
		status = code;
		return response;
	}) as typeof response.writeHead;

	response.write = ((chunk: Uint8Array | string) => {
		if (!begun) begin(chunk);
		return through ? through.write(chunk) : writePlain(chunk);
	}) as typeof response.write;

	response.end = ((chunk?: Uint8Array | string) => {
		if (typeof chunk === 'function') chunk = undefined;
		if (!begun) begin(chunk);
		if (!through) return chunk === undefined ? endPlain() : endPlain(chunk);
		through.end(chunk);
		return response;
	}) as typeof response.end;
}

function isCompressible(response: ServerResponse, status: number): boolean {
	if (status === 204 || status === 304 || response.hasHeader('content-encoding')) return false;
	return COMPRESSIBLE.test(String(response.getHeader('content-type') ?? ''));
}

/** The length is known, or the first chunk shows it: pages and JSON come in one piece. */
function isWorthwhile(response: ServerResponse, first: Uint8Array | string | undefined): boolean {
	const length = Math.max(Number(response.getHeader('content-length') ?? 0), first?.length ?? 0);
	return length >= WORTHWHILE_BYTES;
}

function preferred(accepted: string): 'br' | 'gzip' | undefined {
	const offers = accepted.split(',').map((offer) => offer.trim().split(';')[0]);
	return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding));
}

// Level 5 costs about as much time as gzip and saves a fifth.
const compressor = (encoding: 'br' | 'gzip') =>
	encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : createGzip();
