import { flatEntryLimit, flattenYaml } from '../lib/flatten-yaml.ts';
import { parseImage } from '../lib/image-reference.ts';
import { folderOf } from '../lib/relative-path.ts';
import { parseYamlDocuments, type YamlNode, yamlEntry } from '../lib/yaml-nodes.ts';
import type { ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose, refuseBrokenYaml, refuseLarge } from './diagnose.ts';
import { readAttributes } from './kustomize/attributes.ts';
import { isKustomizePath, isKustomizeVersion } from './kustomize/path.ts';

/** Longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const kustomizeSizeLimit = 250_000;

/**
 * What a folder puts together and changes, and the tags and digests that it gives to images.
 * Format: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export const kustomize: Extractor = {
  name: 'kustomize',
  languages: [],
  gives: ['resource', 'image'],
  claims: isKustomizePath,
  extract: extractKustomization,
};

function extractKustomization(file: SourceFile): Extraction {
  const refused = refuseLarge(file, kustomizeSizeLimit);
  if (refused) return refused;
  const [document] = parseYamlDocuments(file.text);
  const broken = refuseBrokenYaml(file, document ? [document] : []);
  if (broken) return broken;
  const root = document?.root;
  const version = textAt(root, 'apiVersion');
  if (root?.kind !== 'map' || (version !== undefined && !isKustomizeVersion(version)))
    return { facts: [], diagnostics: [] };
  const { entries, complete } = flattenYaml(root);
  const resource: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line: yamlEntry(root, 'kind')?.key.line ?? root.line },
    role: file.role,
    tool: 'kustomize',
    type: textAt(root, 'kind') ?? 'Kustomization',
    name: folderOf(file.path) || '.',
    attributes: readAttributes(entries),
  };
  const images = itemsOf(yamlEntry(root, 'images')?.value).flatMap((item) => extractImage(item, file));
  const message = `only the first ${flatEntryLimit} values were read`;
  return {
    facts: [resource, ...images].sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: complete ? [] : [diagnose(file, 'limit-reached', message, resource.at.line)],
  };
}

/** An entry that only gives another name leaves the tag to what it is laid over. */
function extractImage(item: YamlNode, { path, role }: SourceFile): readonly ImageFact[] {
  const name = textAt(item, 'newName') ?? textAt(item, 'name');
  const tag = textAt(item, 'newTag');
  const digest = textAt(item, 'digest');
  const line = (yamlEntry(item, 'digest') ?? yamlEntry(item, 'newTag'))?.key.line;
  if (name === undefined || line === undefined || (tag === undefined && digest === undefined)) return [];
  const reference = `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
  return [{ kind: 'image', at: { path, line }, role, reference, ...parseImage(reference) }];
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function textAt(node: YamlNode | undefined, key: string): string | undefined {
  const value = yamlEntry(node, key)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}
