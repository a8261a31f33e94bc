import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { templatesFor } from '$lib/features/assignments/templates.ts';
import { languages, type Language } from '$lib/domain/language.ts';
import { read, sentencesIn, wordsIn } from './support/readability.ts';

const folder = 'src/lib/i18n';
const files = [...new Set(globSync(`${folder}/{en,es}/*.json`).map((file) => path.basename(file, '.json')))].toSorted();

type Said = Record<string, string>;

/** The words of one file by their place: `{ 'scale.best': 'Best' }`. */
function wordsOf(language: Language, file: string): Said {
	return flat(JSON.parse(readFileSync(`${folder}/${language}/${file}.json`, 'utf8')) as Tree);
}

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, place = ''): Said =>
	Object.assign(
		{},
		...Object.entries(tree).map(([key, value]) =>
			typeof value === 'string' ? { [place + key]: value } : flat(value, `${place}${key}.`)
		)
	) as Said;

const said = Object.fromEntries(
	languages.map((language) => [language, Object.fromEntries(files.map((file) => [file, wordsOf(language, file)]))])
) as Record<Language, Record<string, Said>>;

const everyWord = (language: Language) =>
	files.flatMap((file) =>
		Object.entries(said[language][file]!).map(([place, text]) => ({
			at: `${language}/${file}.json ${place}`,
			file,
			place,
			text
		}))
	);

const PLURAL = /_(zero|one|two|few|many|other)$/;
const withoutPlural = (place: string) => place.replace(PLURAL, '');
const gapsIn = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!).toSorted();

describe('both languages are whole', () => {
	test.each(files)('%s says the same things in both', (file) => {
		const places = (language: Language) => new Set(Object.keys(said[language][file]!).map(withoutPlural));
		expect(places('es')).toEqual(places('en'));
	});

	test.each(files)('%s has every plural form of its language', (file) => {
		for (const language of languages) {
			const places = Object.keys(said[language][file]!);
			const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
			const counted = new Set(places.filter((place) => PLURAL.test(place)).map(withoutPlural));
			const missing = [...counted].flatMap((place) =>
				forms.map((form) => `${place}_${form}`).filter((form) => !places.includes(form))
			);
			expect(missing, language).toEqual([]);
		}
	});

	test.each(files)('%s has the same gaps to fill in both', (file) => {
		for (const [place, text] of Object.entries(said.en[file]!)) {
			const other = said.es[file]![place];
			if (other === undefined) continue;
			// "One day" may leave its number out.
			const gaps = (of: string) => gapsIn(of).filter((name) => !(place.endsWith('_one') && name === 'count'));
			expect(gaps(other), place).toEqual(gaps(text));
		}
	});

	test('nothing is empty, unfinished or in pieces', () => {
		const odd = languages
			.flatMap(everyWord)
			.filter(({ text }) => text.trim() !== text || text === '' || /TODO|FIXME|XXX|<\/?[a-z]| {2}/.test(text));
		expect(odd.map(({ at, text }) => `${at}: "${text}"`)).toEqual([]);
	});

	test('no sentence was left in the other language', () => {
		const same = files.flatMap((file) =>
			Object.entries(said.en[file]!)
				.filter(
					([place, text]) => said.es[file]![place] === text && wordsIn(text.replace(/\{\{.*?\}\}/g, '')).length > 2
				)
				.map(([place]) => `${file}.json ${place}`)
		);
		expect(same).toEqual([]);
	});
});

/** Pages that only staff read may be a little harder; all others are read by mothers. */
const forStaff = ['cohorts', 'demo', 'review', 'setup', 'staff'];
const limit = (language: Language, file: string): number => {
	const isForStaff = forStaff.includes(file);
	if (language === 'en') return isForStaff ? 8 : 6;
	return isForStaff ? 55 : 65;
};

/** Fewer words than this say little about a text. */
const LEAST_WORDS = 100;
/** Names are what they are. */
const names =
	/\b(Comadre|WhatsApp|TTY|MOMS Partnership|MOMS|Android|iPhone|Chrome|Safari|Facebook|Instagram|Fahrenheit|PostgreSQL|SQLite)\b/g;

/** A gap is read as a short word. `_many` repeats `_other`. A label of one or two words is not a sentence: it would make all look easy. */
const sentencesOf = (language: Language, file: string) =>
	Object.entries(said[language][file]!)
		.filter(([place]) => !place.endsWith('_many'))
		.flatMap(([place, text]) =>
			sentencesIn(text.replace(/\{\{.*?\}\}/g, 'dos').replace(names, '')).map((sentence) => ({ place, sentence }))
		)
		.filter(({ sentence }) => wordsIn(sentence).length > 2);

const isTooHard = (language: Language, score: number, most: number) =>
	language === 'en' ? score > most : score < most;

describe.each(languages)('the words in %s are easy to read', (language) => {
	test.each(files)('%s', (file) => {
		const sentences = sentencesOf(language, file);
		const { words, score } = read(
			language,
			sentences.map(({ sentence }) => sentence)
		);
		if (words < LEAST_WORDS) return;

		const most = limit(language, file);
		const hardest = sentences
			.map((one) => ({ ...one, score: read(language, [one.sentence]).score }))
			.toSorted((a, b) => (language === 'en' ? b.score - a.score : a.score - b.score))
			.slice(0, 8)
			.map((one) => `  ${one.score.toFixed(1)}  ${one.place}: ${one.sentence}`);
		const advice = `${language}/${file}.json is at ${score.toFixed(1)}, ${language === 'en' ? 'at most' : 'at least'} ${most}. The hardest sentences:\n${hardest.join('\n')}\n`;
		expect(isTooHard(language, score, most), advice).toBe(false);
	});
});

