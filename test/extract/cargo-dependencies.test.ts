import { expect, it } from 'vitest';
import { cargoDependencies } from '../../src/extract/cargo-dependencies.ts';
import { packagesOf } from '../support/packages.ts';
import { sourceFile, tools } from '../support/tools.ts';

it('gives the crates of a package and of its workspace', () => {
  const text = `[package]
name = "answers"
[dependencies]
serde = { version = "1", features = ["derive"] }
tokio = "1.40"
renamed = { package = "real", version = "2" }
gpu = { git = "https://host/gpu", optional = true }
shared.workspace = true
[dependencies.table]
version = "3"
[dev-dependencies]
criterion = "0.5"
[build-dependencies]
cc = "1"
[target.'cfg(unix)'.dependencies]
nix = "0.29"
[workspace.dependencies]
shared = "4"
`;

  expect(packagesOf(cargoDependencies, 'Cargo.toml', text)).toEqual([
    ['crates', 'serde', '1', 'product', 4],
    ['crates', 'tokio', '1.40', 'product', 5],
    ['crates', 'real', '2', 'product', 6],
    ['crates', 'gpu', 'https://host/gpu', 'optional', 7],
    ['crates', 'shared', undefined, 'product', 8],
    ['crates', 'table', '3', 'product', 10],
    ['crates', 'criterion', '0.5', 'dev', 12],
    ['crates', 'cc', '1', 'dev', 14],
    ['crates', 'nix', '0.29', 'product', 16],
    ['crates', 'shared', '4', 'optional', 18],
  ]);
});

it('tells of a fault', () => {
  expect(cargoDependencies.extract(sourceFile('Cargo.toml', '[a]\nb = ]'), tools)).toMatchObject({
    facts: [],
    diagnostics: [{ code: 'file-unparsed', at: { line: 2 } }],
  });
});
