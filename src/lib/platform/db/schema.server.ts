import type { Generated, Kysely, Transaction } from 'kysely';
import type { Language } from '$lib/domain/language.ts';
import type { Role } from '$lib/domain/role.ts';
import type { Visibility } from '$lib/domain/visibility.ts';

/**
 * The tables, alike on SQLite and PostgreSQL. Instants are epoch milliseconds, truth values 0 or 1, days and times local
 * text, bodies JSON text. Read `records` through `platform/sync`, people through `platform/auth` or their feature.
 */
export interface Tables {
	programme: { id: string; name: string; zone: string; is_demo: 0 | 1; created_at: number };
	person: {
		id: string;
		programme_id: string;
		/** Staff: her name. A participant: the name that her group sees. */
		name: string;
		language: Language;
		is_coordinator: 0 | 1;
		/** Only staff who sign in with a one-time code have one. */
		sign_in_name: string | null;
		created_at: number;
		removed_at: number | null;
	};
	cohort: { id: string; programme_id: string; name: string; language: Language; zone: string; created_at: number };
	class_session: { id: string; cohort_id: string; number: number; date: string; time: string; minutes: number };
	member: { id: string; cohort_id: string; person_id: string; role: Role; joined_at: number; left_at: number | null };
	invite: {
		id: string;
		programme_id: string;
		/** Null for a coordinator, who belongs to the programme. */
		cohort_id: string | null;
		role: Role;
		/** What staff call her until she is in, so that they can find the right card. */
		label: string;
		secret_hash: string;
		created_by: string | null;
		created_at: number;
		expires_at: number;
		used_at: number | null;
		used_by: string | null;
		/** The request that took it, hashed: the same browser may ask again when the answer was lost. */
		request_hash: string | null;
		withdrawn_at: number | null;
	};
	session: {
		id: string;
		person_id: string;
		token_hash: string;
		/** A plain description for her own list, such as "Chrome, Android". */
		device_name: string;
		created_at: number;
		last_seen_at: number;
		ended_at: number | null;
	};
	passkey: {
		id: string;
		person_id: string;
		public_key: string;
		counter: number;
		transports: string;
		created_at: number;
		last_used_at: number | null;
	};
	/** A staff member's one-time code generator; `secret` is encrypted with the server's key. */
	authenticator: { person_id: string; secret: string; last_step: number; confirmed_at: number | null };
	/** Recovery words (participants, one row) and recovery codes (staff, ten rows), hashed. */
	recovery: { id: string; person_id: string; hash: string; created_at: number; used_at: number | null };
	challenge: { id: string; value: string; person_id: string | null; expires_at: number };
	/** One-time links that let the first coordinator in. */
	setup_link: { id: string; secret_hash: string; created_at: number; used_at: number | null };

	/** `person:<id>` or `cohort:<id>`; `seq` counts its changes without a gap. */
	stream: { id: string; seq: number };
	/** The latest state of every record that flows to phones. */
	record: {
		stream: string;
		id: string;
		seq: number;
		kind: string;
		day: string | null;
		visibility: Visibility;
		rev: number;
		/** Null once deleted or unshared. */
		body: string | null;
		state: 'live' | 'unshared' | 'deleted';
		author_id: string | null;
		copy_of: string | null;
		/** The version in which the text last changed; 0 for what only staff write. */
		text_rev: Generated<number>;
		/** The last version that a phone took back without having seen it; 0 if none. Whoever has it keeps it. */
		unseen_rev: Generated<number>;
		received_at: number;
	};
	/** What the server answered to each change, so that a repeated one gets the same answer. */
	change: { device_id: string; op_id: string; result: string; received_at: number };
	/** Every look at a participant's data. Append-only: a trigger refuses updates and deletes outside a demo. */
	look: { id: string; programme_id: string; staff_id: string; participant_id: string; what: string; at: number };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
