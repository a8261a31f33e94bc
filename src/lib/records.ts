import { assignmentKind } from '$lib/features/assignments/assignment.kind.ts';
import { doneKind } from '$lib/features/assignments/done.kind.ts';
import { breathingKind } from '$lib/features/breathing/breathing.kind.ts';
import { classKind, cohortKind } from '$lib/features/classes/classes.kind.ts';
import { communicationKind } from '$lib/features/communication/communication.kind.ts';
import { moodKind } from '$lib/features/mood/mood.kind.ts';
import { noteKind } from '$lib/features/notes/notes.ts';
import { problemSolvingKind } from '$lib/features/problem-solving/problem-solving.kind.ts';
import { answerKind } from '$lib/features/review/answer.kind.ts';
import { lookKind } from '$lib/features/review/look.kind.ts';
import type { RecordKind } from '$lib/platform/sync/kind.ts';

/** Every kind of record that flows between phones and the server. A new kind is a folder in `features/` and a line here. */
export const recordKinds: readonly RecordKind[] = [
	answerKind,
	assignmentKind,
	breathingKind,
	cohortKind,
	classKind,
	moodKind,
	noteKind,
	problemSolvingKind,
	communicationKind,
	doneKind,
	lookKind
];
