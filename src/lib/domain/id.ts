/** A fresh random id (UUID version 4). Needs a secure context in a browser, as the whole app does. */
export const newId = (): string => crypto.randomUUID();

const VERSION_AT = 14;

/**
 * The id of what only stands beside something else, such as a mark that it was done: the other's id with the version
 * digit set to 8. Every phone makes the same one, and beside what already stands beside something is itself.
 */
export const idBeside = (id: string): string => `${id.slice(0, VERSION_AT)}8${id.slice(VERSION_AT + 1)}`;

/** Whether it only stands beside something else, and is not counted as a thing of its own. */
export const isBeside = (id: string): boolean => id[VERSION_AT] === '8';
