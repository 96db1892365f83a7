import { readJson } from '../lib/json-nodes.ts';
import { yamlEntry } from '../lib/yaml-nodes.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Package, packageFacts, type Scope, versionOf } from './package-facts.ts';
import { splitShortLines } from './text-lines.ts';

const fields: Readonly<Record<string, Scope>> = {
  Depends: 'product',
  Imports: 'product',
  LinkingTo: 'product',
  Suggests: 'dev',
  Enhances: 'optional',
};

/**
 * Packages of R, by the `DESCRIPTION` of a package or a project and by `renv.lock`, which is often all that there is.
 * Formats: https://cran.r-project.org/doc/manuals/R-exts.html#Package-Dependencies,
 * https://rstudio.github.io/renv/reference/lockfile-api.html
 */
export const rDependencies: Extractor = {
  name: 'r-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)(?:DESCRIPTION|renv\.lock)$/.test(path),
  extract: extractR,
};

function extractR(file: SourceFile): Extraction {
  if (file.path.endsWith('DESCRIPTION'))
    return { facts: packageFacts('cran', readDescription(file.text), file), diagnostics: [] };
  const read = readJson(file.text, { comments: false });
  if (!read.ok)
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not valid JSON: ${read.message}`, read.line)] };
  const packages = yamlEntry(read.root, 'Packages')?.value;
  const entries = packages?.kind === 'map' ? packages.entries : [];
  const found = entries.map(({ key, value }): Package => {
    const version = yamlEntry(value, 'Version')?.value;
    return {
      name: key.text,
      ...versionOf(version?.kind === 'scalar' ? version.text : undefined),
      scope: 'product',
      line: key.line,
    };
  });
  return { facts: packageFacts('cran', found, file), diagnostics: [] };
}

/** `Imports:` and the like, whose lists go on over lines that begin with a blank. */
function readDescription(text: string): readonly Package[] {
  let scope: Scope | undefined;
  return splitShortLines(text).flatMap((line, index) => {
    const [, field, inline] = /^([\w@/-]+):(.*)$/.exec(line) ?? [];
    if (field !== undefined) scope = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (scope === undefined) return [];
    const here = scope;
    return (inline ?? line).split(/,(?![^(]*\))/).flatMap((part) => {
      const [, name, version] = /^\s*([A-Za-z][\w.]*)\s*(?:\(([^)]*)\))?\s*$/.exec(part) ?? [];
      if (name === undefined || name === 'R') return [];
      return [{ name, ...versionOf(version?.trim()), scope: here, line: index + 1 }];
    });
  });
}
