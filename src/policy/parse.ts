import { LineCounter } from 'yaml';
import { UserError } from '../lib/user-error.ts';
import { checkNames, type KnownNames } from './check-names.ts';
import { checkRoots } from './check-roots.ts';
import { explainShape } from './explain-shape.ts';
import { type KeyPath, type Mistake, renderMistakes } from './mistake.ts';
import { readTree, type TreeReading } from './read-tree.ts';
import { Policy } from './schema.ts';
import { entriesOf, entryOf, locate, type Tree, toData } from './tree.ts';

/** Bytes of a policy file. */
export const policyLimit = 256 * 1024;

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
  const source = text.replace(/^\ufeff/, '');
  const size = new TextEncoder().encode(source).length;
  if (size > policyLimit) {
    const kibibytes = Math.ceil(size / 1024);
    refuse(
      [
        atTop(
          `the policy has ${kibibytes} KiB, and ${policyLimit / 1024} are read at most; move out what is no policy`,
        ),
      ],
      source,
      path,
    );
  }
  const { tree, mistakes, positions } = readTree(source);
  if (tree === undefined) {
    const told = mistakes.length > 0 ? mistakes : [atTop('the policy is empty; it needs at least version: 1')];
    return refuse(told, source, path, positions);
  }
  const shape = Policy.safeParse(toData(tree));
  const found = [
    ...mistakes,
    ...(shape.success ? [] : explainShape(shape.error, tree)),
    ...checkNames(tree, known),
    ...checkRoots(tree, (root) => known.directoryExists(root)),
  ];
  if (!shape.success || found.length > 0) return refuse(found, source, path, positions);
  return withLines(shape.data, tree, positions);
}

function atTop(message: string): Mistake {
  return { span: { start: 0, end: 1 }, message };
}

function withLines(policy: Policy, tree: Tree, positions: TreeReading['positions']): ParsedPolicy {
  const lineAt = (offset: number) => positions.linePos(offset).line;
  const systems = entriesOf(entryOf(tree, 'systems')?.value);
  return {
    policy,
    systemLines: Object.fromEntries(systems.map(([name, { key }]) => [name, lineAt(key.start)])),
    lines: (path) => {
      const { key, value } = locate(tree, path);
      return lineAt((key ?? value.span).start);
    },
  };
}

function refuse(mistakes: readonly Mistake[], text: string, path: string, positions = new LineCounter()): never {
  if (positions.lineStarts.length === 0) positions.addNewLine(0);
  throw new UserError(renderMistakes(mistakes, text, path, positions));
}
