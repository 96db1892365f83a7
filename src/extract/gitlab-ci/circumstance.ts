import { allOf, anyOf, negate, type Truth } from '../pipeline/logic.ts';
import { type Branch, otherRef } from '../pipeline/narrow.ts';
import { comparisonsOf, type Expression, type Operand } from './expression.ts';

/** Predefined variables by name: empty where they are not set. One that is left out is not known. */
export type Circumstance = ReadonlyMap<string, string>;

const sources: Readonly<Record<string, string>> = {
  push: 'push',
  tag: 'push',
  pull_request: 'merge_request_event',
  schedule: 'schedule',
  workflow_dispatch: 'web',
  repository_dispatch: 'trigger',
  workflow_call: 'parent_pipeline',
};

/** Other values of `CI_PIPELINE_SOURCE` and the event that they are here. */
const otherSources: Readonly<Record<string, string>> = {
  api: 'repository_dispatch',
  chat: 'repository_dispatch',
  pipeline: 'workflow_call',
  external_pull_request_event: 'pull_request',
};

/** Stands for a tag; git allows no such name. */
const otherTag = '?tag';

const refVariables = ['CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME', 'CI_COMMIT_REF_SLUG'];
const defaultBranch: Branch = { label: '$CI_DEFAULT_BRANCH', text: '$CI_DEFAULT_BRANCH' };

/** Every event that can start a pipeline. */
export const allEvents: readonly string[] = Object.keys(sources);

/**
 * What is known of the variables in a pipeline of an event.
 * Format: https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function describeCircumstance(event: string, branch: string, standard: string): Circumstance {
  const isTag = event === 'tag';
  const isRequest = event === 'pull_request';
  // Other events run on the default branch, where nothing else is asked.
  const ref = isTag ? otherTag : event === 'push' || branch !== otherRef ? branch : standard;
  return new Map([
    ['CI_PIPELINE_SOURCE', sources[event] ?? event],
    ['CI_COMMIT_BRANCH', isTag || isRequest ? '' : ref],
    ...(isRequest
      ? []
      : ([
          ['CI_COMMIT_REF_NAME', ref],
          ['CI_COMMIT_REF_SLUG', ref],
        ] as const)),
    ['CI_COMMIT_TAG', isTag ? otherTag : ''],
    ['CI_DEFAULT_BRANCH', standard],
    ['CI_MERGE_REQUEST_ID', isRequest ? otherRef : ''],
    ['CI_MERGE_REQUEST_IID', isRequest ? otherRef : ''],
    ...(isRequest ? [] : ([['CI_MERGE_REQUEST_TARGET_BRANCH_NAME', '']] as const)),
  ]);
}

/** Whether an expression holds, as far as that is known. */
export function holds(expression: Expression, known: Circumstance): Truth {
  switch (expression.kind) {
    case 'and':
      return allOf(expression.of.map((part) => holds(part, known)));
    case 'or':
      return anyOf(expression.of.map((part) => holds(part, known)));
    case 'not':
      return negate(holds(expression.of, known));
    case 'comparison':
      return compare(expression, known);
    default: {
      const text = textOf(expression, known);
      return text === undefined ? undefined : text !== '';
    }
  }
}

function compare(comparison: Extract<Expression, { kind: 'comparison' }>, known: Circumstance): Truth {
  const left = textOf(comparison.left, known);
  const right = textOf(comparison.right, known);
  const isNegative = comparison.operator.startsWith('!');
  if (left === undefined || right === undefined) return undefined;
  const isPattern = comparison.operator.endsWith('~');
  const truth = isPattern ? matchRef(left, right) : compareSource(comparison, left, right);
  return isNegative ? negate(truth) : truth;
}

/** Several sources are one event here, so that a comparison with one of them may hold for it. */
function compareSource({ left, right }: { left: Operand; right: Operand }, a: string, b: string): Truth {
  const isSource = [left, right].some((side) => side.kind === 'variable' && side.name === 'CI_PIPELINE_SOURCE');
  if (!isSource || a === b) return a === b;
  const events = [a, b].map(
    (source) => otherSources[source] ?? Object.keys(sources).find((event) => sources[event] === source),
  );
  return events[0] !== undefined && events[0] === events[1] ? undefined : false;
}

/** No pattern of a scanned file is ever run. A branch that stands for a pattern fits that pattern alone. */
function matchRef(ref: string, pattern: string): Truth {
  if (ref === '') return false;
  if (ref === pattern || isAnyPattern(pattern)) return true;
  if (ref === otherTag) return undefined;
  if (ref === otherRef || ref.startsWith('/')) return false;
  const [, start, words, end] = /^\/(\^)?\(?((?:[\w-]+\|)*[\w-]+)\)?(\$)?\/$/.exec(pattern) ?? [];
  if (words === undefined) return undefined;
  return words.split('|').some((word) => {
    const at = ref.indexOf(word);
    return at !== -1 && (start === undefined || at === 0) && (end === undefined || ref.endsWith(word));
  });
}

function textOf(operand: Operand, known: Circumstance): string | undefined {
  if (operand.kind === 'text') return operand.text;
  return operand.kind === 'pattern' ? operand.source : known.get(operand.name);
}

/** The branches that expressions name, and the one that is the default branch here. */
export function branchesIn(expressions: readonly Expression[]): {
  readonly branches: readonly Branch[];
  readonly standard: string;
} {
  const texts = expressions.flatMap(comparisonsOf).flatMap(({ left, right }) => {
    const [name, value] =
      left.kind === 'variable' ? [left.name, right] : [right.kind === 'variable' ? right.name : '', left];
    if (!refVariables.includes(name)) return [];
    if (value.kind === 'variable') return value.name === 'CI_DEFAULT_BRANCH' ? [defaultBranch.text] : [];
    return [value.kind === 'text' ? value.text : value.source];
  });
  const named = [...new Set(texts)].filter((text) => text !== '' && !isAnyPattern(text));
  const standard = ['main', 'master'].find((name) => named.includes(name));
  const branches = named.filter((text) => text !== defaultBranch.text || standard === undefined);
  return { branches: branches.map((text) => ({ label: text, text })), standard: standard ?? defaultBranch.text };
}

function isAnyPattern(text: string): boolean {
  return /^\/\^?\.[*+]\$?\/[a-z]*$/.test(text);
}

/** The events whose source expressions name. */
export function eventsIn(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap(comparisonsOf).flatMap(({ left, right }) => {
    const sides = [left, right];
    if (!sides.some((side) => side.kind === 'variable' && side.name === 'CI_PIPELINE_SOURCE')) return [];
    const text = sides.flatMap((side) =>
      side.kind === 'variable' ? [] : [side.kind === 'text' ? side.text : side.source],
    );
    return allEvents.filter((event) =>
      text.some((named) => named.includes(sources[event] ?? event) || otherSources[named] === event),
    );
  });
}
