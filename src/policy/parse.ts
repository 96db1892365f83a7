import { checkNames, type KnownNames } from './check-names.ts';
import { checkRoots } from './check-roots.ts';
import type { KeyPath } from './mistake.ts';
import { parseFile } from './parse-file.ts';
import { Policy } from './schema.ts';
import { policyShape } from './shape.ts';
import { entriesOf, entryOf } from './tree.ts';

export type PolicyContext = KnownNames & {
  /** Whether the repository has a folder; its path has no `.` and no slash at its ends. */
  directoryExists(root: string): boolean;
};

export type ParsedPolicy = {
  readonly policy: Policy;
  /** The line of each system's name. */
  readonly systemLines: Readonly<Record<string, number>>;
  /** The line of the key or of the list item that a path leads to; for what is not there, of the nearest thing above it. */
  readonly lines: (path: KeyPath) => number;
};

/**
 * Reads and checks a policy file. Takes its text and the path that people know it by. Throws a UserError that lists
 * every mistake with its line, its key and what to do.
 */
export function parsePolicy(text: string, path: string, known: PolicyContext): ParsedPolicy {
  const { data, tree, lines } = parseFile(text, path, {
    schema: Policy,
    shape: policyShape,
    check: (found) => [...checkNames(found, known), ...checkRoots(found, (root) => known.directoryExists(root))],
  });
  const systems = entriesOf(entryOf(tree, 'systems')?.value);
  const systemLines = Object.fromEntries(systems.map(([name]) => [name, lines(['systems', name])]));
  return { policy: data, systemLines, lines };
}
