import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { type Package, packageFacts, type Scope, versionOf } from './package-facts.ts';
import { hasDevName } from './python-dependencies/scope.ts';
import { splitShortLines } from './text-lines.ts';

const gem = /^\s*gem[\s(]+["']([\w.-]+)["'](.*)$/;
const requirement = /^\s*\w+\.add_(?:(runtime|development)_)?dependency[\s(]+["']([\w.-]+)["'](.*)$/;
const group = /^\s*group[\s(]+([^|]*?)\)?\s+do\b/;
const ownGroup = /\bgroups?(?:\s*:|:?\s*=>)\s*(\[[^\]]*\]|:?["']?\w+)/;
const versions = /^\s*,\s*\[?\s*(["'][^"']+["'](?:\s*,\s*["'][^"']+["'])*)/;

/**
 * Gems that a `Gemfile` or a gemspec asks for, each at its line; a group for developers makes them theirs.
 * Formats: https://bundler.io/man/gemfile.5.html, https://guides.rubygems.org/specification-reference/
 */
export const rubyDependencies: Extractor = {
  name: 'ruby-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)(?:Gemfile|gems\.rb|[^/]+\.gemspec)$/.test(path),
  extract: (file) => ({ facts: packageFacts('rubygems', readGems(file), file), diagnostics: [] }) satisfies Extraction,
};

function readGems({ text }: SourceFile): readonly Package[] {
  const packages: Package[] = [];
  // What the `end` of each open block closes: the words of a group, or nothing.
  const blocks: string[] = [];
  for (const [index, raw] of splitShortLines(text).entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, '');
    const opened = group.exec(line)?.[1];
    if (opened !== undefined || /\bdo\s*(?:\|[^|]*\|)?\s*$|^\s*(?:if|unless|case)\b/.test(line))
      blocks.push(opened ?? '');
    else if (/^\s*end\b/.test(line)) blocks.pop();
    const found = readLine(line, blocks.filter((words) => words !== '').join(','));
    if (found) packages.push({ ...found, line: index + 1 });
  }
  return packages;
}

function readLine(line: string, groups: string): Omit<Package, 'line'> | undefined {
  const [, kind, required, behind = ''] = requirement.exec(line) ?? [];
  const [, name, rest = ''] = required === undefined ? (gem.exec(line) ?? []) : [undefined, required, behind];
  if (name === undefined) return undefined;
  const version = versions.exec(rest)?.[1];
  const scope = kind === 'development' ? 'dev' : scopeOf(ownGroup.exec(rest)?.[1] ?? groups);
  return { name, ...versionOf(version && listed(version)), scope };
}

/** A gem for several groups is the product's if one of them is. */
function scopeOf(groups: string): Scope {
  const words = groups.match(/\w+/g) ?? [];
  return words.length > 0 && words.every((word) => hasDevName(word)) ? 'dev' : 'product';
}

function listed(text: string): string {
  return [...text.matchAll(/["']([^"']+)["']/g)].map(([, each = '']) => each).join(', ');
}
