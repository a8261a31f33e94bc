/** Whom a demo link lets in: a fictional woman in each language, and the staff of both groups. */
export const demoKeys = ['participant-en', 'participant-es', 'ambassador', 'clinician', 'coordinator'] as const;
export type DemoKey = (typeof demoKeys)[number];

export const isDemoKey = (text: unknown): text is DemoKey => demoKeys.includes(text as DemoKey);
export const isParticipantKey = (key: DemoKey): boolean => key.startsWith('participant-');

export interface DemoLink {
	key: DemoKey;
	url: string;
}

/** A link's fragment: who, and the secret that shows it was printed by this server. */
export const fragmentOf = (key: DemoKey, secret: string): string => `${key}.${secret}`;

export function readFragment(hash: string): { key: DemoKey; secret: string } | undefined {
	const [key, secret] = hash.replace(/^#/, '').split('.');
	return isDemoKey(key) && secret ? { key, secret } : undefined;
}
