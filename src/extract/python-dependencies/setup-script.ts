import { lineFinder } from '../../lib/line-finder.ts';
import type { Package, Scope } from '../package-facts.ts';
import { readRequirement } from './requirement.ts';
import { extraScope } from './scope.ts';

const listScopes: Readonly<Record<string, Scope>> = {
  install_requires: 'product',
  setup_requires: 'dev',
  tests_require: 'dev',
};

/** Comments, strings, names and marks; all else parts nothing that is asked for. */
const token =
  /#[^\n]*|'''[\s\S]*?(?:'''|$)|"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n]){0,2000}"|'(?:\\.|[^'\\\n]){0,2000}'|[A-Za-z_]\w*|[[\]{}(),:=+]/g;

type Token = { readonly text: string; readonly line: number };

/**
 * The packages that a `setup.py` writes down as literal lists, in the call or in a variable that the call names; what
 * it computes is not known. Format: https://setuptools.pypa.io/en/latest/references/keywords.html
 */
export function readSetupScript(text: string): readonly Package[] {
  const lineOf = lineFinder(text);
  const tokens = [...text.matchAll(token)]
    .map((match): Token => ({ text: match[0], line: lineOf(match.index) }))
    .filter((found) => !found.text.startsWith('#'));
  const found = new Map<string, Package>();
  for (const read of readKeywords(tokens)) found.set(`${read.line} ${read.name}`, read);
  return [...found.values()];
}

/** Keywords of a file, and extras of one of them, that are looked at. */
const keywordLimit = 50;

/** Tokens of a list that are looked at. */
const listLimit = 5_000;

function readKeywords(tokens: readonly Token[]): readonly Package[] {
  const keywords = tokens.flatMap(({ text }, index) => {
    const isKeyword = text === 'extras_require' || Object.hasOwn(listScopes, text);
    return isKeyword && tokens[index + 1]?.text === '=' ? [index] : [];
  });
  return keywords.slice(0, keywordLimit).flatMap((index) => {
    const scope = listScopes[tokens[index]?.text ?? ''];
    return scope === undefined ? readExtras(tokens, index + 2) : readList(tokens, index + 2, scope);
  });
}

/** Lists that are added together, and names that stand for them, are followed this often. */
const followLimit = 8;

/** The requirements of a list, and of the lists that are added to it. */
function readList(tokens: readonly Token[], from: number, scope: Scope, followed = 0): readonly Package[] {
  const start = follow(tokens, from);
  if (followed > followLimit || !/^[[(]$/.test(tokens[start]?.text ?? '')) return [];
  const end = closing(tokens, start);
  const own = tokens.slice(start, end).flatMap((found) => {
    const requirement = isString(found) ? readRequirement(unquote(found.text)) : undefined;
    return requirement ? [{ ...requirement, scope, line: found.line }] : [];
  });
  const added = new Set([end, from === start ? end : from].filter((at) => tokens[at + 1]?.text === '+'));
  return [...own, ...[...added].flatMap((at) => readList(tokens, at + 2, scope, followed + 1))];
}

/** `{'test': ['pytest'], 'gpu': [...]}` */
function readExtras(tokens: readonly Token[], from: number): readonly Package[] {
  const start = follow(tokens, from);
  if (tokens[start]?.text !== '{') return [];
  const end = closing(tokens, start);
  const extras = tokens.slice(start, end).flatMap((found, offset) => {
    const isKey = isString(found) && tokens[start + offset + 1]?.text === ':';
    return isKey ? [{ name: unquote(found.text), at: start + offset + 2 }] : [];
  });
  return extras.slice(0, keywordLimit).flatMap(({ name, at }) => readList(tokens, at, extraScope(name)));
}

/** Where a value stands: here, or behind the name that stands here where it is assigned. */
function follow(tokens: readonly Token[], at: number): number {
  const name = tokens[at]?.text ?? '';
  if (!/^[A-Za-z_]/.test(name)) return at;
  const assigned = tokens.findIndex(
    (found, index) => found.text === name && tokens[index + 1]?.text === '=' && index + 2 !== at,
  );
  return assigned === -1 ? at : assigned + 2;
}

/** The index of the bracket that closes the one at an index, or of the end. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  const limit = Math.min(tokens.length, open + listLimit);
  for (let index = open; index < limit; index += 1) {
    const { text = '' } = tokens[index] ?? {};
    if (/^[[({]$/.test(text)) depth += 1;
    if (/^[\])}]$/.test(text)) depth -= 1;
    if (depth === 0) return index;
  }
  return limit;
}

function isString({ text }: Token): boolean {
  return /^["']/.test(text);
}

function unquote(text: string): string {
  return text.replace(/^("""|'''|"|')([\s\S]*)\1$/, '$2');
}
