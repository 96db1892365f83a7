import type { JobContext, JobFact, StepFact } from '../../src/model/fact.ts';
import { jobContext } from '../../src/model/job-context.ts';
import { repoPath } from '../../src/model/location.ts';

/** What no file says of a job. */
export const derivedDefaults = {
  followed: false,
  activities: [],
  needsActivity: [],
  environmentClass: 'none',
  needsEnvironment: [],
  gateBreakers: [],
  alsoDeployedBy: [],
} as const satisfies Partial<JobContext>;

type Known = Partial<JobFact> & { readonly path?: string; readonly line?: number };

/** A job that a push starts, with what is said of it. */
export function jobFact(job: string, { path = '.github/workflows/ci.yml', line = 1, ...known }: Known = {}): JobFact {
  const at = { path: repoPath(path), line };
  return {
    kind: 'job',
    role: 'product',
    ...jobContext({ provider: 'github-actions', job, triggers: ['push'] }),
    with: {},
    ...known,
    at,
  };
}

type KnownStep = Partial<StepFact> & { readonly path?: string; readonly line?: number };

/** A step of a job that a push starts, with what is said of it. */
export function stepFact(
  job: string,
  { path = '.github/workflows/ci.yml', line = 1, ...known }: KnownStep = {},
): StepFact {
  const at = { path: repoPath(path), line };
  return {
    kind: 'step',
    role: 'product',
    ...jobContext({ provider: 'github-actions', job, triggers: ['push'] }),
    with: {},
    env: {},
    always: false,
    afterActivity: [],
    ...known,
    at,
  };
}
