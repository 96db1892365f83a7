import { withoutCredentials } from '../../lib/secret-names.ts';
import type { TomlEntry } from '../../lib/toml-values.ts';
import { normaliseName, type Requirement, readRequirement } from './requirement.ts';
import { extraScope, groupScope, type Scope } from './scope.ts';

export type Dependency = Requirement & { readonly scope: Scope; readonly line: number };

/** A key path, `*` for the name of an extra or a group, and whom what stands there is for. */
type Home = { readonly path: readonly string[]; scope(group: string): Scope };

/** Lists of requirements. */
const lists: readonly Home[] = [
  { path: ['project', 'dependencies'], scope: () => 'product' },
  { path: ['project', 'optional-dependencies', '*'], scope: extraScope },
  { path: ['dependency-groups', '*'], scope: groupScope },
  { path: ['tool', 'uv', 'dev-dependencies'], scope: () => 'dev' },
  { path: ['tool', 'pdm', 'dev-dependencies', '*'], scope: groupScope },
];

/** Tables whose keys are packages. */
const tables: readonly Home[] = [
  { path: ['tool', 'poetry', 'dependencies'], scope: () => 'product' },
  { path: ['tool', 'poetry', 'dev-dependencies'], scope: () => 'dev' },
  { path: ['tool', 'poetry', 'group', '*', 'dependencies'], scope: groupScope },
];

const pipfileTables: readonly Home[] = [
  { path: ['packages'], scope: () => 'product' },
  { path: ['dev-packages'], scope: () => 'dev' },
];

/**
 * The dependencies that a `pyproject.toml` declares, by the standards and by the tools that came before them.
 * Formats: https://packaging.python.org/en/latest/specifications/pyproject-toml/,
 * https://packaging.python.org/en/latest/specifications/dependency-groups/, https://python-poetry.org/docs/pyproject/
 */
export function readPyproject(entries: readonly TomlEntry[]): readonly Dependency[] {
  const flat = entries.flatMap(spread);
  return [...flat.flatMap(readList), ...readTables(flat, tables)];
}

/** The packages of a `Pipfile`. Format: https://pipenv.pypa.io/en/latest/pipfile.html */
export function readPipfile(entries: readonly TomlEntry[]): readonly Dependency[] {
  return readTables(entries.flatMap(spread), pipfileTables);
}

/** An inline table as the keys that it stands for. */
function spread({ path, value, line }: TomlEntry): readonly TomlEntry[] {
  if (value.kind !== 'table' || value.entries.length === 0) return [{ path, value, line }];
  return value.entries.flatMap((entry) => spread({ ...entry, path: [...path, ...entry.path] }));
}

type Found = { readonly scope: Scope; readonly rest: readonly string[] };

function findHome(path: readonly string[], homes: readonly Home[]): Found | undefined {
  for (const home of homes) {
    const isInside = home.path.every((segment, index) => path[index] === segment || (segment === '*' && index in path));
    const group = path[home.path.indexOf('*')] ?? '';
    if (isInside) return { scope: home.scope(group), rest: path.slice(home.path.length) };
  }
  return undefined;
}

function readList({ path, value }: TomlEntry): readonly Dependency[] {
  const home = findHome(path, lists);
  if (!home || home.rest.length > 0 || value.kind !== 'list') return [];
  return value.items.flatMap((item) => {
    const requirement = item.kind === 'text' ? readRequirement(item.text) : undefined;
    return requirement ? [{ ...requirement, scope: home.scope, line: item.line }] : [];
  });
}

/** What the keys of one package say: `version`, `git`, `optional`. */
type Package = { readonly scope: Scope; readonly line: number; readonly about: Map<string, string> };

function readTables(flat: readonly TomlEntry[], homes: readonly Home[]): readonly Dependency[] {
  const packages = new Map<string, Package>();
  for (const { path, value, line } of flat) {
    const home = findHome(path, homes);
    const [name, ...rest] = home?.rest ?? [];
    if (!home || name === undefined || normaliseName(name) === 'python') continue;
    const key = JSON.stringify(path.slice(0, path.length - rest.length));
    const found = packages.get(key) ?? { scope: home.scope, line, about: new Map([['name', name]]) };
    packages.set(key, found);
    for (const [word, text] of describe(rest, value)) found.about.set(word, text);
  }
  return [...packages.values()].map(readPackage);
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

function readPackage({ scope, line, about }: Package): Dependency {
  const version = about.get('version') ?? about.get('git') ?? about.get('url');
  return {
    name: normaliseName(about.get('name') ?? ''),
    ...(version === undefined ? {} : { version: withoutCredentials(version) }),
    scope: about.get('optional') === 'true' && scope === 'product' ? 'optional' : scope,
    line,
  };
}
