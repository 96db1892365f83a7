import { RE2JS } from 're2js';
import type { FieldType } from '../model/fact-fields.ts';
import type { FieldPattern } from './pattern.ts';
import type { Pattern } from './schema.ts';
import { spellOut, splitBranches } from './spell-out.ts';

/** A word that a text has to hold; at an open side it may be part of a longer one. */
export type Needle = {
  readonly word: string;
  readonly openStart?: true;
  readonly openEnd?: true;
  readonly anyCase?: true;
};

/** What holds of each text that a pattern matches. */
export type Required = Needle | { readonly all: readonly Required[] } | { readonly any: readonly Required[] };

/**
 * What a field is made of: names that the source may have in several places, values that stand in it as they are, or keys,
 * which are names or positions.
 */
export type Material = 'names' | 'value' | 'keys';

/**
 * The words that each value of a field holds if the pattern matches it, undefined if it needs none for sure. Only what is
 * safe in a regular expression is taken for a part of a word.
 */
export function requiredWords(pattern: FieldPattern, type: FieldType, material: Material): Required | undefined {
  if (type === 'map') return requireEntries(pattern as Readonly<Record<string, Pattern>>);
  if (Array.isArray(pattern)) return anyOf(pattern.map((item: Pattern) => requiredWords(item, type, material)));
  if (typeof pattern !== 'object') return requireText(String(pattern), material);
  const { is, every = [] } = pattern as { readonly is?: Pattern; readonly every?: readonly Pattern[] };
  return allOf([...(is === undefined ? [] : [is]), ...every].map((item) => requiredWords(item, type, material)));
}

/** All that are known of several, each of which holds. */
export function allOf(parts: readonly (Required | undefined)[]): Required | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length > 1 ? { all: known } : known[0];
}

/** One of several that holds, nothing if one of them needs nothing. */
export function anyOf(parts: readonly (Required | undefined)[]): Required | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return known.length > 1 ? { any: known } : known[0];
}

function requireEntries(entries: Readonly<Record<string, Pattern>>): Required | undefined {
  const asked = Object.entries(entries).filter(([, pattern]) => !isOnlyNot(pattern));
  return allOf(asked.flatMap(([key, pattern]) => [requireText(key, 'keys'), requiredWords(pattern, 'text', 'value')]));
}

function isOnlyNot(pattern: Pattern): boolean {
  return (
    typeof pattern === 'object' &&
    !Array.isArray(pattern) &&
    !('is' in pattern) &&
    !('every' in pattern) &&
    'not' in pattern
  );
}

function requireText(pattern: string, material: Material): Required | undefined {
  const [, source, flags] = /^\/(.*)\/([i]?)$/s.exec(pattern) ?? [];
  if (source !== undefined) return requireRegex(source, flags === 'i', material);
  const parts = pattern.split(/\*+/);
  const isOpen = (index: number) => index > 0 && index < parts.length;
  return allOf(
    parts.map((text, index) =>
      requireLiteral({ text, openStart: isOpen(index), openEnd: isOpen(index + 1), anyCase: false }, material),
    ),
  );
}

type Literal = {
  readonly text: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly anyCase: boolean;
};

function requireLiteral(literal: Literal, material: Material): Required | undefined {
  const words = literal.text.matchAll(material === 'value' ? /[\w:/.@-]+/g : /\w+/g);
  return allOf([...words].map(({ 0: word, index }) => needleOf(word, index, literal, material)));
}

function needleOf(word: string, index: number, literal: Literal, material: Material): Needle | undefined {
  const openStart = (literal.openStart && index === 0) || !/^\w/.test(word);
  const openEnd = (literal.openEnd && index + word.length === literal.text.length) || !/\w$/.test(word);
  if (word.length < (openStart || openEnd ? 3 : 2)) return undefined;
  // A position stands nowhere in the source.
  if (material === 'keys' && /^\d+$/.test(word)) return undefined;
  const anyCase = literal.anyCase && /[a-z]/i.test(word);
  return {
    word,
    ...(openStart && { openStart: true }),
    ...(openEnd && { openEnd: true }),
    ...(anyCase && { anyCase: true }),
  };
}

/** What RE2 itself looks for before it runs an expression. */
type Prefilter = { readonly type: number; readonly str: string; readonly subs: readonly Prefilter[] };
const exact = 1;
const all = 2;

function requireRegex(source: string, anyCase: boolean, material: Material): Required | undefined {
  return anyOf(splitBranches(source).map((branch) => requireBranch(branch, anyCase, material)));
}

function requireBranch(branch: string, anyCase: boolean, material: Material): Required | undefined {
  // Compiled with its case, since RE2 finds no words without; what is needed then is needed in any case.
  const prefilter: Prefilter | null = RE2JS.compile(branch).re2().prefilter;
  const together = spellOut(branch).map((words) =>
    anyOf(words.map((text) => requireLiteral({ text, openStart: true, openEnd: true, anyCase }, material))),
  );
  return allOf([...together, prefilter ? requirePrefilter(prefilter, anyCase, material) : undefined]);
}

function requirePrefilter({ type, str, subs }: Prefilter, anyCase: boolean, material: Material): Required | undefined {
  if (type === exact) return requireLiteral({ text: str, openStart: true, openEnd: true, anyCase }, material);
  const parts = subs.map((sub) => requirePrefilter(sub, anyCase, material));
  return type === all ? allOf(parts) : anyOf(parts);
}
