/** One line of the report: what was measured, beside what it is held to. */
export interface Line {
	what: string;
	ours: string;
	/** The same of the reference page, in the same run. */
	reference?: string;
	/** Ours over the reference. */
	ratio?: string;
	/** `limit` is asserted by the tests; `target` is aimed at. */
	held?: string;
	isMissed?: boolean;
}

export const median = (numbers: readonly number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** The median, and between what it lay. */
export const spread = (numbers: readonly number[], unit = 'ms'): string => {
	const digits = Math.max(...numbers) < 20 ? 1 : 0;
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)].map((number) => number.toFixed(digits));
	return `${median(numbers).toFixed(digits)} ${unit} (${low}–${high})`;
};

export const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

export const bytesLine = (what: string, ours: number, limit: number, reference?: number): Line => ({
	what,
	ours: kb(ours),
	reference: reference === undefined ? undefined : kb(reference),
	ratio: reference ? (ours / reference).toFixed(2) : undefined,
	held: `limit ${kb(limit)}`,
	isMissed: ours > limit
});

/** Times are compared by the medians of interleaved runs: a busy machine slows both. */
export const timesLine = (what: string, ours: number[], reference: number[], target: number): Line => {
	const ratio = median(ours) / median(reference);
	return {
		what,
		ours: spread(ours),
		reference: spread(reference),
		ratio: ratio.toFixed(2),
		held: `target ${target}`,
		isMissed: ratio > target
	};
};

export function print(lines: readonly Line[]): void {
	const columns = ['what', 'ours', 'reference', 'ratio', 'held'] as const;
	const rows = [
		['', 'ours', 'reference', 'ratio', 'limit or target'],
		...lines.map((line) => columns.map((column) => line[column] ?? '').concat(line.isMissed ? 'MISSED' : ''))
	];
	const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
	for (const row of rows)
		console.log(
			row
				.map((cell, i) => cell.padEnd(widths[i] ?? 0))
				.join('  ')
				.trimEnd()
		);
}
