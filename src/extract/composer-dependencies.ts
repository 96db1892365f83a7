import { readJson } from '../lib/json-nodes.ts';
import { type YamlNode, yamlEntry } from '../lib/yaml-nodes.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Package, packageFacts, type Scope, versionOf } from './package-facts.ts';

/**
 * Packages that a `composer.json` asks for, each at its line; the platform (`php`, `ext-json`) is none.
 * Format: https://getcomposer.org/doc/04-schema.md#package-links
 */
export const composerDependencies: Extractor = {
  name: 'composer-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)composer\.json$/.test(path),
  extract: extractComposer,
};

function extractComposer(file: SourceFile): Extraction {
  const read = readJson(file.text, { comments: false });
  if (!read.ok)
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not valid JSON: ${read.message}`, read.line)] };
  const packages = [...readGroup(read.root, 'require', 'product'), ...readGroup(read.root, 'require-dev', 'dev')];
  return { facts: packageFacts('packagist', packages, file), diagnostics: [] };
}

function readGroup(root: YamlNode, group: string, scope: Scope): readonly Package[] {
  const map = yamlEntry(root, group)?.value;
  const entries = map?.kind === 'map' ? map.entries : [];
  return entries.flatMap(({ key, value }) => {
    if (!key.text.includes('/') || value.kind !== 'scalar') return [];
    return [{ name: key.text.toLowerCase(), ...versionOf(value.text), scope, line: key.line }];
  });
}
