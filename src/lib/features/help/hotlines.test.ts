import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lines, textLink, type Line } from './help.ts';

const facts = readFileSync('tests/facts/hotlines.md', 'utf8').split('<!-- prettier-ignore-start -->')[1] ?? '';

/** Telephone numbers, short codes and numbers spelled as words; not waiting times, languages or footnotes. */
const numbersIn = (text: string) =>
	new Set(
		text.match(
			/\b(?:\d-)?\d{3}-\d{3}-\d{4}\b|\b\d{3}-[A-Z]{7}\b|\b[A-Z]{3}-[A-Z]{4}\b|\b\d{5,6}\b|\b(?:[2-9]11|988)\b/g
		)
	);

const sitesIn = (text: string) => new Set(text.match(/\b[a-z0-9.]+\.org\b/g));

const numbersOf = ({ call, typed, text, whatsApp }: Line) =>
	[call?.number, call?.spelled, typed, text?.number, whatsApp?.number, whatsApp?.spelled].filter(
		(number) => number !== undefined
	);

const chats = Object.values(lines).flatMap(({ chat }) => Object.values(chat ?? {}));

test('every number in the facts is in the app, and no other', () => {
	expect(new Set(Object.values(lines).flatMap(numbersOf))).toEqual(numbersIn(facts));
});

test('each line has the numbers of its own fact', () => {
	const factById = {
		emergency: 'Emergency',
		crisis: '**988**',
		maternal: '**Maternal',
		crisisText: '**Crisis Text',
		violence: '**NDVH',
		needs: '**211',
		treatment: 'SAMHSA'
	};
	for (const line of Object.values(lines)) {
		const fact = facts.split('\n').find((row) => row.startsWith(`- ${factById[line.id]}`));
		expect(new Set(numbersOf(line)), line.id).toEqual(numbersIn(fact ?? ''));
	}
});

test('every chat in the facts is in the app, and the app knows no other organisation', () => {
	const known = [...sitesIn(facts)];
	const hosts = chats.map((chat) => new URL(chat).host.replace(/^www\./, ''));
	expect(known.filter((site) => !hosts.includes(site))).toEqual([]);
	expect(hosts.filter((host) => !known.some((site) => site === host || site.endsWith(`.${host}`)))).toEqual([]);
});

test('a reader of Spanish gets the keys, words and pages for Spanish', () => {
	expect(lines.crisis.call?.press).toEqual({ es: '2' });
	expect(facts).toContain('Spanish: press 2');
	expect(lines.crisis.text?.send?.es).toBe('AYUDA');
	expect(facts).toContain('Spanish: text AYUDA');
	expect(lines.crisisText.text?.send).toEqual({ en: 'HOME', es: 'AYUDA' });
	expect(lines.violence.text?.send?.es).toBe('START');
	expect(lines.violence.chat?.es).toContain('espanol.thehotline.org');
	expect(facts).toContain(`interpreters for ${lines.maternal.interpreters} languages`);
});

test.each(['en', 'es'])('the words in %s hold no number of their own', (language) => {
	expect(readFileSync(`src/lib/i18n/${language}/help.json`, 'utf8').match(/\d{2,}/g)).toBeNull();
});

test('a text opens with its word written', () => {
	expect(textLink('988', 'AYUDA')).toBe('sms:988?&body=AYUDA');
	expect(textLink('1-833-852-6262')).toBe('sms:18338526262');
});
