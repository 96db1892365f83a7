import type { Fact, JobFact, ResourceFact, StepFact } from '../../src/model/fact.ts';

/** What pipelines and infrastructure came to, for people to review: jobs with their steps, then what is declared. */
export function describePipelines(facts: readonly Fact[]): string {
  const jobs = facts.filter((fact): fact is JobFact => fact.kind === 'job');
  const steps = facts.filter((fact): fact is StepFact => fact.kind === 'step');
  const resources = facts.filter((fact): fact is ResourceFact => fact.kind === 'resource');
  const parts = [
    ...jobs.map((job) =>
      describeJob(
        job,
        steps.filter((step) => isOf(step, job)),
      ),
    ),
    ...resources.map(describeResource),
  ];
  return `${parts.join('\n\n')}\n`;
}

function isOf(step: StepFact, job: JobFact): boolean {
  return step.at.path === job.at.path && step.job === job.job;
}

function describeJob(job: JobFact, steps: readonly StepFact[]): string {
  const branches = job.branches.length === 0 ? '' : ` on ${job.branches.join(', ')}`;
  const despite = Object.entries(job.despite ?? {}).map(([need, ending]) => `${need} (${ending})`);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['starts by', `${job.triggers.join(', ') || 'nothing'}${branches}`],
    ['paths', job.paths.join(', ')],
    ['follows', job.follows?.join(', ')],
    ['needs', job.needs.join(', ')],
    ['despite', despite.join(', ')],
    ['if', job.condition],
    ['off', job.disabled],
    ['calls', job.uses === undefined ? '' : `${job.uses}${job.followed ? '' : ' (not read)'}`],
    ['environment', job.environment],
    ['reaches', job.environmentClass === 'none' ? '' : job.environmentClass],
    ['is', [job.manual ? 'manual' : '', job.tolerant ? 'tolerant' : ''].filter(Boolean).join(', ')],
    ['does', job.activities.join(', ')],
    ['waits for', [...job.needsActivity, ...job.needsEnvironment.map((name) => `(${name})`)].join(', ')],
    ['gate', job.gateBreakers.join('; ')],
    ['passed by', job.alsoDeployedBy.join(', ')],
  ];
  const shown = rows.flatMap(([name, value]) => (value ? [`  ${name.padEnd(11)} ${value}`] : []));
  const head = `${job.at.path}:${job.at.line}  ${job.job}  (${job.provider})`;
  return [head, ...shown, ...steps.map(describeStep)].join('\n');
}

function describeStep(step: StepFact): string {
  const place = step.via?.at(-1) ?? String(step.at.line);
  const notes = [
    step.disabled === undefined ? '' : `off: ${step.disabled}`,
    step.followed ? 'followed' : '',
    step.tolerant ? 'tolerant' : '',
    step.always ? 'always' : '',
    step.guard === undefined ? '' : `guard: ${step.guard}`,
    step.condition === undefined ? '' : `if: ${step.condition}`,
  ].filter(Boolean);
  const activities = step.activities.length === 0 ? '' : `  => ${step.activities.join(', ')}`;
  const note = notes.length === 0 ? '' : `  [${notes.join('; ')}]`;
  return `  - ${place}  ${step.command ?? step.uses ?? ''}${note}${activities}`;
}

function describeResource({ at, tool, type, name, attributes }: ResourceFact): string {
  const rows = Object.entries(attributes).map(([key, value]) => `  ${key} = ${value}`);
  return [`${at.path}:${at.line}  ${tool} ${type} ${name}`, ...rows].join('\n');
}
