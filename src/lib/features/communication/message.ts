import type { Words } from '$lib/i18n/words.ts';
import { parts, type Communication } from './communication.ts';

/**
 * The whole message, one string a sentence: as she changed it, else made from her answers. Needs the word file
 * `communication`.
 */
export function message(sheet: Communication, words: Words): string[] {
	if (sheet.ownWords !== undefined) return sheet.ownWords.split('\n').filter((line) => line.trim() !== '');
	return made(sheet, words);
}

/** The message as her answers make it. */
export function made(sheet: Communication, words: Words): string[] {
	const t = words.of('communication');
	const { who, happened, feelMore, wish, offer } = parts(sheet);
	const feelings = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(
		sheet.feelings.map((feeling) => t((w) => w.feelings[feeling]))
	);
	return [
		t((w) => w.message.opening, { who }),
		t((w) => w.message.happened, { happened }),
		...(feelings ? [t((w) => w.message.feelings, { feelings })] : []),
		...(feelMore ? [feelMore] : []),
		t((w) => w.message.wish, { wish }),
		...(offer ? [t((w) => w.message.offer, { offer })] : []),
		t((w) => w.message.closing)
	];
}
