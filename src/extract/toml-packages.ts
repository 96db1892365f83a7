import { readToml, type TomlEntry } from '../lib/toml-values.ts';
import type { DependencyFact } from '../model/fact.ts';
import type { Extraction, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import type { Scope } from './package-facts.ts';

/** A key path, `*` for the name of an extra or a group, and whom what stands there is for. */
export type Home = { readonly path: readonly string[]; scope(group: string): Scope };

/** What the keys of one package say (`version`, `git`, `optional`); `line` is that of the first. */
export type TomlPackage = {
  readonly name: string;
  readonly scope: Scope;
  readonly line: number;
  readonly about: ReadonlyMap<string, string>;
};

type Found = { readonly scope: Scope; readonly rest: readonly string[] };

/** Inline tables as the keys that they stand for. */
export function spreadTables(entries: readonly TomlEntry[]): readonly TomlEntry[] {
  return entries.flatMap(spread);
}

function spread({ path, value, line }: TomlEntry): readonly TomlEntry[] {
  if (value.kind !== 'table' || value.entries.length === 0) return [{ path, value, line }];
  return value.entries.flatMap((entry) => spread({ ...entry, path: [...path, ...entry.path] }));
}

/** The first home that a key path lies in, with the rest of the path; undefined if it lies in none. */
export function findHome(path: readonly string[], homes: readonly Home[]): Found | undefined {
  for (const home of homes) {
    const isInside = home.path.every((segment, index) => path[index] === segment || (segment === '*' && index in path));
    const group = path[home.path.indexOf('*')] ?? '';
    if (isInside) return { scope: home.scope(group), rest: path.slice(home.path.length) };
  }
  return undefined;
}

/** The packages of tables whose keys are their names. Takes entries whose inline tables are spread. */
export function collectPackages(flat: readonly TomlEntry[], homes: readonly Home[]): readonly TomlPackage[] {
  const packages = new Map<string, Omit<TomlPackage, 'about'> & { readonly about: Map<string, string> }>();
  for (const { path, value, line } of flat) {
    const home = findHome(path, homes);
    const [name, ...rest] = home?.rest ?? [];
    if (!home || name === undefined) continue;
    const key = JSON.stringify(path.slice(0, path.length - rest.length));
    const found = packages.get(key) ?? { name, scope: home.scope, line, about: new Map<string, string>() };
    packages.set(key, found);
    for (const [word, text] of describe(rest, value)) found.about.set(word, text);
  }
  return [...packages.values()];
}

/** A list holds one table for each case (by Python, by platform); its versions are told together. */
function describe(rest: readonly string[], value: TomlEntry['value']): readonly (readonly [string, string])[] {
  if (value.kind === 'text') return [[rest.join('.') || 'version', value.text]];
  if (value.kind !== 'list' || rest.length > 0) return [];
  const versions = value.items.flatMap((item) =>
    item.kind === 'table'
      ? item.entries.filter(({ path }) => path.join() === 'version').map((entry) => entry.value)
      : [],
  );
  const texts = versions.flatMap((version) => (version.kind === 'text' ? [version.text] : []));
  return texts.length === 0 ? [] : [['version', texts.join(' || ')]];
}

/** What a TOML file declares; one with a fault declares nothing. */
export function extractToml(
  file: SourceFile,
  factsOf: (entries: readonly TomlEntry[]) => readonly DependencyFact[],
): Extraction {
  const toml = readToml(file.text);
  if (toml.ok) return { facts: factsOf(toml.entries), diagnostics: [] };
  return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not valid TOML: ${toml.message}`, toml.line)] };
}
