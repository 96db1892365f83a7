import { fingerprint } from '../lib/fingerprint.ts';
import type { RepoPath } from '../model/location.ts';
import type { PolicyChange } from '../model/policy-change.ts';
import { type KeyPath, keyPath } from './mistake.ts';
import type { ParsedPolicy } from './parse.ts';
import type { Policy } from './schema.ts';
import { weakens } from './weakens.ts';

type Leaf = { readonly path: KeyPath; readonly value: unknown; readonly isItem: boolean };

/** What one policy says otherwise than another, key by key in the order of their names; lists item by item. Undefined: no policy. */
export function diffPolicies(
  before: ParsedPolicy | undefined,
  after: ParsedPolicy | undefined,
  path?: RepoPath,
): readonly PolicyChange[] {
  const [old, now] = [leavesOf(before?.policy), leavesOf(after?.policy)];
  const changed = [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((id) => pairOf(old.get(id), now.get(id)))
    .filter(({ from, to }) => show(from) !== show(to));
  // Of a system that comes or goes, its keys are no news.
  const systems = new Set(changed.filter(({ path }) => isSystemPath(path)).map(({ path }) => path[1]));
  return changed
    .filter(({ path }) => isSystemPath(path) || path[0] !== 'systems' || !systems.has(path[1]))
    .map((pair) => ({
      ...describe(pair, before !== undefined),
      ...(after === undefined || path === undefined ? {} : { at: { path, line: after.lines(pair.path) } }),
    }));
}

/** What became of the files that a policy names: policies above it, and rules. Whether they let more count is not known. */
export function diffFiles(
  before: ReadonlyMap<RepoPath, string>,
  after: ReadonlyMap<RepoPath, string>,
): readonly PolicyChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({
      key: path,
      isFile: true,
      weakens: false,
      ...textOf('from', before.get(path)),
      ...textOf('to', after.get(path)),
      ...(after.has(path) ? { at: { path, line: 1 } } : {}),
    }));
}

type Pair = { readonly path: KeyPath; readonly from: Leaf | undefined; readonly to: Leaf | undefined };

function pairOf(from: Leaf | undefined, to: Leaf | undefined): Pair {
  return { path: (to ?? from)?.path ?? [], from, to };
}

function textOf(key: 'from' | 'to', text: string | undefined) {
  return text === undefined ? {} : { [key]: text };
}

/** A fingerprint of what a policy says: the same whatever its comments and the order of its keys. */
export function policyHash(policy: Policy | undefined): string {
  const lines = [...leavesOf(policy)].map(([id, leaf]) => `${id} ${show(leaf)}`);
  return fingerprint(lines.sort().join('\n'));
}

/** Where there was no policy there was no bar to lower. */
function describe({ path, from, to }: Pair, hadPolicy: boolean): PolicyChange {
  const [was, is] = [show(from), show(to)];
  return {
    key: keyPath(path),
    ...(was === undefined ? {} : { from: was }),
    ...(is === undefined ? {} : { to: is }),
    weakens: hadPolicy && weakens(path, from?.value, to?.value),
  };
}

/** Every value by an id that is the same in another policy: its key, and for an item of a list what it says. */
function leavesOf(policy: Policy | undefined): ReadonlyMap<string, Leaf> {
  const { version: _, ...keys } = policy ?? { version: 1 };
  const leaves = Object.entries(keys).flatMap(([key, value]) => walk(value, [key]));
  return new Map(leaves.map((leaf) => [JSON.stringify([leaf.path, leaf.isItem ? leaf.value : null]), leaf]));
}

function walk(value: unknown, path: KeyPath): readonly Leaf[] {
  if (Array.isArray(value)) return value.map((item) => ({ path, value: item, isItem: true }));
  if (typeof value !== 'object' || value === null) return [{ path, value, isItem: false }];
  const inner = Object.entries(value).flatMap(([key, child]) => walk(child, [...path, key]));
  // A system may say nothing of itself, and is declared all the same.
  return isSystemPath(path) ? [{ path, value: 'declared', isItem: false }, ...inner] : inner;
}

function isSystemPath(path: KeyPath): boolean {
  return path.length === 2 && path[0] === 'systems';
}

function show(leaf: Leaf | undefined): string | undefined {
  if (leaf === undefined) return undefined;
  return typeof leaf.value === 'string' ? leaf.value : JSON.stringify(leaf.value);
}
