import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseError } from '../db/db.server.ts';

/** The server's own secrets, made at first start and kept in `data/keys.json`, apart from the database. */
export interface Keys {
	/** 32 bytes: recovery words and codes are hashed under it, so that a copied database alone opens nothing. */
	pepper: Buffer;
	/** 32 bytes: encrypts one-time-code secrets at rest. */
	vault: Buffer;
}

export function loadKeys(dataDir: string): Keys {
	const file = path.join(dataDir, 'keys.json');
	try {
		return read(readFileSync(file, 'utf8'));
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
	}
	const fresh = { pepper: randomBytes(32).toString('base64url'), vault: randomBytes(32).toString('base64url') };
	try {
		mkdirSync(dataDir, { recursive: true });
		// `wx`: two servers that start at once agree on whichever file came first.
		writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') {
			throw new DatabaseError(
				`The folder ${dataDir} cannot be written: make it writable or set DATA_DIR to one that is.`,
				{
					cause: problem
				}
			);
		}
	}
	return read(readFileSync(file, 'utf8'));
}

const read = (json: string): Keys => {
	const { pepper, vault } = JSON.parse(json) as Record<keyof Keys, string>;
	return { pepper: Buffer.from(pepper, 'base64url'), vault: Buffer.from(vault, 'base64url') };
};

/** A secret for a link or cookie: `bits` of randomness in URL-safe text. */
export const newSecret = (bits: 128 | 256): string => randomBytes(bits / 8).toString('base64url');

/** For secrets of 128 bits and more, which nobody can guess: a plain hash is enough to keep. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** For short secrets that people write down. */
export const hashShortSecret = (keys: Keys, secret: string): string =>
	createHmac('sha256', keys.pepper).update(secret).digest('base64url');

export function lock(keys: Keys, text: string): string {
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keys.vault, iv);
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

export function unlock(keys: Keys, locked: string): string {
	const bytes = Buffer.from(locked, 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', keys.vault, bytes.subarray(0, 12));
	decipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
