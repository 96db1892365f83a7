import type { TomlEntry } from '../lib/toml-values.ts';
import type { Extractor } from '../model/source.ts';
import { type Package, packageFacts, versionOf } from './package-facts.ts';
import { collectPackages, extractToml, type Home, spreadTables } from './toml-packages.ts';

const homes: readonly Home[] = [
  { path: ['dependencies'], scope: () => 'product' },
  { path: ['dev-dependencies'], scope: () => 'dev' },
  { path: ['build-dependencies'], scope: () => 'dev' },
  { path: ['target', '*', 'dependencies'], scope: () => 'product' },
  { path: ['target', '*', 'dev-dependencies'], scope: () => 'dev' },
  { path: ['workspace', 'dependencies'], scope: () => 'optional' },
];

/**
 * Crates that a `Cargo.toml` asks for, each at its line. Those of a workspace are there for its members that ask.
 * Format: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html
 */
export const cargoDependencies: Extractor = {
  name: 'cargo-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
  extract: (file) => extractToml(file, (entries) => packageFacts('crates', readCrates(entries), file)),
};

function readCrates(entries: readonly TomlEntry[]): readonly Package[] {
  return collectPackages(spreadTables(entries), homes).map(({ name, scope, line, about }) => ({
    name: about.get('package') ?? name,
    ...versionOf(about.get('version') ?? about.get('git')),
    scope: about.get('optional') === 'true' && scope === 'product' ? 'optional' : scope,
    line,
  }));
}
