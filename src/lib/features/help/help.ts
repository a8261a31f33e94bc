import type { BothLanguages, Language } from '$lib/domain/language.ts';

/**
 * Every hotline that Comadre names, and every fact about it: nothing else in the app may hold such a number.
 * `hotlines.test.ts` holds this file against `tests/facts/hotlines.md`. Check both again at every release.
 */
export interface Line {
	id: LineId;
	name: BothLanguages;
	call?: {
		number: string;
		/** The same number as a word. */ spelled?: string;
		/** Key to press. */ press?: ByLanguage;
	};
	/** For a telephone that types, used by people who do not hear. */
	typed?: string;
	text?: {
		number: string;
		/** The word to send. */ send?: ByLanguage;
		/** Answered in some places only. */ isLocal?: true;
	};
	whatsApp?: { number: string; spelled: string; language: Language };
	chat?: ByLanguage;
	hours: 'always' | 'alwaysInMostPlaces';
	languages: readonly Language[];
	/** How many more languages they can bring an interpreter for. */
	interpreters?: number;
	source: string;
}

export type LineId = 'emergency' | 'crisis' | 'maternal' | 'crisisText' | 'violence' | 'needs' | 'treatment';

type ByLanguage = Partial<Record<Language, string>>;

const both = ['en', 'es'] as const;

export const lines: Record<LineId, Line> = {
	emergency: {
		id: 'emergency',
		name: { en: 'Emergency', es: 'Emergencias' },
		call: { number: '911' },
		hours: 'always',
		languages: both,
		source: 'https://www.911.gov'
	},
	crisis: {
		id: 'crisis',
		name: { en: '988 Suicide & Crisis Lifeline', es: '988 Línea de Prevención del Suicidio y Crisis' },
		call: { number: '988', press: { es: '2' } },
		text: { number: '988', send: { es: 'AYUDA' } },
		chat: { en: 'https://988lifeline.org/', es: 'https://988lifeline.org/es/' },
		hours: 'always',
		languages: both,
		source: 'https://988lifeline.org/get-help/what-to-expect'
	},
	maternal: {
		id: 'maternal',
		name: {
			en: 'National Maternal Mental Health Hotline',
			es: 'Línea Nacional de Asistencia a la Salud Mental Materna'
		},
		call: { number: '1-833-852-6262', spelled: 'TLC-MAMA' },
		text: { number: '1-833-852-6262' },
		hours: 'always',
		languages: both,
		interpreters: 60,
		source: 'https://mchb.hrsa.gov/national-maternal-mental-health-hotline/faq'
	},
	crisisText: {
		id: 'crisisText',
		name: { en: 'Crisis Text Line', es: 'Crisis Text Line' },
		text: { number: '741741', send: { en: 'HOME', es: 'AYUDA' } },
		whatsApp: { number: '442-298-3263', spelled: '442-AYUDAME', language: 'es' },
		hours: 'always',
		languages: both,
		source: 'https://www.crisistextline.org/blog/2021/10/15/hola-crisis-text-line-is-now-available-in-spanish'
	},
	violence: {
		id: 'violence',
		name: { en: 'National Domestic Violence Hotline', es: 'Línea Nacional Contra la Violencia Doméstica' },
		call: { number: '1-800-799-7233' },
		typed: '1-800-787-3224',
		text: { number: '88788', send: { en: 'START', es: 'START' } },
		chat: { en: 'https://www.thehotline.org/', es: 'https://espanol.thehotline.org/' },
		hours: 'always',
		languages: both,
		source: 'https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts'
	},
	needs: {
		id: 'needs',
		name: { en: '211', es: '211' },
		call: { number: '211' },
		text: { number: '898211', isLocal: true },
		hours: 'alwaysInMostPlaces',
		languages: both,
		source: 'https://www.211.org'
	},
	treatment: {
		id: 'treatment',
		name: { en: 'SAMHSA National Helpline', es: 'Línea Nacional de Ayuda de SAMHSA' },
		call: { number: '1-800-662-4357' },
		hours: 'always',
		languages: both,
		source: 'https://www.samhsa.gov/find-help/national-helpline'
	}
};

export const callLink = (number: string): string => `tel:${digits(number)}`;

/** The `?&` opens the written word on Android and on iPhones of any age. */
export const textLink = (number: string, send?: string): string =>
	`sms:${digits(number)}${send ? `?&body=${encodeURIComponent(send)}` : ''}`;

export const whatsAppLink = (number: string): string => `https://wa.me/1${digits(number)}`;

/** A number that no line break takes apart. */
export const inOnePiece = (number: string): string => number.replaceAll('-', '\u2011');

const digits = (number: string) => number.replaceAll('-', '');
