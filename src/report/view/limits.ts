/** Characters of one text in a report; what a repository says is never longer than a reader can use. */
export const MAX_TEXT = 1000;
/** Places of evidence shown for one part, capability or symptom. */
export const EVIDENCE_SHOWN = 2;
export const REASONS_SHOWN = 5;
export const DIAGNOSTICS_SHOWN = 5;
