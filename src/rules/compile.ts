import type { Fact, FactKind, Role } from '../model/fact.ts';
import { defaultRoles, type FieldType, factFields, fieldReader, fieldType } from '../model/fact-fields.ts';
import { compilePattern, type FieldTest, type PatternEngine } from './pattern.ts';
import { isNot, type Leaf, type Match, type Pattern, type Rule, type Within } from './schema.ts';

/** A match ready to run. Leaves know their kind, so that only facts of that kind are tried. */
export type CompiledMatch =
  | { readonly is: 'leaf'; readonly kind: FactKind; readonly test: (fact: Fact) => boolean }
  | { readonly is: 'any'; readonly branches: readonly CompiledMatch[] }
  | {
      readonly is: 'all';
      readonly within: Within;
      readonly parts: readonly { readonly match: CompiledMatch; readonly absent: boolean }[];
    };

export type CompiledRule = {
  readonly rule: Rule;
  readonly match: CompiledMatch;
  readonly unless: readonly { readonly because: string; readonly test: (fact: Fact) => boolean }[];
};

/** Takes a rule that passed the checks of `loadRules`. Compiling is lazy work of a run, not of the load. */
export function compileRule(rule: Rule, engine: PatternEngine): CompiledRule {
  const unless = (rule.unless ?? []).map(({ because, ...fields }) => ({
    because,
    test: compileUnless(fields as Readonly<Record<string, Pattern>>, engine),
  }));
  return { rule, match: compileMatch(rule.match, rule.roles, engine), unless };
}

/** The rules that speak for systems of a kind; all if the kind is not known. */
export function rulesForKind(rules: readonly CompiledRule[], kind: string | undefined): readonly CompiledRule[] {
  return kind === undefined ? rules : rules.filter(({ rule }) => rule.kinds?.includes(kind) ?? true);
}

function compileMatch(match: Match, roles: readonly Role[] | undefined, engine: PatternEngine): CompiledMatch {
  if ('fact' in match) return compileLeaf(match as Leaf, roles, engine);
  if ('any' in match) return { is: 'any', branches: match.any.map((branch) => compileMatch(branch, roles, engine)) };
  if ('not' in match) throw new TypeError('not outside all');
  const parts = match.all.map((part) => ({
    match: compileMatch(isNot(part) ? part.not : part, roles, engine),
    absent: isNot(part),
  }));
  return { is: 'all', within: match.within, parts };
}

function compileLeaf(leaf: Leaf, roles: readonly Role[] | undefined, engine: PatternEngine): CompiledMatch {
  const { fact: kind, ...fields } = leaf;
  const tests = compileFields(fields as Readonly<Record<string, Pattern>>, [kind], engine);
  const accepted = 'role' in fields ? undefined : (roles ?? defaultRoles[kind]);
  return {
    is: 'leaf',
    kind,
    test: (fact) => (!accepted || accepted.includes(fact.role)) && tests.every((test) => test(fact)),
  };
}

function compileFields(
  fields: Readonly<Record<string, Pattern>>,
  kinds: readonly FactKind[],
  engine: PatternEngine,
): readonly ((fact: Fact) => boolean)[] {
  return Object.entries(fields).map(([field, pattern]) => {
    const type: FieldType = kinds.map((kind) => fieldType(kind, field)).find((found) => found !== undefined) ?? 'text';
    const test: FieldTest = compilePattern(pattern, type, engine);
    const read = fieldReader(field);
    return (fact) => test(read(fact));
  });
}

const anyKind = Object.keys(factFields) as readonly FactKind[];

/** A contradiction holds only for facts that have all of its fields. */
function compileUnless(fields: Readonly<Record<string, Pattern>>, engine: PatternEngine): (fact: Fact) => boolean {
  const tests = compileFields(fields, anyKind, engine);
  const names = Object.keys(fields);
  return (fact) => names.every((name) => fieldType(fact.kind, name)) && tests.every((test) => test(fact));
}
