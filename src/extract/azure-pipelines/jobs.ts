import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { type Job, joinConditions, type Step } from '../pipeline/job.ts';
import { entriesOf, lineOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import type { Reading } from '../pipeline/reading.ts';
import { readValues } from '../pipeline/values.ts';
import { applyCondition, describeCondition, type Schedule } from './condition.ts';
import { isTolerant, readSteps } from './steps.ts';
import { describeTemplate, type Item } from './template.ts';

/** What a job has from the stage and the pipeline that it stands in. */
export type Outer = {
  /** Put before the ids of jobs; the same name may come in two stages. */
  readonly prefix: string;
  readonly schedule: Schedule;
  readonly needs: readonly string[];
  readonly conditions: readonly string[];
  readonly manual: boolean;
  readonly env: Readonly<Record<string, string>>;
};

/** The id of a job or of a template in place of one. */
export function readId(node: YamlNode, index: number): string {
  return textAt(node, 'job') ?? textAt(node, 'deployment') ?? textAt(node, 'template') ?? `job${index + 1}`;
}

/**
 * The jobs of a stage, or of a pipeline without stages.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/jobs
 */
export function* readStageJobs(list: readonly Item[], outer: Outer, reading: Reading): Generator<Job> {
  for (const [index, item] of list.entries()) {
    const id = readId(item.node, index);
    const template = textAt(item.node, 'template');
    if (template !== undefined) yield readTemplateJob(template, id, item, outer, reading);
    else yield readJob(id, item, outer, reading);
  }
}

/** Jobs or stages of another file, as a job that calls it. */
export function readTemplateJob(
  template: string,
  id: string,
  { node, conditions }: Item,
  outer: Outer,
  reading: Reading,
): Job {
  const schedule = conditions.reduce((before, condition) => applyCondition(condition, before), outer.schedule);
  return {
    id: `${outer.prefix}${id}`,
    line: lineOf(node, 'template'),
    ...schedule,
    needs: outer.needs,
    condition: joinConditions(...outer.conditions, ...conditions),
    manual: outer.manual,
    uses: describeTemplate(template, reading.file.path),
    with: readValues(valueAt(node, 'parameters')),
    env: outer.env,
    steps: [],
  };
}

function readJob(id: string, { node, conditions }: Item, outer: Outer, reading: Reading): Job {
  const own = textAt(node, 'condition');
  const schedule = [...conditions, own].reduce(
    (before: Schedule, condition) => applyCondition(condition, before),
    outer.schedule,
  );
  const key = valueAt(node, 'deployment') === undefined ? 'job' : 'deployment';
  const waits = textsOf(valueAt(node, 'dependsOn')).map((name) => `${outer.prefix}${name}`);
  return {
    id: `${outer.prefix}${id}`,
    line: lineOf(node, key),
    ...schedule,
    needs: [...waits, ...outer.needs],
    environment: key === 'deployment' ? readEnvironment(node) : undefined,
    condition: joinConditions(...outer.conditions, ...conditions, describeCondition(own)),
    tolerant: isTolerant(node),
    manual: outer.manual,
    env: { ...outer.env, ...readValues(valueAt(node, 'variables')) },
    steps: readJobSteps(node, schedule, reading),
  };
}

function readEnvironment(node: YamlNode): string | undefined {
  return textAt(node, 'environment') ?? textAt(node, 'environment', 'name');
}

const hooks = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'];

/** Format: https://learn.microsoft.com/azure/devops/pipelines/process/deployment-jobs */
function* readJobSteps(node: YamlNode, schedule: Schedule, reading: Reading): Generator<Step> {
  yield* readSteps(valueAt(node, 'steps'), schedule, reading);
  for (const { value: strategy } of entriesOf(valueAt(node, 'strategy'))) {
    for (const hook of hooks) yield* readSteps(valueAt(strategy, hook, 'steps'), schedule, reading);
    yield* readSteps(valueAt(strategy, 'on', 'success', 'steps'), schedule, reading);
    for (const step of readSteps(valueAt(strategy, 'on', 'failure', 'steps'), schedule, reading))
      yield { ...step, condition: joinConditions('failure()', step.condition) ?? 'failure()' };
  }
}
