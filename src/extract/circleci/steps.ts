import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { Event } from '../pipeline/events.ts';
import type { Step } from '../pipeline/job.ts';
import { entriesOf, itemsOf, textAt, valueAt } from '../pipeline/look-up.ts';
import { narrowEvents } from '../pipeline/narrow.ts';
import { type Reading, spend } from '../pipeline/reading.ts';
import { coverExpressions, type Rewriting } from '../pipeline/rewriting.ts';
import { readScript } from '../pipeline/script.ts';
import { readValues } from '../pipeline/values.ts';
import { askCondition } from './condition.ts';
import { describeOrb } from './orbs.ts';
import { type Arguments, insertArguments, readArguments } from './parameters.ts';

/** What steps are read with: of their file, of their job, and of the command that they stand in. */
export type Scope = {
  readonly root: YamlNode;
  readonly reading: Reading;
  readonly pipeline: Arguments;
  readonly shell: string | undefined;
  readonly given: Arguments;
  readonly events: readonly Event[];
  readonly depth: number;
};

const depthLimit = 10;
const covered = coverExpressions(/<<\s*([\w.-]+)\s*>>/g, '<<', '>>');

/**
 * The steps of a job or command; commands of the same file are followed, those of an orb are `uses`.
 * Format: https://circleci.com/docs/configuration-reference/#steps
 */
export function* readSteps(list: YamlNode | undefined, scope: Scope): Generator<Step> {
  for (const node of itemsOf(list)) {
    if (scope.depth > depthLimit || !spend(scope.reading, 10)) return;
    if (node.kind === 'scalar') yield* readCall(node.text, undefined, node.line, scope);
    const [entry] = entriesOf(node);
    if (entry !== undefined) yield* readStep(entry.key.text, entry.value, entry.key.line, scope);
  }
}

function readStep(name: string, value: YamlNode, line: number, scope: Scope): Iterable<Step> {
  // The old step `deploy` is a `run`, but for files with a command of that name.
  const isRun = name === 'run' || (name === 'deploy' && valueAt(scope.root, 'commands', name) === undefined);
  if (isRun) return readRun(value, line, scope);
  const isGuarded = name === 'when' || name === 'unless';
  return isGuarded ? readGuarded(value, name, scope) : readCall(name, value, line, scope);
}

function* readGuarded(node: YamlNode, word: 'when' | 'unless', scope: Scope): Generator<Step> {
  const { events, given, pipeline, depth } = scope;
  const condition = valueAt(node, 'condition');
  const known = { parameters: given, pipeline };
  const narrowed = condition === undefined ? events : narrowEvents(events, askCondition(condition, known, word));
  if (narrowed.length > 0) yield* readSteps(valueAt(node, 'steps'), { ...scope, events: narrowed, depth: depth + 1 });
}

function* readCall(name: string, call: YamlNode | undefined, line: number, scope: Scope): Generator<Step> {
  const { root, given, events, depth } = scope;
  const command = valueAt(root, 'commands', name);
  if (command?.kind === 'map') {
    const inner = readArguments(valueAt(command, 'parameters'), call, given);
    yield* readSteps(valueAt(command, 'steps'), { ...scope, given: inner, depth: depth + 1 });
    return;
  }
  yield { line, uses: describeOrb(name, root), with: insertAll(readValues(call), given), events };
}

function insertAll(values: Readonly<Record<string, string>>, given: Arguments): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, insertArguments(text, given)]));
}

/** Format: https://circleci.com/docs/configuration-reference/#run */
function* readRun(node: YamlNode, line: number, scope: Scope): Generator<Step> {
  const { given, reading } = scope;
  const shell = textAt(node, 'shell') ?? scope.shell ?? 'bash -eo pipefail';
  const shared = readShared(node, scope);
  if (!/(?:^|\/)(?:ba|da|z|k)?sh\b/.test(shell)) {
    yield { line, ...shared };
    return;
  }
  const isDetached = textAt(node, 'background') === 'true';
  const options = {
    errexit: /\s-\w*e/.test(shell),
    pipefail: shell.includes('pipefail'),
    rewriting: rewriteWith(given),
  };
  const script = node.kind === 'scalar' ? node : valueAt(node, 'command');
  for (const step of readScript(script, reading, options))
    yield { ...step, ...shared, tolerant: (step.tolerant ?? false) || isDetached };
}

function readShared(node: YamlNode, { given, events }: Scope) {
  const when = textAt(node, 'when') ?? 'on_success';
  const directory = readDirectory(textAt(node, 'working_directory'));
  return {
    events,
    ...(when === 'on_success' ? {} : { condition: when === 'on_fail' ? 'failure()' : 'always()' }),
    ...(directory === undefined ? {} : { directory: insertArguments(directory, given) }),
    env: insertAll(readValues(valueAt(node, 'environment')), given),
  };
}

function rewriteWith(given: Arguments): Rewriting {
  return { rewrite: (text) => covered.rewrite(insertArguments(text, given)), restore: covered.restore };
}

/** The folder from the root of the repository: the checkout is in `~/project` where nothing else is said. */
export function readDirectory(folder: string | undefined): string | undefined {
  const path = folder?.replace(/^(?:~|\/home\/circleci)\/(?:project|repo)\b\/*|^\.\/+/, '');
  return path === '' || path === '.' ? undefined : path;
}
