import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { type Package, packageFacts } from './package-facts.ts';
import { splitShortLines } from './text-lines.ts';

/** A module and its version, behind `require` or on a line of its block. */
const requirement = /^(?:require\s+)?"?([^\s"()]+)"?\s+(v[^\s/]+)/;

/**
 * Modules that a `go.mod` asks for, each at its line; those that only came with others (`// indirect`) are left out.
 * Format: https://go.dev/ref/mod#go-mod-file
 */
export const goDependencies: Extractor = {
  name: 'go-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)go\.mod$/.test(path),
  extract: (file) => ({ facts: packageFacts('go', readModules(file), file), diagnostics: [] }) satisfies Extraction,
};

function readModules({ text }: SourceFile): readonly Package[] {
  const packages: Package[] = [];
  let block = '';
  for (const [index, raw] of splitShortLines(text).entries()) {
    const line = raw.trim();
    const opened = /^(\w+)\s*\($/.exec(line.replace(/\s*\/\/.*$/, ''))?.[1];
    if (opened !== undefined) block = opened;
    else if (line.startsWith(')')) block = '';
    else if ((block === 'require' || /^require\s/.test(line)) && !/\/\/\s*indirect\b/.test(line)) {
      const [, name, version] = requirement.exec(line) ?? [];
      if (name !== undefined && version !== undefined && !name.startsWith('//'))
        packages.push({ name, version, scope: 'product', line: index + 1 });
    }
  }
  return packages;
}
