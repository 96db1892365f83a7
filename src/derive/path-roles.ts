import type { Role } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import { isExample } from './path-roles/example.ts';
import { isGenerated } from './path-roles/generated.ts';
import { readPath } from './path-roles/parts.ts';
import { isTest } from './path-roles/test.ts';
import { isVendored } from './path-roles/vendored.ts';

const docFolders = new Set(['docs', 'doc', 'documentation', 'wiki']);
const docNames =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$|^(?:readme|changelog|changes|license|licence|copying|notice|authors|contributors)(?:\.txt)?$/;

/**
 * What a path is for, by its folders and its name alone. The first that fits of vendored, generated, example, test and
 * docs, or else product. What instructs coding assistants is vendored: it is never read.
 */
export function pathRole(path: RepoPath): Role {
  // GitHub runs these whatever they are called.
  if (path.startsWith('.github/workflows/')) return 'product';
  const parts = readPath(path);
  if (isVendored(parts)) return 'vendored';
  if (isGenerated(parts)) return 'generated';
  if (isExample(parts)) return 'example';
  if (isTest(parts)) return 'test';
  if (parts.folders.some((folder) => docFolders.has(folder)) || docNames.test(parts.name)) return 'docs';
  return 'product';
}
