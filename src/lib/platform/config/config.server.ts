import { z } from 'zod';

/** What the environment may set, each with a working default. See the README. */
export interface Config {
	port: number;
	origin: string;
	dataDir: string;
	/** Unset: SQLite in `dataDir`. */
	databaseUrl: string | undefined;
	tls: { certFile: string; keyFile: string } | undefined;
	/** Start with the demo programme when there is no programme yet. */
	demo: boolean;
	logLevel: string;
}

const environment = z.object({
	PORT: z.coerce.number('PORT must be a number from 1 to 65535.').int().min(1).max(65535).default(3000),
	ORIGIN: z.url('ORIGIN must be the full address people open, for example https://comadre.example.org.').optional(),
	DATA_DIR: z.string().min(1, 'DATA_DIR must name a folder.').default('data'),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must start with postgres:// (or be left out, for SQLite).')
		.optional(),
	TLS_CERT: z.string().optional(),
	TLS_KEY: z.string().optional(),
	COMADRE_DEMO: z.enum(['0', '1'], 'COMADRE_DEMO must be 0 or 1.').default('0'),
	LOG_LEVEL: z
		.enum(
			['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
			'LOG_LEVEL must be fatal, error, warn, info, debug or silent.'
		)
		.default('warn')
});

/** A setting is missing or wrong. Its message is one sentence that says what to set. */
export class ConfigError extends Error {
	override name = 'ConfigError';
}

/** Reads and checks the settings. Throws `ConfigError`. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
	const read = environment.safeParse(given);
	if (!read.success) {
		const issue = read.error.issues[0];
		const name = String(issue?.path[0] ?? 'A setting');
		throw new ConfigError(issue?.message.startsWith(name) ? issue.message : `${name}: ${issue?.message}`);
	}

	const { PORT, ORIGIN, DATA_DIR, DATABASE_URL, TLS_CERT, TLS_KEY, COMADRE_DEMO, LOG_LEVEL } = read.data;
	if (Boolean(TLS_CERT) !== Boolean(TLS_KEY)) {
		throw new ConfigError('TLS_CERT and TLS_KEY belong together: set both to file names, or neither.');
	}

	return {
		port: PORT,
		origin: new URL(ORIGIN ?? `${TLS_CERT ? 'https' : 'http'}://localhost:${PORT}`).origin,
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL,
		tls: TLS_CERT && TLS_KEY ? { certFile: TLS_CERT, keyFile: TLS_KEY } : undefined,
		demo: COMADRE_DEMO === '1',
		logLevel: LOG_LEVEL
	};
}
