import { flatEntryLimit, flattenYaml } from '../lib/flatten-yaml.ts';
import { parseImage } from '../lib/image-reference.ts';
import { type YamlEntry, type YamlNode, yamlEntry } from '../lib/yaml-nodes.ts';
import type { Fact, ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations, type RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { readValues } from './helm/attributes.ts';
import { readImageMaps } from './helm/image-maps.ts';
import { readTemplatedYaml, type TemplatedYaml } from './kubernetes/templated-yaml.ts';

/** Longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const helmfileSizeLimit = 250_000;

/**
 * The releases of a file with what holds for all of them, and the environments that it knows.
 * Format: https://helmfile.readthedocs.io/en/latest/#configuration
 */
export const helmfile: Extractor = {
  name: 'helmfile',
  languages: [],
  gives: ['resource', 'image'],
  claims: isHelmfilePath,
  extract: extractHelmfile,
};

function isHelmfilePath(path: RepoPath): boolean {
  if (path.startsWith('.github/')) return false;
  return /(?:^|\/)(?:helmfile(?:[._-][^/]*)?|helmfile\.d\/[^/]+)\.ya?ml(?:\.gotmpl)?$/.test(path);
}

function extractHelmfile(file: SourceFile): Extraction {
  const refused = refuseLarge(file, helmfileSizeLimit);
  if (refused) return refused;
  const read = readTemplatedYaml(file.text, file.path.endsWith('.gotmpl'));
  const roots = read.documents.map(({ root }) => root);
  const problem = read.documents.flatMap(({ problems }) => problems)[0];
  const fault = read.isTemplate ? 'only a part of this template could be read' : 'not valid YAML';
  const faults = problem ? [diagnose(file, 'file-unparsed', `${fault}: ${problem.message}`, problem.line)] : [];
  if (problem && !read.isTemplate) return { facts: [], diagnostics: faults };
  const defaults = roots.flatMap((root) => mapAt(root, 'helmDefaults'));
  const environments = roots.flatMap((root) => mapAt(root, 'environments'));
  const releases = roots.flatMap((root) => {
    const list = yamlEntry(root, 'releases')?.value;
    return list?.kind === 'list' ? list.items : [];
  });
  const extracted = releases.map((release) => extractRelease(release, defaults, read, file));
  const facts = [
    ...environments.map((environment) => resourceFact('environment', environment.key, environment.value, read, file)),
    ...extracted.flatMap((extraction) => extraction.facts),
  ];
  return {
    facts: facts.sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: [...faults, ...extracted.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function mapAt(root: YamlNode, key: string): readonly YamlEntry[] {
  const value = yamlEntry(root, key)?.value;
  return value?.kind === 'map' ? value.entries : [];
}

function extractRelease(
  release: YamlNode,
  defaults: readonly YamlEntry[],
  read: TemplatedYaml,
  file: SourceFile,
): Extraction {
  const name = yamlEntry(release, 'name')?.value;
  if (release.kind !== 'map' || name?.kind !== 'scalar') return { facts: [], diagnostics: [] };
  const inherited = defaults.filter(({ key }) => yamlEntry(release, key.text) === undefined);
  const whole: YamlNode = { ...release, entries: [...release.entries, ...inherited] };
  const resource = resourceFact('release', name, whole, read, file);
  const disabled = resource.attributes.installed === 'false' ? { disabled: 'installed: false' } : {};
  const images = readImageMaps(release, read.isWritten).map(
    (image): ImageFact => ({
      kind: 'image',
      at: { path: file.path, line: image.line },
      role: file.role,
      ...(image.disabled === undefined ? {} : { disabled: image.disabled }),
      ...disabled,
      reference: image.reference,
      ...parseImage(image.reference),
    }),
  );
  const message = `only the first ${flatEntryLimit} values of this release were read`;
  const facts: readonly Fact[] = [{ ...resource, ...disabled }, ...images];
  const { complete } = flattenYaml(whole);
  return { facts, diagnostics: complete ? [] : [diagnose(file, 'limit-reached', message, name.line)] };
}

function resourceFact(
  type: 'environment' | 'release',
  name: YamlEntry['key'],
  value: YamlNode,
  { isWritten, written }: TemplatedYaml,
  { path, role }: SourceFile,
): ResourceFact {
  const entries = flattenYaml(value).entries.filter((entry) => entry.path !== '' && isWritten(entry.value));
  return {
    kind: 'resource',
    at: { path, line: name.line },
    role,
    tool: 'helmfile',
    type,
    name: written(name),
    attributes: readValues(entries),
  };
}
