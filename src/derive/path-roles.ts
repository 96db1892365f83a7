import type { Role } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import { findExample } from './path-roles/example.ts';
import { findGenerated } from './path-roles/generated.ts';
import { describeFolder, type PathParts, readPath } from './path-roles/parts.ts';
import { findTest } from './path-roles/test.ts';
import { findVendored } from './path-roles/vendored.ts';

const docFolders = new Set(['docs', 'doc', 'documentation', 'wiki']);
const docNames =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$|^(?:readme|changelog|changes|license|licence|copying|notice|authors|contributors)(?:\.txt)?$/;

const finders: readonly (readonly [Role, (parts: PathParts) => string | undefined])[] = [
  ['vendored', findVendored],
  ['generated', findGenerated],
  ['example', findExample],
  ['test', findTest],
  ['docs', findDocs],
];

/** What a path is for, and what of the path says so. */
export type ExplainedRole = { readonly role: Role; readonly because: string };

/**
 * What a path is for, by its folders and its name alone. The first that fits of vendored, generated, example, test and
 * docs, or else product. What instructs coding assistants is vendored: it is never read.
 */
export function pathRole(path: RepoPath): Role {
  return explainRole(path).role;
}

/** The same with its reason, for people. */
export function explainRole(path: RepoPath): ExplainedRole {
  if (path.startsWith('.github/workflows/'))
    return { role: 'product', because: 'GitHub runs workflows whatever they are called' };
  const parts = readPath(path);
  for (const [role, find] of finders) {
    const because = find(parts);
    if (because !== undefined) return { role, because };
  }
  return { role: 'product', because: 'nothing in the path says otherwise' };
}

function findDocs({ folders, name }: PathParts): string | undefined {
  const folder = folders.find((one) => docFolders.has(one));
  if (folder !== undefined) return describeFolder(folder, 'holds documents');
  return docNames.test(name) ? 'its name is that of a document' : undefined;
}
