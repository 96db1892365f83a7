import { ruleSetJson } from '../generated/rule-set.ts';
import type { RuleSet } from './rule-set.ts';

/** The rule set that was checked and compiled into this build. */
export function builtInRuleSet(): RuleSet {
  return JSON.parse(ruleSetJson) as RuleSet;
}
