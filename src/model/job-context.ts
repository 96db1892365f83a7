import type { JobContext } from './fact.ts';

/** What a format has to say of every job. */
type Known = Pick<JobContext, 'provider' | 'job' | 'triggers'> & Partial<JobContext>;

/** The context of a job from what its file says; the rest is what most jobs are, and what derive fills in later. */
export function jobContext(known: Known): JobContext {
  return {
    branches: [],
    paths: [],
    needs: [],
    tolerant: false,
    manual: false,
    followed: false,
    activities: [],
    needsActivity: [],
    environmentClass: 'none',
    needsEnvironment: [],
    gateBreakers: [],
    alsoDeployedBy: [],
    ...known,
  };
}
