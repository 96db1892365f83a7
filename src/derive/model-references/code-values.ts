import type { CallFact, Fact, LiteralFact } from '../../model/fact.ts';
import type { ModelTables } from '../../model/model-tables.ts';
import type { Beside } from './classify.ts';
import { type NamedValue, seenOf, type Wants } from './named-value.ts';

/**
 * The named values of code: literals by their names, and arguments of calls, where a revision may stand beside. A name
 * that one file binds again and again stands for a list.
 */
export function valuesOfCode(facts: readonly Fact[], tables: ModelTables, wants: Wants): readonly NamedValue[] {
  const callees = new Set(tables.calls);
  const calls: NamedValue[] = [];
  const literals: NamedValue[] = [];
  for (const fact of facts) {
    if (fact.kind === 'literal' && wants(fact)) literals.push(valueOfLiteral(fact));
    if (fact.kind === 'call') calls.push(...valuesOfCall(fact, callees, tables).filter(wants));
  }
  const revised = new Set(calls.filter(({ beside }) => beside?.revision !== undefined).map(keyOf));
  return [...literals.filter((literal) => !revised.has(keyOf(literal))), ...calls];
}

function valueOfLiteral(fact: LiteralFact): NamedValue {
  const { name, value, at } = fact;
  return { ...seenOf(fact), context: 'code', name, value, at, group: `${at.path}#${name}` };
}

/** Arguments by position, of which the first may be a model by what is called; keywords where a revision stands beside. */
function valuesOfCall(fact: CallFact, callees: ReadonlySet<string>, tables: ModelTables): readonly NamedValue[] {
  const { at, arguments: given, callee } = fact;
  const called = callee.slice(callee.lastIndexOf('.') + 1);
  const nameOf = (key: string) => (key === '0' && callees.has(called) ? 'model' : /^\d$/.test(key) ? called : key);
  const revision = tables.beside.revision.map((name) => given[name]).find((value) => value !== undefined);
  const beside: Beside = revision === undefined ? {} : { revision };
  return Object.entries(given).flatMap(([key, value]): readonly NamedValue[] => {
    // Keywords are literals too.
    if (revision === undefined && !/^\d$/.test(key)) return [];
    return [{ ...seenOf(fact), context: 'code', at, name: nameOf(key), value, beside }];
  });
}

function keyOf({ at, value }: NamedValue): string {
  return `${at.path} ${value}`;
}
