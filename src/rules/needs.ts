import { type CodeFact, type CodeLanguage, codeLanguages, type FactKind, type Role, roles } from '../model/fact.ts';
import { defaultRoles, fieldType } from '../model/fact-fields.ts';
import { patternEngine } from './engine.ts';
import { compilePattern } from './pattern.ts';
import { allOf, anyOf, type Required, requiredWords } from './required-words.ts';
import { isNot, type Leaf, leavesOf, type Match, type Pattern, type Rule } from './schema.ts';

type CodeKind = CodeFact['kind'];

/** Facts of a kind that a rule may ask for, and what the words of each hold; nothing is known of them without `needs`. */
export type FactNeed = { readonly kind: CodeKind; readonly needs?: Required };

/** Facts that matter only in a file that holds some words; in any file without `file`. */
export type Need = { readonly file?: Required; readonly facts: readonly FactNeed[] };

/** For each language and role that some rule asks of, which of all needs. Plain data, so that a build may work it out. */
export type NeedsByCode = {
  readonly all: readonly Need[];
  readonly of: Readonly<Partial<Record<CodeLanguage, Readonly<Partial<Record<Role, readonly number[]>>>>>>;
};

const codeKinds: ReadonlySet<FactKind> = new Set<CodeKind>(['import', 'call', 'literal', 'class']);
/** Fields whose values do not stand in the file. */
const wordless = new Set(['language', 'role', 'path', 'decorator']);
/** One of them stands before each class. */
const classWords: Readonly<Record<CodeLanguage, readonly string[]>> = {
  python: ['class'],
  typescript: ['class'],
  go: ['struct'],
  java: ['class', 'record', 'interface'],
  csharp: ['class', 'record', 'struct', 'interface'],
  ruby: ['class', 'module'],
};

/** Collects what all leaves of the rules need, those under `not` too: what must not be there has to be seen. */
export function collectNeeds(rules: readonly Pick<Rule, 'match' | 'roles'>[]): NeedsByCode {
  const asking = rules.filter(({ match }) => leavesOf(match).some(isCode));
  const all = new Map<string, { readonly number: number; readonly need: Need }>();
  const numberOf = (need: Need) => {
    const key = JSON.stringify(need);
    const known = all.get(key) ?? { number: all.size, need };
    all.set(key, known);
    return known.number;
  };
  const collect = (language: CodeLanguage, role: Role) =>
    new Set(asking.flatMap((rule) => needsOf(rule.match, { language, role, roles: rule.roles })).map(numberOf));
  const byLanguage = codeLanguages.map((language) => {
    const byRole = roles.map((role) => [role, [...collect(language, role)]] as const);
    return [language, Object.fromEntries(byRole.filter(([, numbers]) => numbers.length > 0))] as const;
  });
  const of = Object.fromEntries(byLanguage.filter(([, byRole]) => Object.keys(byRole).length > 0));
  return { all: [...all.values()].map(({ need }) => need), of };
}

/** The code that is looked at, and the roles that the rule accepts if a leaf names none. */
type Code = { readonly language: CodeLanguage; readonly role: Role; readonly roles: readonly Role[] | undefined };

function needsOf(match: Match, code: Code): readonly Need[] {
  if ('fact' in match) return isCode(match as Leaf) ? needsOfLeaf(match as Leaf, code) : [];
  if ('any' in match) return match.any.flatMap((branch) => needsOf(branch, code));
  if ('not' in match) return needsOf(match.not, code);
  const parts = match.all.map((part) => ({ part, needs: needsOf(part, code) }));
  if (match.within === 'system') return parts.flatMap(({ needs }) => needs);
  // What stands in one file has its language and its role, so that each part has to find its words there.
  const sought = parts.filter(({ part }) => !isNot(part) && leavesOf(part).every(isCode)).map(({ needs }) => needs);
  if (sought.some((needs) => needs.length === 0)) return [];
  const all = parts.flatMap(({ needs }) => needs);
  const file = allOf((sought.length === 0 ? [all] : sought).map((needs) => anyOf(needs.map((need) => need.file))));
  return all.length === 0 ? [] : [{ ...(file && { file }), facts: all.flatMap(({ facts }) => facts) }];
}

function isCode({ fact }: Leaf): boolean {
  return codeKinds.has(fact);
}

function needsOfLeaf(leaf: Leaf, { language, role, roles: accepted = defaultRoles[leaf.fact] }: Code): readonly Need[] {
  if (!('role' in leaf ? accepts(leaf, 'role', role) : accepted.includes(role))) return [];
  if ('language' in leaf && !accepts(leaf, 'language', language)) return [];
  const { fact, ...fields } = leaf;
  const asked = Object.entries(fields).filter(([field]) => !wordless.has(field));
  const needs = allOf(
    asked.map(([field, pattern]) =>
      requiredWords(pattern as Pattern, fieldType(fact, field) ?? 'text', field === 'value' ? 'value' : 'names'),
    ),
  );
  const file = fact === 'class' ? allOf([needs, anyOf(classWords[language].map((word) => ({ word })))]) : needs;
  return [{ ...(file && { file }), facts: [{ kind: fact as CodeKind, ...(needs && { needs }) }] }];
}

function accepts(leaf: Leaf, field: string, value: string): boolean {
  return compilePattern(leaf[field] as Pattern, 'text', patternEngine)(value);
}
