import { allOf, anyOf, negate, type Truth } from '../pipeline/logic.ts';
import { type Branch, otherRef } from '../pipeline/narrow.ts';
import type { Expression } from './expression.ts';

const reasons: Readonly<Record<string, readonly string[]>> = {
  push: ['individualci', 'batchedci'],
  tag: ['individualci', 'batchedci'],
  pull_request: ['pullrequest'],
  schedule: ['schedule'],
  workflow_dispatch: ['manual'],
  workflow_run: ['resourcetrigger', 'buildcompletion'],
  repository_dispatch: ['resourcetrigger'],
};

const heads = 'refs/heads/';
const statuses = new Set(['succeeded', 'failed', 'canceled', 'always', 'succeededorfailed']);
const comparisons = new Set(['eq', 'ne', 'startswith', 'endswith', 'contains', 'in', 'notin']);

/** A text of the pipeline as far as it is known: any one of several. */
type Texts = readonly string[] | undefined;

/**
 * Whether a condition holds in a run that an event starts, leaving out how the jobs before it went.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/process/conditions
 */
export function holds(expression: Expression, event: string, branch: string): Truth {
  if (expression.kind === 'text') return expression.text !== 'false' && expression.text !== '';
  if (expression.kind === 'name') return undefined;
  const { name, of } = expression;
  const truths = () => of.map((part) => holds(part, event, branch));
  if (name === 'and') return allOf(truths());
  if (name === 'or') return anyOf(truths());
  if (name === 'not') return negate(truths()[0]);
  if (statuses.has(name)) return name === 'failed' || name === 'canceled' ? undefined : true;
  return comparisons.has(name) ? compare(name, of, event, branch) : undefined;
}

function compare(name: string, of: readonly Expression[], event: string, branch: string): Truth {
  const [first, ...others] = of.map((part) => textsOf(part, event, branch));
  if (first === undefined || others.length === 0 || others.includes(undefined)) return undefined;
  const wanted = others.flatMap((texts) => texts ?? []);
  const isNegative = name === 'ne' || name === 'notin';
  const answers = first.map((text) => wanted.some((other) => matchText(name, text, other)));
  const truth = answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
  return isNegative ? negate(truth) : truth;
}

function matchText(name: string, text: string, other: string): boolean {
  if (name === 'startswith') return text.startsWith(other);
  if (name === 'endswith') return text.endsWith(other);
  return name === 'contains' ? text.includes(other) : text === other;
}

function textsOf(expression: Expression, event: string, branch: string): Texts {
  if (expression.kind === 'text') return [expression.text.toLowerCase()];
  if (expression.kind === 'call') return undefined;
  const ref = refOf(event, branch).toLowerCase();
  switch (expression.name.replace(/^variables\./, '')) {
    case 'build.reason':
      return reasons[event];
    case 'build.sourcebranch':
      return [ref];
    case 'build.sourcebranchname':
      return [ref.slice(ref.lastIndexOf('/') + 1)];
    case 'system.pullrequest.pullrequestid':
      return event === 'pull_request' ? undefined : [''];
    default:
      return undefined;
  }
}

function refOf(event: string, branch: string): string {
  if (event === 'tag') return `refs/tags/${otherRef}`;
  return event === 'pull_request' ? `refs/pull/${otherRef}/merge` : `${heads}${branch}`;
}

/** The branches that a condition names. */
export function branchesIn(expression: Expression): readonly Branch[] {
  if (expression.kind !== 'call') return [];
  const isComparison = comparisons.has(expression.name) && expression.of.some(isBranchName);
  if (!isComparison) return expression.of.flatMap(branchesIn);
  const texts = expression.of.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const isStart = expression.name === 'startswith';
  return texts.flatMap((text) => {
    const name = text.startsWith(heads) ? text.slice(heads.length) : text;
    if (name === '' || name.startsWith('refs/')) return [];
    return [isStart ? { label: `${name}*`, text: `${name}${otherRef}` } : { label: name, text: name }];
  });
}

function isBranchName(expression: Expression): boolean {
  return expression.kind === 'name' && /^variables\.build\.sourcebranch(?:name)?$/.test(expression.name);
}

/** Whether a condition says anything of how the jobs before it went. */
export function asksStatus(expression: Expression): boolean {
  return expression.kind === 'call' && (statuses.has(expression.name) || expression.of.some(asksStatus));
}
