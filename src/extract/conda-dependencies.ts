import type { TomlEntry } from '../lib/toml-values.ts';
import { parseYamlDocuments, type YamlNode, yamlEntry } from '../lib/yaml-nodes.ts';
import type { DependencyFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Package, packageFacts, type Scope, versionOf } from './package-facts.ts';
import { normaliseName, readRequirement } from './python-dependencies/requirement.ts';
import { groupScope, hasDevName } from './python-dependencies/scope.ts';
import { collectPackages, extractToml, type Home, spreadTables } from './toml-packages.ts';

/** Characters; longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const environmentSizeLimit = 250_000;

const environmentPath = /(?:^|\/)(?:[^/]*[._-])?(?:environment|conda)(?:[._-][^/]*)?\.ya?ml$/i;

/**
 * Packages of conda environments (`environment.yml`) and of `pixi.toml`, with those that `pip` brings into them.
 * Formats: https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html,
 * https://pixi.sh/latest/reference/pixi_manifest/
 */
export const condaDependencies: Extractor = {
  name: 'conda-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => environmentPath.test(path) || /(?:^|\/)(?:pixi|pyproject)\.toml$/.test(path),
  extract: extractConda,
};

function extractConda(file: SourceFile): Extraction {
  if (file.path.endsWith('pixi.toml')) return extractToml(file, (entries) => readPixi(entries, file));
  if (!file.path.endsWith('.toml')) return extractEnvironment(file);
  if (!/\bpixi\b/.test(file.text)) return { facts: [], diagnostics: [] };
  const { facts } = extractToml(file, (entries) => readPixi(belowTool(entries), file));
  // What is wrong with the file is told by who reads the rest of it.
  return { facts, diagnostics: [] };
}

function extractEnvironment(file: SourceFile): Extraction {
  if (!/^["']?dependencies["']?[ \t]*:/m.test(file.text) || file.text.length > environmentSizeLimit)
    return { facts: [], diagnostics: [] };
  const [document] = parseYamlDocuments(file.text);
  const [problem] = document?.problems ?? [];
  if (problem) {
    const message = `not valid YAML: ${problem.message}`;
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', message, problem.line)] };
  }
  const scope: Scope = hasDevName(file.path.slice(file.path.lastIndexOf('/') + 1)) ? 'dev' : 'product';
  const items = itemsOf(yamlEntry(document?.root, 'dependencies')?.value);
  const conda = items.flatMap((item) => readItem(item, readMatch, scope));
  const pip = items.flatMap((item) => itemsOf(yamlEntry(item, 'pip')?.value));
  const pypi = pip.flatMap((item) => readItem(item, readRequirement, scope));
  return { facts: inOrder([packageFacts('conda', conda, file), packageFacts('pypi', pypi, file)]), diagnostics: [] };
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

type Read = (text: string) => Pick<Package, 'name' | 'version'> | undefined;

function readItem(node: YamlNode, read: Read, scope: Scope): readonly Package[] {
  const found = node.kind === 'scalar' ? read(node.text) : undefined;
  return found ? [{ ...found, scope, line: node.line }] : [];
}

/** `channel::name=version=build`, `name >=1,<2`, `name[version='>=1']`; the interpreter is no package. */
function readMatch(text: string): Pick<Package, 'name' | 'version'> | undefined {
  const [, name = '', rest = ''] = /^(?:[^\s:]+::)?([A-Za-z0-9_][\w.-]*)\s*(.*)$/.exec(text.trim().slice(0, 300)) ?? [];
  if (name === '' || /^(?:python|pip|r-base)$/i.test(name)) return undefined;
  const bracketed = /^\[.*\bversion\s*=\s*['"]?([^'",\]]+)/.exec(rest)?.[1];
  const version = bracketed ?? /^={1,2}\s*([^\s=[]+)/.exec(rest)?.[1] ?? /^([<>!~][^\s[]*)/.exec(rest)?.[1];
  return { name: normaliseName(name), ...versionOf(version) };
}

const condaHomes: readonly Home[] = [
  { path: ['dependencies'], scope: () => 'product' },
  { path: ['host-dependencies'], scope: () => 'product' },
  { path: ['build-dependencies'], scope: () => 'dev' },
  { path: ['feature', '*', 'dependencies'], scope: groupScope },
  { path: ['target', '*', 'dependencies'], scope: () => 'product' },
];

const pypiHomes: readonly Home[] = [
  { path: ['pypi-dependencies'], scope: () => 'product' },
  { path: ['feature', '*', 'pypi-dependencies'], scope: groupScope },
];

function readPixi(entries: readonly TomlEntry[], file: SourceFile): readonly DependencyFact[] {
  const flat = spreadTables(entries);
  return inOrder([
    packageFacts('conda', readHomes(flat, condaHomes), file),
    packageFacts('pypi', readHomes(flat, pypiHomes), file),
  ]);
}

function readHomes(flat: readonly TomlEntry[], homes: readonly Home[]): readonly Package[] {
  return collectPackages(flat, homes)
    .filter(({ name }) => !/^(?:python|pip)$/i.test(name))
    .map(({ name, scope, line, about }) => ({
      name: normaliseName(name),
      ...versionOf(about.get('version')),
      scope,
      line,
    }));
}

function belowTool(entries: readonly TomlEntry[]): readonly TomlEntry[] {
  return entries.flatMap((entry) => {
    const [tool, name, ...path] = entry.path;
    return tool === 'tool' && name === 'pixi' ? [{ ...entry, path }] : [];
  });
}

function inOrder(parts: readonly (readonly DependencyFact[])[]): readonly DependencyFact[] {
  return parts.flat().sort((a, b) => compareLocations(a.at, b.at));
}
