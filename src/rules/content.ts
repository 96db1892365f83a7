import { fingerprint } from '../lib/fingerprint.ts';
import type { Fact } from '../model/fact.ts';

/** Of a job and its steps most fields tell of what stands around them. */
const ofPipeline = ['kind', 'provider', 'job', 'uses', 'with', 'command'];

/** Where it stands, and a version that is raised. */
const surroundings: ReadonlySet<string> = new Set(['at', 'role', 'disabled', 'version']);

/** A fingerprint of the thing itself: the same after a move, a rename of its file, or lines put in above it. */
export function contentOf(fact: Fact): string {
  const isOwn =
    fact.kind === 'job' || fact.kind === 'step'
      ? (key: string) => ofPipeline.includes(key)
      : (key: string) => !surroundings.has(key);
  const own = Object.entries(fact).filter(([key]) => isOwn(key));
  return fingerprint(JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1))));
}
