import type { YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import { applyCondition, describeCondition, type Schedule } from './azure-pipelines/condition.ts';
import { type Outer, readId, readStageJobs, readTemplateJob } from './azure-pipelines/jobs.ts';
import { asScript } from './azure-pipelines/step-template.ts';
import { readSteps } from './azure-pipelines/steps.ts';
import { expandItems, expandMap, type Item } from './azure-pipelines/template.ts';
import { readEvents, readParameters } from './azure-pipelines/triggers.ts';
import { extractYamlPipeline, jobLimit } from './pipeline/facts.ts';
import { type Job, joinConditions } from './pipeline/job.ts';
import { lineOf, textAt, textsOf, valueAt } from './pipeline/look-up.ts';
import type { Reading } from './pipeline/reading.ts';
import { readValues } from './pipeline/values.ts';

const ownName = /(?:^|\/)[^/]*azure[-_]?pipelines?[^/]*\.ya?ml$|(?:^|\/)\.?vsts-ci\.ya?ml$/i;
const folder =
  /(?:^|\/)(?:\.?azure-?pipelines?|\.?azuredevops|\.?azdo|\.ado|\.pipelines|pipelines|\.?devops|\.vsts)\/.*\.ya?ml$/i;

const key = /\b(?:stages|jobs|steps|extends)["']?[ \t]*:/;

/**
 * Jobs and steps of Azure Pipelines. Files that a template names are that job's or step's `uses`; both branches of a
 * template expression are read.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/
 */
export const azurePipelines: Extractor = {
  name: 'azure-pipelines',
  languages: ['bash'],
  gives: ['job', 'step', 'script'],
  claims: (path) => (ownName.test(path) || folder.test(path)) && !path.startsWith('.github/'),
  extract: (file, tools) => asScript(extractYamlPipeline({ provider: 'azure-pipelines', key, readJobs }, file, tools)),
};

const words: Readonly<Record<string, readonly string[]>> = {
  stages: ['stage', 'template'],
  jobs: ['job', 'deployment', 'template'],
  steps: ['task', 'script', 'bash', 'pwsh', 'powershell', 'checkout', 'template', 'download', 'publish'],
};

/** Other files in such folders have lists by the same names, but not of the same things. */
function isPipeline(root: YamlNode): boolean {
  if (root.kind !== 'map' || ['apiVersion', 'kind', 'on'].some((key) => valueAt(root, key))) return false;
  const isList = ([key, wanted]: readonly [string, readonly string[]]) =>
    expandItems(valueAt(root, key)).some(({ node }) => wanted.some((word) => valueAt(node, word) !== undefined));
  return Object.entries(words).some(isList) || valueAt(root, 'extends', 'template') !== undefined;
}

function* readJobs(file: YamlNode, reading: Reading): Generator<Job> {
  const root = expandMap(file);
  if (!isPipeline(root)) return;
  const inputs = readParameters(root, reading.file.path);
  for (const job of readAll(root, reading)) yield inputs === undefined ? job : { ...job, inputs };
}

function* readAll(root: YamlNode, reading: Reading): Generator<Job> {
  const schedule = { events: readEvents(root, reading.file.path) };
  const outer: Outer = {
    prefix: '',
    schedule,
    needs: [],
    conditions: [],
    manual: false,
    env: readValues(valueAt(root, 'variables')),
  };
  const parent = valueAt(root, 'extends');
  const template = textAt(parent, 'template');
  if (parent && template !== undefined)
    yield readTemplateJob(template, 'extends', { node: parent, conditions: [] }, outer, reading);
  yield* readStages(expandItems(valueAt(root, 'stages')).slice(0, jobLimit + 1), outer, reading);
  yield* readStageJobs(expandItems(valueAt(root, 'jobs')), outer, reading);
  const steps = valueAt(root, 'steps');
  if (steps === undefined) return;
  yield {
    id: 'job',
    line: lineOf(root, 'steps'),
    ...schedule,
    env: outer.env,
    steps: readSteps(steps, schedule, reading),
  };
}

type Stage = { readonly name: string; readonly item: Item; readonly jobs: readonly Item[] };

/** Stages run one after the other, unless one says what it depends on. */
function* readStages(items: readonly Item[], outer: Outer, reading: Reading): Generator<Job> {
  const stages = readNames(items);
  const jobsOf = new Map(stages.map((stage) => [stage.name, idsOf(stage)]));
  for (const [index, stage] of stages.entries()) {
    const own = valueAt(stage.item.node, 'dependsOn');
    const before = stages[index - 1]?.name;
    const awaited = own === undefined ? (before === undefined ? [] : [before]) : textsOf(own);
    const needs = awaited.flatMap((name) => jobsOf.get(name) ?? findCallers(name, stages));
    yield* readStage(stage, { ...outer, needs }, reading);
  }
}

/** A template may be there twice. */
function readNames(items: readonly Item[]): readonly Stage[] {
  const taken = new Set<string>();
  return items.map((item, index): Stage => {
    const own = textAt(item.node, 'stage') ?? textAt(item.node, 'template') ?? `stage${index + 1}`;
    const name = taken.has(own) ? `${own}#${index + 1}` : own;
    taken.add(name);
    return { name, item, jobs: expandItems(valueAt(item.node, 'jobs')) };
  });
}

/** A stage that no file here names is likely that of a template to which the name is given. */
function findCallers(name: string, stages: readonly Stage[]): readonly string[] {
  return stages
    .filter(({ item }) => Object.values(readValues(valueAt(item.node, 'parameters'))).includes(name))
    .map((stage) => stage.name);
}

function idsOf({ name, item, jobs }: Stage): readonly string[] {
  if (valueAt(item.node, 'template') !== undefined) return [name];
  return jobs.map(({ node }, index) => `${name}.${readId(node, index)}`);
}

function* readStage({ name, item, jobs }: Stage, outer: Outer, reading: Reading): Generator<Job> {
  const template = textAt(item.node, 'template');
  if (template !== undefined) {
    yield readTemplateJob(template, name, item, outer, reading);
    return;
  }
  const own = textAt(item.node, 'condition');
  const conditions = [...item.conditions, own];
  const schedule = conditions.reduce(
    (before: Schedule, condition) => applyCondition(condition, before),
    outer.schedule,
  );
  const condition = joinConditions(...item.conditions, describeCondition(own));
  yield* readStageJobs(
    jobs,
    {
      prefix: `${name}.`,
      schedule,
      needs: outer.needs,
      conditions: condition === undefined ? [] : [condition],
      manual: textAt(item.node, 'trigger') === 'manual',
      env: { ...outer.env, ...readValues(valueAt(item.node, 'variables')) },
    },
    reading,
  );
}
