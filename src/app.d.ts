import type { Services } from '$lib/platform/services.server.ts';
import type { Asker } from '$lib/platform/auth/asker.ts';
import type { Language } from '$lib/domain/language.ts';

declare global {
	namespace App {
		interface Locals extends Services {
			/** Who is asking; undefined before sign-in. */
			asker: Asker | undefined;
			language: Language;
			requestId: string;
		}
		interface PageState {
			/** Which of a few screens at one address, so that Back leads to the one before. */
			step?: string;
		}
		interface Error {
			/** An i18n key, or the request id for what we did not expect. */
			message: string;
			requestId?: string;
		}
	}
}

export {};
