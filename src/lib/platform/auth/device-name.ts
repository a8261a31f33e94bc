const browsers = [
	['Edge', /\bEdg(?:A|iOS)?\//],
	['Samsung Internet', /SamsungBrowser\//],
	['Opera', /\bOPR\//],
	['Firefox', /(?:Firefox|FxiOS)\//],
	['Chrome', /(?:Chrome|CriOS)\//],
	['Safari', /Safari\//]
] as const;

const systems = [
	['iPhone', /iPhone/],
	['iPad', /iPad/],
	['Android', /Android/],
	['Windows', /Windows/],
	['Mac', /Macintosh/],
	['Chromebook', /CrOS/],
	['Linux', /Linux/]
] as const;

const find = (names: readonly (readonly [string, RegExp])[], text: string) =>
	names.find(([, pattern]) => pattern.test(text))?.[0];

/** A plain description of a browser for her own list of devices, such as "Chrome, Android". Names only, no versions. */
export function deviceName(userAgent: string | null): string {
	const text = userAgent ?? '';
	return [find(browsers, text), find(systems, text)].filter(Boolean).join(', ') || '?';
}

export type DeviceSort = 'phone' | 'tablet' | 'computer' | 'device';
const sorts: Partial<Record<string, DeviceSort>> = {
	iPhone: 'phone',
	Android: 'phone',
	iPad: 'tablet',
	Windows: 'computer',
	Mac: 'computer',
	Chromebook: 'computer',
	Linux: 'computer'
} satisfies Record<(typeof systems)[number][0], DeviceSort>;

/** What sort of thing a name speaks of, for "this phone"; a `device` when it does not say. */
export const deviceSort = (name: string): DeviceSort => sorts[name.split(', ').at(-1) ?? ''] ?? 'device';
