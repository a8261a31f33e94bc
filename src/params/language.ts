import { isLanguage, type Language } from '$lib/domain/language.ts';

export const match = (param: string): param is Language => isLanguage(param);
