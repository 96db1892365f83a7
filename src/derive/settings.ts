import type { Fact, JobFact, SettingFact, SettingTopic, StepFact } from '../model/fact.ts';

type PipelineFact = JobFact | StepFact;

const provider = 'github-actions';

/** Switches off the jobs of workflows that the platform does not start. Comes before calls are followed. */
export function disableBySettings(facts: readonly Fact[], settings: readonly SettingFact[]): readonly Fact[] {
  const isArchived = ofTopic(settings, 'repository').some(({ values }) => values.archived === 'true');
  const states = new Map(ofTopic(settings, 'workflow').map(({ name, values }) => [name, values.state ?? 'active']));
  if (!isArchived && states.size === 0) return facts;
  return facts.map((fact) => {
    if (!isPipeline(fact) || fact.disabled !== undefined) return fact;
    if (isArchived) return { ...fact, disabled: 'the repository is archived' };
    // What only other workflows call runs with these.
    const isCalled = fact.triggers.every((event) => event === 'workflow_call');
    const state = isCalled ? undefined : states.get(fact.at.path);
    return state?.startsWith('disabled') ? { ...fact, disabled: `the workflow is switched off (${state})` } : fact;
  });
}

/** Puts on jobs and steps what the settings say of their environment, their check and their latest runs. */
export function deriveSettled(facts: readonly Fact[], settings: readonly SettingFact[]): readonly Fact[] {
  if (settings.length === 0) return facts;
  const labels = new Map(
    facts.flatMap((fact) => (fact.kind === 'job' ? [[keyOf(fact), fact.label ?? fact.job] as const] : [])),
  );
  const checks = readChecks(settings);
  const runs = readRuns(settings);
  return facts.map((fact) => {
    if (!isPipeline(fact)) return fact;
    const reviewers = readReviewers(fact.environment, settings);
    const required = checks && isRequired(labels.get(keyOf(fact)) ?? fact.job, checks);
    const lastRuns = runs.get(fact.at.path);
    return {
      ...fact,
      ...(reviewers === undefined ? {} : { reviewers }),
      ...(required === undefined ? {} : { required }),
      ...(lastRuns === undefined ? {} : { lastRuns }),
    };
  });
}

function ofTopic(settings: readonly SettingFact[], topic: SettingTopic): readonly SettingFact[] {
  return settings.filter((setting) => setting.topic === topic && setting.unread === undefined);
}

function isPipeline(fact: Fact): fact is PipelineFact {
  return (fact.kind === 'job' || fact.kind === 'step') && fact.provider === provider;
}

function keyOf({ at, job }: PipelineFact): string {
  return `${at.path}#${job}`;
}

/** An environment that is not there is made by its first deployment, without protection. */
function readReviewers(
  environment: string | undefined,
  settings: readonly SettingFact[],
): NonNullable<PipelineFact['reviewers']> | undefined {
  if (environment === undefined) return undefined;
  const all = settings.filter(({ topic }) => topic === 'environment');
  if (all.length === 0) return undefined;
  if (environment.includes('${{')) return 'unread';
  const named = all.find(({ name }) => name.toLowerCase() === environment.toLowerCase());
  if (named && named.unread === undefined) {
    if (Number(named.values.reviewers ?? 0) > 0) return 'required';
    return Number(named.values['custom-rules'] ?? 0) > 0 ? 'custom' : 'none';
  }
  return all.some(({ unread }) => unread !== undefined) ? 'unread' : 'none';
}

type Checks = {
  readonly firm: readonly string[];
  /** Required by a rule of which it is not known whom it holds, or by one that could not be read. */
  readonly open: readonly string[];
  readonly isComplete: boolean;
};

/** Undefined where no rule of the branch was asked for. */
function readChecks(settings: readonly SettingFact[]): Checks | undefined {
  const branches = settings.filter(({ topic }) => topic === 'branch');
  if (branches.length === 0) return undefined;
  const rules = ofTopic(settings, 'branch-rule');
  const checksOf = (bypass: readonly string[]) =>
    rules.filter(({ values }) => bypass.includes(values.bypass ?? '')).flatMap(listChecks);
  return {
    firm: checksOf(['none', 'some']),
    open: checksOf(['unread']),
    isComplete: branches.every(({ unread }) => unread === undefined),
  };
}

function listChecks({ values }: SettingFact): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => (key.startsWith('checks.') ? [value] : []));
}

function isRequired(label: string, { firm, open, isComplete }: Checks): boolean | undefined {
  // A matrix puts its values behind the name.
  const names = (checks: readonly string[]) =>
    checks.some((check) => check === label || check.startsWith(`${label} (`));
  if (names(firm)) return true;
  return isComplete && !names(open) ? false : undefined;
}

function readRuns(settings: readonly SettingFact[]): ReadonlyMap<string, NonNullable<PipelineFact['lastRuns']>> {
  return new Map(
    ofTopic(settings, 'workflow').flatMap(({ name, values: { runs } }) =>
      runs === 'passing' || runs === 'failing' || runs === 'dormant' ? [[name, runs] as const] : [],
    ),
  );
}
