import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { allOf, anyOf, negate, type Truth } from '../pipeline/logic.ts';
import { entriesOf, itemsOf, textsOf, valueAt } from '../pipeline/look-up.ts';
import { type Branch, otherRef, type Question } from '../pipeline/narrow.ts';
import { type Arguments, insertArguments } from './parameters.ts';

/** What is known where a condition is asked: arguments, and parameters of the pipeline that nothing in the file sets. */
export type Known = { readonly parameters: Arguments; readonly pipeline: Arguments };

const sources: Readonly<Record<string, string>> = {
  schedule: 'scheduled_pipeline',
  repository_dispatch: 'api',
};

/**
 * A logic statement (`when`, `unless`, `condition`) as a question about an event.
 * Format: https://circleci.com/docs/configuration-reference/#logic-statements
 */
export function askCondition(condition: YamlNode, known: Known, word: 'when' | 'unless'): Question {
  return {
    branches: branchesIn(condition),
    holds: (event, branch) => {
      const truth = holds(condition, known, event, branch);
      return word === 'unless' ? negate(truth) : truth;
    },
  };
}

function holds(node: YamlNode, known: Known, event: string, branch: string): Truth {
  const inner = (other: YamlNode) => holds(other, known, event, branch);
  if (node.kind === 'scalar') return isTruthy(resolve(node.text, known, event, branch));
  const [entry] = entriesOf(node);
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  switch (key.text) {
    case 'and':
      return allOf(itemsOf(value).map(inner));
    case 'or':
      return anyOf(itemsOf(value).map(inner));
    case 'not':
      return negate(inner(value));
    case 'equal':
      return isEqual(textsOf(value).map((text) => resolve(text, known, event, branch)));
    case 'matches':
      return matchValue(value, known, event, branch);
    default:
      return undefined;
  }
}

function isTruthy(text: string | undefined): Truth {
  return text === undefined ? undefined : !['', 'false', '0', 'null'].includes(text);
}

function isEqual(texts: readonly (string | undefined)[]): Truth {
  const [first, ...others] = texts;
  return allOf(others.map((text) => (text === undefined || first === undefined ? undefined : text === first)));
}

/** Patterns of a scanned file are not run: a branch that stands for a pattern fits that one. */
function matchValue(node: YamlNode, known: Known, event: string, branch: string): Truth {
  const [pattern] = textsOf(valueAt(node, 'pattern'));
  const [value] = textsOf(valueAt(node, 'value'));
  const text = value === undefined ? undefined : resolve(value, known, event, branch);
  if (pattern === undefined || text === undefined) return undefined;
  if (text === pattern) return true;
  const word = /^\^?([\w-]+)\$?$/.exec(pattern)?.[1];
  if (text === otherRef || text === '') return false;
  return word === undefined ? undefined : text === word;
}

/** What an expression stands for; undefined where only a run can tell. */
function resolve(text: string, { parameters, pipeline }: Known, event: string, branch: string): string | undefined {
  const whole = insertArguments(text.trim(), parameters);
  const name = /^<<\s*([\w.-]+)\s*>>$/.exec(whole)?.[1];
  if (name === undefined) return whole.includes('<<') ? undefined : whole;
  if (name === 'pipeline.git.branch') return event === 'tag' ? '' : branch;
  if (name === 'pipeline.git.tag') return event === 'tag' ? undefined : '';
  if (name === 'pipeline.git.branch.is_default') return branch === otherRef ? undefined : String(isStandard(branch));
  if (name === 'pipeline.trigger_source') return sources[event] ?? 'webhook';
  if (name === 'pipeline.schedule.name') return event === 'schedule' ? undefined : '';
  const parameter = /^pipeline\.parameters\.(.*)$/.exec(name)?.[1];
  return parameter === undefined ? undefined : pipeline.get(parameter);
}

function isStandard(branch: string): boolean {
  return branch === 'main' || branch === 'master';
}

function branchesIn(node: YamlNode): readonly Branch[] {
  const [entry] = entriesOf(node);
  if (entry === undefined) return [];
  const { key, value } = entry;
  if (key.text !== 'equal' && key.text !== 'matches') return itemsOf(value).flatMap(branchesIn);
  const texts =
    key.text === 'equal' ? textsOf(value) : ['pattern', 'value'].flatMap((name) => textsOf(valueAt(value, name)));
  if (!texts.some((text) => /<<\s*pipeline\.git\.branch\s*>>/.test(text))) return [];
  return texts.filter((text) => !text.includes('<<')).map((text) => ({ label: text, text }));
}