const found = (
	language: Language,
	pattern: RegExp,
	which: (word: { file: string; place: string }) => boolean = () => true
) =>
	everyWord(language)
		.filter((word) => which(word) && pattern.test(word.text))
		.map(({ at, text }) => `${at}: "${text}" (${pattern.exec(text)![0].trim()})`);

test.each(languages)('the reasons that templates give in %s are easy to read', (language) => {
	const reasons = Array.from({ length: 8 }, (_, i) => templatesFor(i + 1)).flat();
	const { score } = read(
		language,
		reasons.flatMap(({ why }) => sentencesIn(why[language]))
	);
	expect(isTooHard(language, score, limit(language, 'today')), String(score)).toBe(false);
});

test.each(languages)('no sentence for mothers in %s has more than 25 words', (language) => {
	const long = files
		.filter((file) => !forStaff.includes(file))
		.flatMap((file) => sentencesOf(language, file).map((one) => ({ file, ...one })))
		.filter(({ sentence }) => wordsIn(sentence).length > 25);
	expect(long.map(({ file, place, sentence }) => `${file}.json ${place}: ${sentence}`)).toEqual([]);
});

/** What nobody may read over her shoulder: on the home screen, in a tab, an address or a notice (`product.md` rule 4). */
const telling =
	/mental|therap|terap|\bmoms\b|depress|depres|psych|psic|psiq|anxiety|ansiedad|suicid|crisis|abus|violen|clinic|clínic/i;

describe('nothing on the outside tells what this is', () => {
	const outside = ({ place }: { place: string }) =>
		/(^|\.)(title|tab|tabTitle|push|notification)(_\w+)?$|(^|\.)(push|notifications?)\./.test(place);
	// The heading inside a page is no title of its tab.
	const isTabOf = ({ file, place }: { file: string; place: string }) => outside({ place }) && !forStaff.includes(file);

	test.each(languages)('titles and notices in %s', (language) => {
		expect(found(language, telling, isTabOf)).toEqual([]);
	});

	test.each(globSync('static/*.webmanifest'))('%s', (file) => {
		const manifest = flat(JSON.parse(readFileSync(file, 'utf8')) as Tree);
		expect(Object.entries(manifest).filter(([, text]) => telling.test(String(text)))).toEqual([]);
	});

	test('addresses', () => {
		expect(globSync('src/routes/**/+{page,server}*').filter((file) => telling.test(file))).toEqual([]);
	});
});

describe('Spanish is written for her', () => {
	const start = String.raw`(?:^|[.!?:]\s+|[¿¡])`;
	const asked =
		'Abra|Acceda|Acepte|Agregue|Cancele|Cierre|Complete|Confirme|Descargue|Deslice|Diríjase|Elija|Elimine|Entre|Envíe|Escoja|Escriba|Espere|Guarde|Haga|Indique|Ingrese|Inicie|Instale|Intente|Introduzca|Lea|Llame|Marque|Oprima|Pida|Presione|Pruebe|Pulse|Recuerde|Regrese|Respire|Revise|Seleccione|Siga|Toque|Use|Vaya|Verifique|Vuelva';

	test('it says tú', () => {
		expect(found('es', /\busted(es)?\b|\ble gustaría\b|\bpor favor (haga|ingrese|intente)/i)).toEqual([]);
		expect(found('es', new RegExp(`${start}(?:${asked})\\b`))).toEqual([]);
	});

	test('it has no English words', () => {
		const english =
			/\b(the|and|your|you|with|for|of|click|clic|link|links|e-?mail|login|logout|log|password|online|offline|feedback|tips?|check|checkear|chequear|update|share|sign|save|back|next|skip|post|postear|ok|okay|backup|staff|homework|mood)\b/i;
		expect(found('es', english)).toEqual([]);
	});

	test('it fits any reader: nothing said to her is masculine or feminine', () => {
		// After a verb that speaks to her, a word that ends in -ado, -ada and the like describes her.
		const verbs =
			'estás|estabas|estuviste|eres|fuiste|seas|estés|sientes|sentías|sentiste|quedas|quedaste|sigues|andas|vas a estar|vas a sentirte';
		const describing =
			'\\p{L}+[aiu]d[oa]s?|list[oa]|sol[oa]|segur[oa]|tranquil[oa]|content[oa]|nuev[oa]|ocupad[oa]|enferm[oa]|nervios[oa]|ansios[oa]|orgullos[oa]|bienvenid[oa]';
		expect(
			found(
				'es',
				new RegExp(
					`(?<!\\p{L})(?:${verbs})\\s+(?:muy |más |tan |bien |un poco |ya |siempre |aquí )*(?:${describing})(?!\\p{L})`,
					'iu'
				)
			)
		).toEqual([]);
		expect(
			found(
				'es',
				/\bbienvenid[oa]s?\b|\bquerid[oa]\b|\bamig[oa] (mía|mío)\b|@s?\b|\(a\)|\(o\)|\/a\b|[a-z]x(s)?\b(?<!ex|Max|box|fax|Linux|Firefox)/i
			)
		).toEqual([]);
	});
});

describe('mothers are spoken to in the words of the course', () => {
	const forMothers = ({ file }: { file: string }) => !forStaff.includes(file);

	test('in English', () => {
		expect(
			found(
				'en',
				/\b(intervention|patient|client|compliance|affect|modality|symptom|users?|user-friendly)\b/i,
				forMothers
			)
		).toEqual([]);
	});

	test('in Spanish', () => {
		expect(found('es', /\b(intervención|pacientes?|clientes?|síntomas?|usuari[oa]s?)\b/i, forMothers)).toEqual([]);
	});
});
