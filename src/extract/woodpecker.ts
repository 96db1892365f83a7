import type { YamlEntry, YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import type { Event } from './pipeline/events.ts';
import { extractYamlPipeline } from './pipeline/facts.ts';
import type { Job, Step } from './pipeline/job.ts';
import { entriesOf, itemsOf, lineOf, textAt, textsOf, valueAt } from './pipeline/look-up.ts';
import type { Reading } from './pipeline/reading.ts';
import { readScript } from './pipeline/script.ts';
import { readValues } from './pipeline/values.ts';
import { applyWhen, readStatus } from './woodpecker/when.ts';

const key = /\b(?:steps|pipeline)["']?[ \t]*:/;

/**
 * Steps of Woodpecker CI, each of them a job; a plugin is what it `uses`.
 * Format: https://woodpecker-ci.org/docs/usage/workflow-syntax
 */
export const woodpecker: Extractor = {
  name: 'woodpecker',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => /^\.woodpecker(?:\/.*)?\.ya?ml$/.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'woodpecker', key, readJobs: readWorkflow }, file, tools),
};

/**
 * The same of Drone, which has several pipelines in one file.
 * Format: https://docs.drone.io/pipeline/docker/syntax/
 */
export const drone: Extractor = {
  name: 'drone',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => /(?:^|\/)\.drone\.ya?ml$/.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'drone', key, readJobs: readPipeline }, file, tools),
};

type Named = { readonly name: string; readonly node: YamlNode; readonly line: number };

/** What all steps of one pipeline share. */
type Pipeline = Pick<Job, 'pipeline' | 'follows' | 'followsFailure' | 'environment' | 'manual'> & {
  readonly prefix: string;
  readonly events: readonly Event[];
};

/** A workflow is called by its file, and waits for others by that name. */
function readWorkflow(root: YamlNode, reading: Reading): Generator<Job> {
  const { path } = reading.file;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return readJobs(root, reading, {
    prefix: '',
    events: applyWhen(valueAt(root, 'when')),
    pipeline: path.replace(/\.ya?ml$/, ''),
    follows: textsOf(valueAt(root, 'depends_on')).map((name) => folder + name),
    followsFailure: textsOf(valueAt(root, 'runs_on')).includes('failure'),
  });
}

/** A pipeline has its name in the file, and waits for others of the same file. */
function readPipeline(root: YamlNode, reading: Reading): Generator<Job> {
  const name = textAt(root, 'name');
  const trigger = valueAt(root, 'trigger');
  const events = applyWhen(trigger);
  const target = textsOf(valueAt(trigger, 'target'));
  return readJobs(root, reading, {
    prefix: name === undefined ? '' : `${name}/`,
    events,
    pipeline: `${reading.file.path}#${name ?? ''}`,
    follows: textsOf(valueAt(root, 'depends_on')).map((other) => `${reading.file.path}#${other}`),
    followsFailure: textsOf(valueAt(trigger, 'status')).includes('failure'),
    // Only a person promotes.
    manual: events.length > 0 && events.every((event) => event.name === 'deployment'),
    ...(target.length === 1 ? { environment: target[0] } : {}),
  });
}

function* readJobs(root: YamlNode, reading: Reading, pipeline: Pipeline): Generator<Job> {
  const { prefix, events: usual, ...shared } = pipeline;
  const before: string[] = [];
  for (const { name, node, line } of readNames(valueAt(root, 'steps') ?? valueAt(root, 'pipeline'))) {
    const when = valueAt(node, 'when');
    const events = applyWhen(when, usual);
    const waits = valueAt(node, 'depends_on');
    yield {
      ...shared,
      id: prefix + name,
      line,
      events,
      disabled: events.length === 0 ? 'no event starts it' : undefined,
      needs: waits === undefined ? [...before] : textsOf(waits).map((other) => prefix + other),
      condition: readStatus(when),
      tolerant: textAt(node, 'failure') === 'ignore',
      with: {},
      env: readValues(valueAt(node, 'environment')),
      steps: readSteps(node, reading),
    };
    before.push(prefix + name);
  }
}

/** Steps are a list, or a map by their names. */
function readNames(steps: YamlNode | undefined): readonly Named[] {
  if (steps?.kind === 'map') return entriesOf(steps).map(readEntry);
  return itemsOf(steps).flatMap((node, index) => {
    if (node.kind !== 'map') return [];
    return [{ name: textAt(node, 'name') ?? `step-${index + 1}`, node, line: lineOf(node, 'name') }];
  });
}

function readEntry({ key: name, value }: YamlEntry): Named {
  return { name: name.text, node: value, line: name.line };
}

/** An image without commands is a plugin. */
function* readSteps(node: YamlNode, reading: Reading): Generator<Step> {
  const image = textAt(node, 'image');
  const commands = valueAt(node, 'commands');
  if (image !== undefined && commands === undefined)
    yield { line: lineOf(node, 'image'), uses: image, with: readValues(valueAt(node, 'settings')) };
  yield* readScript(commands, reading);
}
