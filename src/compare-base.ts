import { type AssessContext, type AssessedTree, assessTree, type Tree } from './assess-tree.ts';
import { type Base, blobId, readBaseTexts } from './io/commit.ts';
import { type Compared, compareReports } from './judge/compare.ts';
import type { HeadFiles } from './judge/gone.ts';
import type { Comparison } from './model/comparison.ts';
import type { RepoPath } from './model/location.ts';
import { claimedPaths } from './pipeline.ts';

export type BaseContext = AssessContext & {
  readonly directory: string;
  /** Only this system. */
  readonly system: string | undefined;
  /** What a report says of a state that was assessed. */
  describe(assessed: AssessedTree, commit: string | null): Compared;
};

export type BaseOutcome = {
  readonly comparison: Comparison;
  /** Everything of the base that counts could be read. */
  readonly isComplete: boolean;
};

/**
 * Assesses the base as the head was, without a checkout, and compares the two. What is the same on the head is taken
 * from there; only the rest is read, and if `context` remembers what it extracted, only the rest is extracted.
 */
export function compareWithBase(base: Base, head: Tree, described: Compared, context: BaseContext): BaseOutcome {
  const { directory, system } = context;
  const tree = readBaseTree(directory, base, head);
  const assessed = assessTree(tree, context, (all) =>
    all.filter(({ name }) => system === undefined || name === system),
  );
  const comparison = compareReports(context.describe(assessed, base.fork), described, headFiles(base, head));
  return { comparison, isComplete: !assessed.hasHidden };
}

function readBaseTree(directory: string, base: Base, head: Tree): Tree {
  const paths = [...base.files.keys()].sort();
  const claimed = claimedPaths(paths);
  const changed = claimed.filter((path) => !isSame(path, base, head));
  const read = readBaseTexts(directory, base, changed);
  const isChanged = new Set(changed);
  const texts = claimed.flatMap((path) => {
    const text = (isChanged.has(path) ? read : head).texts.get(path);
    return text === undefined ? [] : [[path, text] as const];
  });
  return { paths, texts: new Map(texts), unread: read.unread };
}

function isSame(path: RepoPath, { files }: Base, { texts }: Tree): boolean {
  const [id, text] = [files.get(path), texts.get(path)];
  return id !== undefined && text !== undefined && blobId(text, id) === id;
}

/** What became of the base's files on the head. */
function headFiles({ files }: Base, head: Tree): HeadFiles {
  const present = new Set<string>(head.paths);
  const ids: ReadonlyMap<string, string> = files;
  const texts: ReadonlyMap<string, string> = head.texts;
  const [like = ''] = ids.values();
  const fresh = [...texts].filter(([path]) => !ids.has(path));
  const byContent = new Map(fresh.map(([path, text]) => [blobId(text, like), path]));
  return {
    has: (path) => present.has(path),
    isSame: (path) => {
      const text = texts.get(path);
      // A file that nothing reads is evidence by its name alone.
      return text === undefined ? present.has(path) : blobId(text, like) === ids.get(path);
    },
    movedTo: (path) => byContent.get(ids.get(path) ?? ''),
  };
}
