import type { Refusal } from '../answer.ts';

const words: Readonly<Record<Refusal['reason'], string>> = {
  refused: 'GitHub does not accept the token; give it a valid one',
  forbidden: '',
  missing: '',
  conflict: 'run it again: GitHub was busy with a change',
  invalid: 'run it again, and report it if it stays: GitHub did not understand the request',
  limited: 'run it again later: the limit of requests was reached',
  unavailable: 'run it again later: GitHub did not answer',
  malformed: 'run it again later: GitHub gave an answer that could not be read',
};

/** What would settle something that could not be read: for want of a permission (a 404 too), the least one that would do. */
export function settleBy({ reason }: Refusal, permission: string): string {
  return words[reason] === '' ? `give the token the permission ${permission}` : words[reason];
}
