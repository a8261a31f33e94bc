/**
 * What may be said of an error: its name and its place. Its message can hold what a person wrote (SQL values, JSON), and
 * stands at the head of the stack as well, so that only the lines of the places are kept, as Chromium and the others write
 * them.
 */
export function faultOf(problem: unknown): { name: string; at: string[] | undefined } {
	if (!(problem instanceof Error)) return { name: typeof problem, at: undefined };
	return { name: problem.name, at: problem.stack?.match(/^\s*at .*$|^\S*@\S+:\d+:\d+$/gm)?.slice(0, 8) };
}
