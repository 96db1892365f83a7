import { minimatch } from 'minimatch';
import { parseYamlDocuments, type YamlNode } from '../../lib/yaml-nodes.ts';
import type { RepoPath } from '../../model/location.ts';
import type { IncludedFile, SourceFile } from '../../model/source.ts';
import { itemsOf, textAt, valueAt } from '../pipeline/look-up.ts';

/** Files that one pipeline may include, nested ones too; GitLab's own limit. */
export const includedFileLimit = 150;

const mainName = /(?:^|\/)[^/]*gitlab-ci[^/]*\.ya?ml$/i;

type Texts = ReadonlyMap<RepoPath, string>;

/**
 * The files of the repository that each pipeline includes, by its path, each with the line that names it. What is only
 * included under a condition is left out, as are files that are not valid YAML.
 * Format: https://docs.gitlab.com/ci/yaml/#includelocal
 */
export function gatherIncluded(files: readonly SourceFile[]): ReadonlyMap<RepoPath, readonly IncludedFile[]> {
  const mains = files.filter(({ path, text }) => mainName.test(path) && /^["']?include\b/m.test(text));
  if (mains.length === 0) return new Map();
  const texts: Texts = new Map(files.map(({ path, text }) => [path, text]));
  const found = mains.map(({ path, text }) => [path, followIncludes(path, text, texts)] as const);
  return new Map(found.filter(([, included]) => included.length > 0));
}

function followIncludes(path: RepoPath, text: string, texts: Texts): readonly IncludedFile[] {
  const seen = new Set<RepoPath>([path]);
  const found: IncludedFile[] = [];
  const visit = (from: string, line: number | undefined): void => {
    const [root] = readRoots(from) ?? [];
    for (const item of itemsOf(valueAt(root, 'include'))) {
      for (const local of findLocal(item, texts)) {
        if (seen.has(local) || found.length >= includedFileLimit) continue;
        const own = insertInputs(texts.get(local) ?? '', item);
        if (readRoots(own) === undefined) continue;
        seen.add(local);
        // What it includes itself is overruled by it.
        visit(own, line ?? item.line);
        if (found.length < includedFileLimit) found.push({ path: local, text: own, line: line ?? item.line });
      }
    }
  };
  visit(text, undefined);
  return found;
}

/** What a file holds, without the head that tells its inputs; undefined if it does not parse. */
function readRoots(text: string): readonly YamlNode[] | undefined {
  const documents = parseYamlDocuments(text);
  if (documents.some(({ root, problems }) => problems.length > 0 || root.kind !== 'map')) return undefined;
  return documents.map(({ root }) => root).filter((root) => valueAt(root, 'spec') === undefined);
}

function findLocal(item: YamlNode, texts: Texts): readonly RepoPath[] {
  if (valueAt(item, 'rules') !== undefined) return [];
  const named = item.kind === 'scalar' ? item.text : textAt(item, 'local');
  if (named === undefined || named === '' || /^https?:/.test(named)) return [];
  const pattern = named.replace(/^\.?\/+/, '');
  return [...texts.keys()].filter((path) => isNamed(path, pattern));
}

/** Whether an include of files of the repository (`ci/*.yml`) means a path. */
export function isNamed(path: RepoPath, pattern: string): boolean {
  if (!pattern.includes('*')) return path === pattern;
  return minimatch(path, pattern, { dot: true, nonegate: true, nocomment: true });
}

/** `$[[ inputs.name ]]` with what the include gives, or its default. */
function insertInputs(text: string, item: YamlNode): string {
  if (!text.includes('$[[')) return text;
  const [head] = parseYamlDocuments(text);
  return text.replace(/\$\[\[\s*inputs\.([\w-]+)[^\]]*\]\]/g, (written, name: string) => {
    const value = textAt(item, 'inputs', name) ?? textAt(head?.root, 'spec', 'inputs', name, 'default');
    return value === undefined || value.includes('\n') ? written : value;
  });
}
