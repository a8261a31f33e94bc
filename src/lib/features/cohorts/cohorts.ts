export const MAX_WEEKS = 52;
export const USUAL_WEEKS = 8;
export const USUAL_MINUTES = 90;
