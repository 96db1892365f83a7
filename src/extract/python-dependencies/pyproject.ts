import { withoutCredentials } from '../../lib/secret-names.ts';
import type { TomlEntry } from '../../lib/toml-values.ts';
import type { Package } from '../package-facts.ts';
import { collectPackages, findHome, type Home, spreadTables, type TomlPackage } from '../toml-packages.ts';
import { normaliseName, readRequirement } from './requirement.ts';
import { extraScope, groupScope } from './scope.ts';

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
export function readPyproject(entries: readonly TomlEntry[]): readonly Package[] {
  const flat = spreadTables(entries);
  return [...flat.flatMap(readList), ...readTables(flat, tables)];
}

/** The packages of a `Pipfile`. Format: https://pipenv.pypa.io/en/latest/pipfile.html */
export function readPipfile(entries: readonly TomlEntry[]): readonly Package[] {
  return readTables(spreadTables(entries), pipfileTables);
}

function readList({ path, value }: TomlEntry): readonly Package[] {
  const home = findHome(path, lists);
  if (!home || home.rest.length > 0 || value.kind !== 'list') return [];
  return value.items.flatMap((item) => {
    const requirement = item.kind === 'text' ? readRequirement(item.text) : undefined;
    return requirement ? [{ ...requirement, scope: home.scope, line: item.line }] : [];
  });
}

function readTables(flat: readonly TomlEntry[], homes: readonly Home[]): readonly Package[] {
  return collectPackages(flat, homes)
    .filter(({ name }) => normaliseName(name) !== 'python')
    .map(readPackage);
}

function readPackage({ name, scope, line, about }: TomlPackage): Package {
  const version = about.get('version') ?? about.get('git') ?? about.get('url');
  return {
    name: normaliseName(name),
    ...(version === undefined ? {} : { version: withoutCredentials(version) }),
    scope: about.get('optional') === 'true' && scope === 'product' ? 'optional' : scope,
    line,
  };
}
