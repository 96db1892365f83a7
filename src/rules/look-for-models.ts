import type { ModelTables } from '../model/model-tables.ts';
import { collectNeeds, type NeedsByCode } from './needs.ts';
import { leafKinds, type Rule } from './schema.ts';

type Look = Pick<Rule, 'match' | 'roles'>;

/** What code has to hold for any of the rules to match it, those that ask for models included. */
export function collectAllNeeds(rules: readonly Look[], tables: ModelTables): NeedsByCode {
  return collectNeeds([...rules, ...looksForModels(rules, tables)]);
}

/**
 * What code has to hold for rules that ask for models to find one in it: a name that binds one, a call that takes one, or
 * a provider in front of one. No rule can say so itself, since a model is told by the tables and not by a word.
 */
function looksForModels(rules: readonly Look[], { bindings, calls, prefixes }: ModelTables): readonly Look[] {
  const names = [...bindings.known, ...bindings.always, ...bindings.artifacts].flatMap(spellings);
  const fronts = prefixes.flatMap((prefix) => prefix.names).flatMap((name) => [`${name}:*`, `${name}/*`]);
  return rules
    .filter(({ match }) => leafKinds(match).includes('model-reference'))
    .flatMap(({ roles = ['product'] }): readonly Look[] => [
      { roles, match: { fact: 'literal', name: names } },
      { roles, match: { fact: 'call', callee: calls.map((name) => `*${name}`) } },
      { roles, match: { fact: 'literal', value: fronts } },
    ]);
}

/** `model_id` as languages write it: `MODEL_ID`, `modelId`, `ModelId`, `ModelID`, `model-id`. */
function spellings(name: string): readonly string[] {
  const camel = name.replace(/_([a-z*])/g, (_, letter: string) => letter.toUpperCase());
  const pascal = camel.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  const all = [name, name.toUpperCase(), camel, pascal, pascal.replace(/Id$/, 'ID'), name.replaceAll('_', '-')];
  return [...new Set(all)];
}
