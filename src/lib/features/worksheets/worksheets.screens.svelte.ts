/** What the screens of both sheets are made of. */
export { default as SheetQuestion } from './SheetQuestion.svelte';
export { default as SheetReaders } from './SheetReaders.svelte';
export { default as SheetTools } from './SheetTools.svelte';
