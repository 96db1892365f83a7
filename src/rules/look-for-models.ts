import type { ModelTables } from '../model/model-tables.ts';
import { leafKinds, type Rule } from './schema.ts';

type Look = Pick<Rule, 'match' | 'roles'>;

/**
 * What code has to hold for rules that ask for models to find one in it. No rule can say so itself, since a model is told
 * by the tables and not by a word.
 */
export function looksForModels(rules: readonly Look[], { words, bindings }: ModelTables): readonly Look[] {
  const names = bindings.always.filter((name) => !name.includes('*'));
  return rules
    .filter(({ match }) => leafKinds(match).includes('model-reference'))
    .flatMap(({ roles = ['product'] }): readonly Look[] => [
      { roles, match: { fact: 'literal', value: words.map((word) => `*${word}*`) } },
      { roles, match: { fact: 'call', callee: words.map((word) => `*${word}*`) } },
      { roles, match: { fact: 'literal', name: names.flatMap((name) => [name, name.toUpperCase()]) } },
    ]);
}
