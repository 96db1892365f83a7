import type { YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import { askCondition, eventsIn } from './buildkite/condition.ts';
import { readSteps } from './buildkite/steps.ts';
import type { Event } from './pipeline/events.ts';
import { extractYamlPipeline } from './pipeline/facts.ts';
import { type Job, joinConditions } from './pipeline/job.ts';
import { itemsOf, textAt, textsOf, valueAt } from './pipeline/look-up.ts';
import { narrowEvents } from './pipeline/narrow.ts';
import type { Reading } from './pipeline/reading.ts';
import { readValues } from './pipeline/values.ts';

const key = /\b(?:steps|command|commands|trigger)["']?[ \t]*:/;

/**
 * Jobs and steps of Buildkite: every step of a pipeline is a job, a `block` or `input` one that a person lets pass.
 * Format: https://buildkite.com/docs/pipelines/configure/defining-steps
 */
export const buildkite: Extractor = {
  name: 'buildkite',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => /(?:^|\/)\.?buildkite\/.*\.ya?ml$|(?:^|\/)\.?buildkite\.ya?ml$/.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'buildkite', key, readJobs }, file, tools),
};

/** What later steps wait for, when they name nothing themselves. */
type Order = {
  /** Everything before the last `wait` or `block`. */
  readonly barrier: readonly string[];
  /** It lets them run whatever came before. */
  readonly isOpen: boolean;
};

type Placed = { readonly node: YamlNode; readonly group: YamlNode | undefined; readonly line: number };

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  const env = readValues(valueAt(root, 'env'));
  let order: Order = { barrier: [], isOpen: false };
  const seen: string[] = [];
  for (const [index, placed] of placeSteps(root.kind === 'list' ? root : valueAt(root, 'steps')).entries()) {
    if (isWait(placed.node)) {
      order = { barrier: [...seen], isOpen: textAt(placed.node, 'continue_on_failure') === 'true' };
      continue;
    }
    const job = readJob(placed, index, order, env, reading);
    if (job === undefined) continue;
    yield job;
    seen.push(job.id);
    // A block holds up everything behind it, unless it says itself what it depends on.
    if (job.manual && valueAt(placed.node, 'depends_on') === undefined) order = { barrier: [...seen], isOpen: false };
  }
}

function placeSteps(list: YamlNode | undefined): readonly Placed[] {
  return itemsOf(list).flatMap((node): readonly Placed[] => {
    if (valueAt(node, 'group') === undefined) return [{ node, group: undefined, line: node.line }];
    return itemsOf(valueAt(node, 'steps')).map((inner) => ({ node: inner, group: node, line: inner.line }));
  });
}

function isWait(node: YamlNode): boolean {
  if (node.kind === 'scalar') return ['wait', 'waiter'].includes(node.text);
  return (
    valueAt(node, 'wait') !== undefined || valueAt(node, 'waiter') !== undefined || textAt(node, 'type') === 'wait'
  );
}

const manualKeys = ['block', 'input', 'manual'];
const stepKeys = ['command', 'commands', 'plugins', 'trigger'];

function readJob(
  { node, group, line }: Placed,
  index: number,
  order: Order,
  env: Job['env'],
  reading: Reading,
): Job | undefined {
  const manual = manualKeys.some(
    (key) => valueAt(node, key) !== undefined || (node.kind === 'scalar' && node.text === key),
  );
  if (!manual && !stepKeys.some((key) => valueAt(node, key) !== undefined)) return undefined;
  const condition = textAt(node, 'if') ?? textAt(group, 'if');
  const schedule = readSchedule(node, condition);
  const depends = valueAt(node, 'depends_on') ?? valueAt(group, 'depends_on');
  const isOpen = textAt(node, 'allow_dependency_failure') === 'true' || (depends === undefined && order.isOpen);
  return {
    id: textAt(node, 'key') ?? textAt(node, 'id') ?? textAt(node, 'identifier') ?? `step-${index + 1}`,
    line,
    ...schedule,
    needs: depends === undefined ? order.barrier : readNeeds(depends),
    condition: joinConditions(isOpen ? 'always()' : undefined, condition),
    disabled: readSkip(node) ?? schedule.disabled,
    tolerant: isSoft(valueAt(node, 'soft_fail')),
    manual,
    uses: readTrigger(node),
    with: readTrigger(node) === undefined ? {} : readValues(valueAt(node, 'build')),
    env: { ...env, ...readValues(valueAt(node, 'env')) },
    steps: isBlock(node) ? [{ line, uses: 'block' }] : readSteps(node, reading),
  };
}

/** An `input` only asks for values; a block is a question. */
function isBlock(node: YamlNode): boolean {
  return ['block', 'manual'].some(
    (key) => valueAt(node, key) !== undefined || (node.kind === 'scalar' && node.text === key),
  );
}

function readNeeds(depends: YamlNode): readonly string[] {
  return itemsOf(depends).flatMap((item) => (item.kind === 'map' ? (textAt(item, 'step') ?? []) : textsOf(item)));
}

/** Another pipeline, which this repository need not hold. */
function readTrigger(node: YamlNode): string | undefined {
  const pipeline = textAt(node, 'trigger');
  return pipeline === undefined ? undefined : `pipeline:${pipeline}`;
}

function readSkip(node: YamlNode): string | undefined {
  const skip = textAt(node, 'skip');
  return skip === undefined || skip === 'false' ? undefined : `skip: ${skip}`;
}

/** `soft_fail` with codes overlooks a failure where 1 is one of them. */
function isSoft(node: YamlNode | undefined): boolean {
  if (node?.kind !== 'list') return textsOf(node)[0] === 'true';
  return node.items.some((item) => ['1', '*'].includes(textAt(item, 'exit_status') ?? ''));
}

/** Every push starts a build; what else does is set up outside, but for what a condition speaks of. */
function readSchedule(node: YamlNode, condition: string | undefined): Pick<Job, 'events' | 'disabled'> {
  const branches = textsOf(valueAt(node, 'branches')).flatMap((text) => text.split(/\s+/));
  const push: Event = branches.length === 0 ? { name: 'push' } : { name: 'push', branches };
  if (condition === undefined) return { events: [push] };
  const named = eventsIn(condition).map((name) => ({ name }));
  const events = narrowEvents([push, ...named], askCondition(condition));
  return events.length === 0 ? { events, disabled: `if: ${condition}` } : { events };
}
