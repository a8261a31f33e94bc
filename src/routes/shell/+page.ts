// The page that the worker shows for every screen of a participant when there is no signal.
export const ssr = false;
export const prerender = true;
