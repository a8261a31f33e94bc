import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured lines on standard error. Never hand it anything that a person wrote, nor a URL's query. */
export const createLog = (level: string): Log => pino({ level, base: null }, pino.destination(2));
