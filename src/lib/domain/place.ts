/**
 * Where an entry is, as the phone honestly knows it: only on this phone (private), waiting (shared, not yet taken by
 * the server), leaving (taken back, which the server has not heard yet), sent, or refused (the server did not take it;
 * kept here and shown).
 */
export type Place = 'phone' | 'waiting' | 'leaving' | 'sent' | 'refused';
