import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { Job, Step } from '../pipeline/job.ts';
import { itemsOf, lineOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import { type Reading, spend } from '../pipeline/reading.ts';
import { readScript } from '../pipeline/script.ts';
import { readValues } from '../pipeline/values.ts';
import type { Section } from './sections.ts';

/** A step with what the stage around it says. */
type Placed = { readonly node: YamlNode; readonly line: number; readonly stage: YamlNode | undefined };

/** Steps that run at the same time. */
type Group = readonly Placed[];

/**
 * The steps of a pipeline, each of them a job of its own, since each has its own machine. They run one after the other,
 * those of a `parallel` together.
 * Format: https://support.atlassian.com/bitbucket-cloud/docs/step-options/
 */
export function* readSectionJobs(section: Section, root: YamlNode, reading: Reading): Generator<Job> {
  let needs: readonly string[] = [];
  let count = 0;
  for (const group of groupsOf(section.body)) {
    const ids: string[] = [];
    for (const placed of group) {
      count += 1;
      const id = `${section.name}/${count}`;
      ids.push(id);
      yield readJob(id, placed, needs, section, root, reading);
    }
    if (ids.length > 0) needs = ids;
  }
}

function* groupsOf(body: YamlNode, stage?: YamlNode): Generator<Group> {
  for (const item of itemsOf(body)) {
    const step = valueAt(item, 'step');
    const inner = valueAt(item, 'stage');
    const parallel = valueAt(item, 'parallel');
    if (step) yield [{ node: step, line: lineOf(item, 'step'), stage }];
    if (inner && stage === undefined) yield* groupsOf(valueAt(inner, 'steps') ?? inner, inner);
    if (parallel === undefined) continue;
    yield itemsOf(valueAt(parallel, 'steps') ?? parallel).flatMap((other) => {
      const node = valueAt(other, 'step');
      return node ? [{ node, line: lineOf(other, 'step'), stage }] : [];
    });
  }
}

function readJob(
  id: string,
  { node, line, stage }: Placed,
  needs: readonly string[],
  { events }: Section,
  root: YamlNode,
  reading: Reading,
): Job {
  const paths = ['condition', 'stage'].flatMap((key) =>
    textsOf(valueAt(key === 'stage' ? stage : node, 'condition', 'changesets', 'includePaths')),
  );
  const image = valueAt(node, 'image') ?? valueAt(root, 'image');
  const name = textsOf(image)[0] ?? textAt(image, 'name');
  return {
    id,
    line,
    events: paths.length === 0 ? events : events.map((event) => ({ ...event, paths })),
    ...(events.length === 0 ? { disabled: 'another pipeline has every branch' } : {}),
    needs,
    environment: textAt(node, 'deployment') ?? textAt(stage, 'deployment'),
    tolerant: textAt(node, 'on-fail', 'strategy') === 'ignore',
    manual: textAt(node, 'trigger') === 'manual' || textAt(stage, 'trigger') === 'manual',
    with: name === undefined ? {} : { image: name },
    steps: readSteps(node, reading),
  };
}

function* readSteps(node: YamlNode, reading: Reading): Generator<Step> {
  yield* readLines(valueAt(node, 'script'), reading);
  for (const step of readLines(valueAt(node, 'after-script'), reading))
    yield { ...step, condition: 'always()', tolerant: true };
}

/** Lines of shell, and pipes (`pipe: vendor/name:1.2.3`) between them. */
function* readLines(list: YamlNode | undefined, reading: Reading): Generator<Step> {
  let script: YamlNode[] = [];
  for (const item of itemsOf(list)) {
    const pipe = textAt(item, 'pipe');
    if (item.kind !== 'map') script.push(item);
    if (pipe === undefined || !spend(reading, 10)) continue;
    yield* readScript(script, reading);
    script = [];
    yield { line: lineOf(item, 'pipe'), uses: pipe, with: readValues(valueAt(item, 'variables')) };
  }
  yield* readScript(script, reading);
}
