import { encode } from 'uqr';

/** A code to be scanned, as one SVG path over a square of `size` modules, its quiet margin included. */
export interface Qr {
	size: number;
	path: string;
}

// The standard asks for four light modules around a code; cameras need them on a crowded table.
const MARGIN = 4;

export function qrOf(text: string): Qr {
	const { data, size } = encode(text, { ecc: 'M', border: MARGIN });
	const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
	return { size, path };
}
