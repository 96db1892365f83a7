import type { YamlEntry, YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
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
  extract: (file, tools) => extractYamlPipeline({ provider: 'woodpecker', key, readJobs }, file, tools),
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
  extract: (file, tools) => extractYamlPipeline({ provider: 'drone', key, readJobs }, file, tools),
};

type Named = { readonly name: string; readonly node: YamlNode; readonly line: number };

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  const pipeline = textAt(root, 'name');
  const prefix = pipeline === undefined ? '' : `${pipeline}/`;
  const usual = applyWhen(valueAt(root, 'trigger') ?? valueAt(root, 'when'));
  const before: string[] = [];
  for (const { name, node, line } of readNames(valueAt(root, 'steps') ?? valueAt(root, 'pipeline'))) {
    const when = valueAt(node, 'when');
    const events = applyWhen(when, usual);
    const waits = valueAt(node, 'depends_on');
    yield {
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
