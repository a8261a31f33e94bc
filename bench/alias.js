// Lets the bench import the app's own code by its names, as Vite does.
import { registerHooks } from 'node:module';

registerHooks({
	resolve: (specifier, context, next) =>
		next(
			specifier.startsWith('$lib/') ? new URL(`../src/lib/${specifier.slice(5)}`, import.meta.url).href : specifier,
			context
		)
});
