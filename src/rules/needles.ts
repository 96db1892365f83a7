import { type CodeLanguage, codeLanguages, type Role, roles } from '../model/fact.ts';
import { defaultRoles, fieldType } from '../model/fact-fields.ts';
import { patternEngine } from './engine.ts';
import { compilePattern } from './pattern.ts';
import { allOf, type Required, requiredWords } from './required-words.ts';
import { type Leaf, leavesOf, type Pattern, type Rule } from './schema.ts';

/** What facts need, one entry a leaf, or `everything` if some leaf matches facts that need no word. */
export type Needles = readonly Required[] | 'everything';

/** For each language and role that some rule asks of. Plain data, so that a build may work it out. */
export type NeedlesByCode = Readonly<Partial<Record<CodeLanguage, Partial<Record<Role, Needles>>>>>;

const codeKinds = ['import', 'call', 'literal', 'class'] as const;
/** Fields whose values do not stand in the file. */
const wordless = new Set(['language', 'role', 'path', 'decorator']);

/** Collects what all leaves of the rules need, those under `not` too: what must not be there has to be seen. */
export function collectNeedles(rules: readonly Pick<Rule, 'match' | 'roles'>[]): NeedlesByCode {
  const collected = new Map<CodeLanguage, Map<Role, Needles>>();
  for (const rule of rules)
    for (const leaf of leavesOf(rule.match).filter(({ fact }) => codeKinds.some((kind) => kind === fact)))
      for (const language of allowed(leaf, 'language', codeLanguages, codeLanguages))
        for (const role of allowed(leaf, 'role', roles, rule.roles ?? defaultRoles[leaf.fact])) {
          const byRole = collected.get(language) ?? new Map<Role, Needles>();
          collected.set(language, byRole.set(role, join(byRole.get(role), requireLeaf(leaf))));
        }
  return Object.fromEntries([...collected].map(([language, byRole]) => [language, Object.fromEntries(byRole)]));
}

function join(before: Needles = [], more: Required | undefined): Needles {
  return before === 'everything' || more === undefined ? 'everything' : [...before, more];
}

function requireLeaf({ fact, ...fields }: Leaf): Required | undefined {
  const asked = Object.entries(fields).filter(([field]) => !wordless.has(field));
  return allOf(
    asked.map(([field, pattern]) =>
      requiredWords(pattern as Pattern, fieldType(fact, field) ?? 'text', field === 'value' ? 'value' : 'names'),
    ),
  );
}

/** The values of a closed field that a leaf accepts. */
function allowed<Value extends string>(
  leaf: Leaf,
  field: string,
  values: readonly Value[],
  otherwise: readonly Value[],
): readonly Value[] {
  if (!(field in leaf)) return otherwise;
  const test = compilePattern(leaf[field] as Pattern, 'text', patternEngine);
  return values.filter((value) => test(value));
}
