import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { Language } from '$lib/domain/language.ts';

// Made for machines, the lists hold words that nobody should be handed on a hard day, or be seen to have on paper.
const unkind: Record<Language, string> = {
	en: `abandon abuse accident accuse addict alcohol anger angry arrest assault attack awful betray blade blame bleak
		blood bomb broken bullet burden casino cigar crash crazy crime cruel crush cry damage danger despair destroy
		disease disorder divorce dumb enemy evil exhaust exile fatal fat fatigue fault fever fight ghost gloom grief guilt
		gun harsh hazard horror hurt ill illegal illness inflict injury inmate insane jealous junk kidnap knife lawsuit
		lazy liar lonely mad misery naive nasty neglect panic pill pistol poverty prison punch rebel reject rifle riot risk
		rude sad sadness satoshi scare shock shoot sick siege slam spy struggle stumble suffer sword tobacco toxic tragic
		trap trash trigger trouble ugly unable unfair unhappy useless vicious victim virus void warfare weapon worry wreck
		wrong`,
	es: `aborto abuso acoso acusar adicto agonía ahogo asalto asno ataque atroz azote bestia bicho bobo bozal bruto burla
		cadáver cáncer cárcel chupar ciego coger cojo crimen crisis crudo culpa delito derrota desnudo deuda droga duelo
		ebrio enano enemigo enfermo feo fracaso fuga fusil gordo guerra herir hembra horror hostil huida incapaz infiel
		inútil ira joroba ladrón letal llanto loco locura macho maldad malo manco matar miedo miseria misil morir mortal
		muerte mula necio nulo obeso odiar odio ofensa orgía pánico parir pecado pelea peligro pena pésimo prisión puñal
		queja quemar rabia rapto rehén rencor ron ruina sangre satán secta sexo soledad sordo sufrir susto temor tóxico
		trauma triste tuerto tumba tumor úlcera vampiro veneno vicio víctima viudo`
};

const kind = (list: string[], leftOut: string) => {
	const unwanted = new Set(leftOut.split(/\s+/));
	return list.map((word) => word.normalize('NFC')).filter((word) => !unwanted.has(word));
};

export const wordLists: Record<Language, readonly string[]> = {
	en: kind(english, unkind.en),
	es: kind(spanish, unkind.es)
};
