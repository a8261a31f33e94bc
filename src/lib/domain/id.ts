/** A fresh random id (UUID version 4). Needs a secure context in a browser, as the whole app does. */
export const newId = (): string => crypto.randomUUID();
