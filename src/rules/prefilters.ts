import { alternation } from './held-words.ts';
import type { PatternEngine } from './pattern.ts';
import { type Needle, requiredWords } from './required-words.ts';
import type { Pattern, Rule } from './schema.ts';
import { findTrigger } from './trigger.ts';

/** Words, as expressions, of which a text holds one: as they are written, or in any case. */
type Prefilter = { readonly exact?: string; readonly anyCase?: string };

/** What a text holds that an expression matches, by the expression as a rule spells it (`/a|b/i`). */
export type Prefilters = Readonly<Record<string, Prefilter>>;

/** Works out what can be told of the expressions of rules, since compiling them takes longer than a scan has. */
export function collectPrefilters(rules: readonly Pick<Rule, 'match' | 'unless'>[]): Prefilters {
  const expressions = [...new Set(rules.flatMap(({ match, unless }) => expressionsIn([match, unless])))].sort();
  return Object.fromEntries(
    expressions.flatMap((expression) => {
      const required = requiredWords(expression, 'text', 'names');
      return required ? [[expression, describe(findTrigger(required))] as const] : [];
    }),
  );
}

function describe(needles: readonly Needle[]): Prefilter {
  const exact = alternation(needles.filter(({ anyCase }) => !anyCase));
  const anyCase = alternation(needles.filter((needle) => needle.anyCase));
  return { ...(exact !== '' && { exact }), ...(anyCase !== '' && { anyCase }) };
}

/** All of them, those that are keys of a map too. */
function expressionsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^\/.*\/i?$/s.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, Pattern>>).flatMap(([key, item]) => [
    ...(Array.isArray(value) ? [] : expressionsIn(key)),
    ...expressionsIn(item),
  ]);
}

/** Runs an expression only on texts that hold its words, and so compiles most of them never. */
export function withPrefilters(engine: PatternEngine, prefilters: Prefilters): PatternEngine {
  return {
    ...engine,
    regex(source, flags) {
      const test = engine.regex(source, flags);
      const key = `/${source}/${flags}`;
      const prefilter = Object.hasOwn(prefilters, key) ? prefilters[key] : undefined;
      if (prefilter === undefined) return test;
      let words: readonly RegExp[] | undefined;
      return (text) => {
        words ??= compileWords(prefilter);
        return words.some((expression) => expression.test(text)) && test(text);
      };
    },
  };
}

/** Unicode's rules of case hold all that any engine takes for the same. */
function compileWords({ exact, anyCase }: Prefilter): readonly RegExp[] {
  return [
    ...(exact === undefined ? [] : [new RegExp(exact)]),
    ...(anyCase === undefined ? [] : [new RegExp(anyCase, 'iu')]),
  ];
}
