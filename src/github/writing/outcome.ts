import type { Refusal } from '../answer.ts';

/** What became of something that was to be written: done, not needed, or not possible, with a line for people. */
export type Written = { readonly ok: true; readonly how: string } | { readonly ok: false; readonly note: string };

/** That a token may not is no fault of a run, so it is told and fails nothing. */
export function notWritten(what: string, refusal: Refusal, permission: string): Written {
  const isDenied = refusal.reason === 'forbidden' || refusal.reason === 'missing' || refusal.reason === 'refused';
  const why = isDenied ? `grant the job \`${permission}\`` : `${refusal.message}; the next run tries again`;
  return { ok: false, note: `${what}: ${why}` };
}
