export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language);

/** The first of the reader's languages that we speak; English when there is none. Takes `navigator.languages` or a parsed Accept-Language. */
export function closestLanguage(preferred: readonly string[]): Language {
	return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** A short text that staff wrote or we ship, in both languages. */
export type BothLanguages = Record<Language, string>;

/** How dates, times and numbers are written where our readers live: "6:00 p. m.", not "18:00". */
export const localeOf: Record<Language, string> = { en: 'en-US', es: 'es-US' };

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'es' : 'en');
