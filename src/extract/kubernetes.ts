import { flatEntryLimit, flattenYaml } from '../lib/flatten-yaml.ts';
import { parseImage } from '../lib/image-reference.ts';
import { type YamlNode, yamlEntry } from '../lib/yaml-nodes.ts';
import type { Fact, ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations, type RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { isComposePath } from './compose/path.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { readImages } from './kubernetes/images.ts';
import { type Manifest, type ManifestFile, mayHoldManifests, readManifests } from './kubernetes/manifests.ts';
import { type ReleaseImage, readReleaseImages } from './kubernetes/release-images.ts';
import { hideSecrets } from './kubernetes/secrets.ts';
import { nameVariables } from './kubernetes/variables.ts';
import { isKustomizeVersion } from './kustomize/path.ts';

/** Longer manifests are not parsed: hostile YAML takes seconds a megabyte. */
export const manifestSizeLimit = 1_000_000;

/**
 * Objects of Kubernetes and of what speaks its language, also in templates of charts, and the images that they run.
 * Values that a template fills in are left out.
 * Format: https://kubernetes.io/docs/concepts/overview/working-with-objects/
 */
export const kubernetes: Extractor = {
  name: 'kubernetes',
  languages: [],
  gives: ['resource', 'image'],
  claims: claimsManifest,
  extract: extractManifests,
};

function claimsManifest(path: RepoPath): boolean {
  return /\.ya?ml$/.test(path) && !path.startsWith('.github/workflows/') && !isComposePath(path);
}

function extractManifests(file: SourceFile): Extraction {
  if (!mayHoldManifests(file.text)) return { facts: [], diagnostics: [] };
  const refused = refuseLarge(file, manifestSizeLimit);
  if (refused) return definesType(file.text) ? { facts: [], diagnostics: [] } : refused;
  const read = readManifests(file.text, file.isTemplate);
  const extracted = read.manifests.map((manifest) => extractManifest(manifest, read, file));
  const { problem } = read;
  const fault = read.isTemplate ? 'only a part of this template could be read' : 'not valid YAML';
  const faults = problem ? [diagnose(file, 'file-unparsed', `${fault}: ${problem.message}`, problem.line)] : [];
  return {
    facts: extracted.flatMap(({ facts }) => facts).sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: [...faults, ...extracted.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function extractManifest({ root, kind }: Manifest, read: ManifestFile, file: SourceFile): Extraction {
  if (kind.value.kind !== 'scalar' || !read.isWritten(kind.value)) return { facts: [], diagnostics: [] };
  const version = yamlEntry(root, 'apiVersion')?.value;
  // No cluster knows these: they have an extractor of their own.
  if (version?.kind === 'scalar' && isKustomizeVersion(version.text)) return { facts: [], diagnostics: [] };
  const type = kind.value.text;
  const { entries, complete } = flattenYaml(root);
  const written = entries.filter(({ value }) => read.isWritten(value));
  const seen = { role: file.role, ...disabledBy(root) };
  const resource: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line: kind.key.line },
    ...seen,
    tool: 'kubernetes',
    type,
    name: nameOf(root, read),
    attributes: nameVariables(
      hideSecrets(type, Object.fromEntries(written.map(({ path, value }) => [path, value.text]))),
    ),
  };
  const images = [
    ...readImages(written).map(({ value: { text, line } }) => imageFact({ reference: text, line }, file.path, seen)),
    ...readReleaseImages(root, read.isWritten).map((image) => imageFact(image, file.path, seen)),
  ];
  const isTold = complete || definesType(`kind: ${type}`);
  const message = `only the first ${flatEntryLimit} values of this object were read`;
  return {
    facts: [resource, ...images],
    diagnostics: isTold ? [] : [diagnose(file, 'limit-reached', message, kind.key.line)],
  };
}

/** The definition of a type is long and says nothing about what runs: what is left out of it is no loss. */
function definesType(text: string): boolean {
  return /^kind: CustomResourceDefinition\b/m.test(text);
}

type Seen = Pick<Fact, 'role' | 'disabled'>;

function imageFact({ reference, line, disabled }: ReleaseImage, path: RepoPath, seen: Seen): ImageFact {
  const off = disabled === undefined ? {} : { disabled };
  return { kind: 'image', at: { path, line }, ...off, ...seen, reference, ...parseImage(reference) };
}

/** The name as the file writes it, template actions and all; an object may have none (`generateName`). */
function nameOf(root: YamlNode, read: ManifestFile): string {
  const name = yamlEntry(yamlEntry(root, 'metadata')?.value, 'name')?.value;
  return name?.kind === 'scalar' ? read.written(name) : '';
}

function disabledBy(root: YamlNode): Pick<Fact, 'disabled'> {
  const suspend = yamlEntry(yamlEntry(root, 'spec')?.value, 'suspend')?.value;
  return suspend?.kind === 'scalar' && suspend.text === 'true' ? { disabled: 'suspend: true' } : {};
}
