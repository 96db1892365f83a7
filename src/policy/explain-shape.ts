import type * as z from 'zod';
import { Attest, Scale, Waive } from './entries.ts';
import { type KeyPath, keyPath, type Mistake, type Span } from './mistake.ts';
import { DeclaredSystem, Gate, Policy } from './schema.ts';
import { locate, type Spot, type Tree } from './tree.ts';
import { nearestWord } from './values.ts';

/** The maps of a policy: where each stands, and its keys. */
const levels = {
  top: { place: 'at the top of the file', keys: Object.keys(Policy.shape) },
  gate: { place: 'in gate', keys: Object.keys(Gate.shape) },
  system: { place: 'in a system', keys: Object.keys(DeclaredSystem.shape) },
  scale: { place: "in a system's scale", keys: Object.keys(Scale.shape) },
  attest: { place: "in an entry of a system's attest", keys: Object.keys(Attest.shape) },
  waive: { place: "in an entry of a system's waive", keys: Object.keys(Waive.shape) },
} as const;

type Level = (typeof levels)[keyof typeof levels];

/** The mistakes in the shape of a policy, each at the key or the value that it speaks of. */
export function explainShape(error: z.ZodError, tree: Tree): readonly Mistake[] {
  const meantKeys = new Set(error.issues.flatMap(misspeltKeys));
  return error.issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainKey([...path, key], tree));
    const spot = locate(tree, path);
    if (spot.value.kind === 'hole' && !spot.missing) return [];
    // The key is there, misspelt, and told already.
    if (spot.missing && meantKeys.has(keyPath(path))) return [];
    if (issue.code === 'invalid_key') {
      const message = `${keyPath(path)} ${issue.issues[0]?.message ?? 'is no name'}`;
      return [{ span: keySpan(spot), message }];
    }
    return [explainValue(path, issue.message, spot)];
  });
}

function pathOf({ path }: z.core.$ZodIssue): KeyPath {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

/** The full names of the keys that unknown keys were meant to be. */
function misspeltKeys(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = pathOf(issue);
  const { keys } = levelOf(path);
  return issue.keys.flatMap((key) => {
    const meant = nearestWord(key, keys);
    return meant === undefined ? [] : [keyPath([...path, meant])];
  });
}

function explainValue(path: KeyPath, message: string, spot: Spot): Mistake {
  const name = path.length === 0 ? 'the policy' : keyPath(path);
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

function explainKey(path: KeyPath, tree: Tree): Mistake {
  const name = String(path.at(-1));
  const level = levelOf(path.slice(0, -1));
  return { span: keySpan(locate(tree, path)), message: `${keyPath(path)} is not a key here${keyHint(name, level)}` };
}

function keyHint(name: string, level: Level): string {
  const elsewhere = Object.values(levels).filter(({ keys }) => keys.includes(name));
  if (elsewhere.length > 0) return `; it belongs ${elsewhere.map(({ place }) => place).join(' or ')}`;
  const meant = nearestWord(name, level.keys);
  return meant === undefined ? `; the keys are ${level.keys.join(', ')}` : `; did you mean ${meant}?`;
}

function levelOf([first, , third]: KeyPath): Level {
  if (first === undefined) return levels.top;
  if (first === 'gate') return levels.gate;
  if (third === 'scale' || third === 'attest' || third === 'waive') return levels[third];
  return levels.system;
}
