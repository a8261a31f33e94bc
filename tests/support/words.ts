import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '$lib/domain/language.ts';
import type { Resources } from '$lib/i18n/words.ts';
import { root } from '../../scripts/project.js';

/** The words as they are shipped: `wordsOf('es').common.save`. For words with `{{…}}` see `filled`. */
export const wordsOf = (language: Language): Resources =>
	new Proxy({} as Resources, {
		get: (_, file) =>
			JSON.parse(readFileSync(path.join(root, 'src/lib/i18n', language, `${String(file)}.json`), 'utf8'))
	});

/** A sentence with its gaps filled in: `filled(w.today.left, { count: 2 })`. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
	sentence.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(values[name]));
