import { expect, test } from 'vitest';
import { localVoice } from './speech.svelte.ts';

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang });

test('a voice that lives elsewhere never reads what she wrote', () => {
	expect(localVoice([voice('es-US', false)], 'es')).toBeUndefined();
});

test('a voice of another language does not read', () => {
	expect(localVoice([voice('en-US'), voice('est-EE')], 'es')).toBeUndefined();
});

test('the accent closest to the reader comes first, any accent will do', () => {
	expect(localVoice([voice('es-ES'), voice('es_MX'), voice('es_US')], 'es')?.lang).toBe('es_US');
	expect(localVoice([voice('es-ES')], 'es')?.lang).toBe('es-ES');
	expect(localVoice([voice('en-GB'), voice('en-US')], 'en')?.lang).toBe('en-US');
});
