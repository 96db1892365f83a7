import type * as z from 'zod';
import { type KeyPath, keyPath, type Mistake, type Span } from './mistake.ts';
import { locate, type Spot, type Tree } from './tree.ts';
import { nearestWord } from './values.ts';

/** A map of the format: where it stands, in words, and its keys. */
export type Level = { readonly place: string; readonly keys: readonly string[] };

/** The maps of a format, and which of them a path leads to. */
export type Shape = {
  /** What the whole file is called. */
  readonly name: string;
  readonly levels: readonly Level[];
  levelOf(path: KeyPath): Level;
};

/** The mistakes in the shape of a file, each at the key or the value that it speaks of. */
export function explainShape(error: z.ZodError, tree: Tree, shape: Shape): readonly Mistake[] {
  const meantKeys = new Set(error.issues.flatMap((issue) => misspeltKeys(issue, shape)));
  return error.issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainKey([...path, key], tree, shape));
    const spot = locate(tree, path);
    if (spot.value.kind === 'hole' && !spot.missing) return [];
    // The key is there, misspelt, and told already.
    if (spot.missing && meantKeys.has(keyPath(path))) return [];
    if (issue.code === 'invalid_key') {
      const message = `${keyPath(path)} ${issue.issues[0]?.message ?? 'is no name'}`;
      return [{ span: keySpan(spot), message }];
    }
    return [explainValue(path, issue.message, spot, shape)];
  });
}

function pathOf({ path }: z.core.$ZodIssue): KeyPath {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

/** The full names of the keys that unknown keys were meant to be. */
function misspeltKeys(issue: z.core.$ZodIssue, shape: Shape): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = pathOf(issue);
  const { keys } = shape.levelOf(path);
  return issue.keys.flatMap((key) => {
    const meant = nearestWord(key, keys);
    return meant === undefined ? [] : [keyPath([...path, meant])];
  });
}

function explainValue(path: KeyPath, message: string, spot: Spot, shape: Shape): Mistake {
  const name = path.length === 0 ? shape.name : keyPath(path);
  if (spot.missing) return { span: keySpan(spot), message: `${name} is missing; it ${message}` };
  if (saysNothing(spot.value) && message.startsWith('takes'))
    return { span: keySpan(spot), message: `${name} is empty; it ${message}` };
  const isList = spot.value.kind === 'list' && message.startsWith('takes');
  return { span: spot.value.span, message: `${name} ${message}${isList ? ', not a list' : ''}` };
}

/** What has no text of its own to point at is shown by its key. */
function keySpan({ key, value }: Spot): Span {
  return key ?? value.span;
}

function saysNothing(tree: Tree): boolean {
  return (
    tree.kind === 'scalar' && (tree.value === null || (typeof tree.value === 'string' && tree.value.trim() === ''))
  );
}

function explainKey(path: KeyPath, tree: Tree, shape: Shape): Mistake {
  const name = String(path.at(-1));
  const level = shape.levelOf(path.slice(0, -1));
  return {
    span: keySpan(locate(tree, path)),
    message: `${keyPath(path)} is not a key here${keyHint(name, level, shape)}`,
  };
}

function keyHint(name: string, level: Level, { levels }: Shape): string {
  const elsewhere = levels.filter(({ keys }) => keys.includes(name));
  if (elsewhere.length > 0) return `; it belongs ${elsewhere.map(({ place }) => place).join(' or ')}`;
  const meant = nearestWord(name, level.keys);
  return meant === undefined ? `; the keys are ${level.keys.join(', ')}` : `; did you mean ${meant}?`;
}
