import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { joinConditions } from '../pipeline/job.ts';
import { itemsOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import { describeCircumstance, holds } from './circumstance.ts';
import { type Expression, parseExpression } from './expression.ts';

/** One entry of `rules`. */
export type Rule = {
  readonly condition: string | undefined;
  readonly expression: Expression | undefined;
  readonly when: string | undefined;
  readonly tolerant: boolean | undefined;
  readonly paths: readonly string[];
  /** It looks at files, so that it may hold or not. */
  readonly looksAtFiles: boolean;
};

/** Rules of one job that are read. */
const ruleLimit = 100;

/**
 * Reads `rules`.
 * Format: https://docs.gitlab.com/ci/yaml/#rules
 */
export function readRules(items: readonly YamlNode[]): readonly Rule[] {
  return items.slice(0, ruleLimit).map((item) => {
    const condition = textAt(item, 'if')?.replace(/\s+/g, ' ');
    const changes = valueAt(item, 'changes');
    const paths = textsOf(changes?.kind === 'map' ? valueAt(changes, 'paths') : changes);
    return {
      condition,
      expression: condition === undefined ? undefined : parseExpression(condition),
      when: textAt(item, 'when'),
      tolerant: readTolerance(valueAt(item, 'allow_failure')),
      paths,
      looksAtFiles: changes !== undefined || valueAt(item, 'exists') !== undefined,
    };
  });
}

/** `allow_failure`: with codes, it overlooks a failure only if 1 is one of them. */
export function readTolerance(node: YamlNode | undefined): boolean | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'map') return itemsOf(valueAt(node, 'exit_codes')).some((code) => textsOf(code).includes('1'));
  return textsOf(node)[0] === 'true';
}

/** The rules that may decide over a job in a pipeline of an event: the first that surely holds, and those before it that might. */
export function decidingRules(
  rules: readonly Rule[],
  event: string,
  branch: string,
  standard: string,
): readonly Rule[] {
  const known = describeCircumstance(event, branch, standard);
  const deciding: Rule[] = [];
  for (const rule of rules) {
    const isUnread = rule.condition !== undefined && rule.expression === undefined;
    const truth = isUnread ? undefined : rule.expression === undefined ? true : holds(rule.expression, known);
    if (truth === false) continue;
    deciding.push(rule);
    if (truth && !rule.looksAtFiles) break;
  }
  return deciding.filter(({ when }) => when !== 'never');
}

/** What `when` says of the status of what ran before. */
export function statusCondition(when: string | undefined): string | undefined {
  if (when === 'on_failure') return 'failure()';
  return when === 'always' ? 'always()' : undefined;
}

/** The conditions of rules, any of which may let the job run. */
export function describeRules(rules: readonly Rule[], when: string | undefined): string | undefined {
  const conditions = rules.map((rule) => joinConditions(statusCondition(rule.when ?? when), rule.condition));
  if (conditions.some((condition) => condition === undefined)) return undefined;
  return [...new Set(conditions)].map((condition) => `${condition}`).join(' || ') || undefined;
}
