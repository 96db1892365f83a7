import { flattenYaml } from '../../lib/flatten-yaml.ts';
import { parseYamlDocuments, type YamlNode, type YamlScalar, yamlEntry } from '../../lib/yaml-nodes.ts';
import { readImageMaps } from '../helm/image-maps.ts';

/** An image that an object does not run itself: it hands it on to what it deploys. */
export type ReleaseImage = { readonly reference: string; readonly line: number; readonly disabled?: string };

/** The longest values in a text that are read, in characters. */
export const innerValuesLimit = 100_000;

/**
 * Images in the values and in the overrides of tags that an object brings for charts and overlays, as controllers that
 * deploy from a repository take them.
 */
export function readReleaseImages(root: YamlNode, isWritten: (value: YamlScalar) => boolean): readonly ReleaseImage[] {
  const spec = yamlEntry(root, 'spec')?.value;
  if (spec === undefined) return [];
  const sources = [...nodesAt(spec, 'source'), ...itemsAt(spec, 'sources'), ...templateSources(spec)];
  const charts = sources.flatMap((source) => nodesAt(source, 'helm'));
  const values = [...nodesAt(spec, 'values'), ...charts.flatMap((chart) => nodesAt(chart, 'valuesObject'))];
  const overrides = sources
    .flatMap((source) => nodesAt(source, 'kustomize'))
    .flatMap((part) => itemsAt(part, 'images'));
  return [
    ...values.filter(({ kind }) => kind === 'map').flatMap((node) => readImageMaps(node, isWritten)),
    ...charts.flatMap((chart) => nodesAt(chart, 'values')).flatMap((text) => readInner(text, isWritten)),
    ...overrides.flatMap((text) => readOverride(text, isWritten)),
    ...itemsAt(spec, 'images').flatMap((item) => readEntry(item, isWritten)),
  ];
}

/** What a set of objects is made of. */
function templateSources(spec: YamlNode): readonly YamlNode[] {
  const inner = nodesAt(spec, 'template').flatMap((template) => nodesAt(template, 'spec'));
  return inner.flatMap((node) => [...nodesAt(node, 'source'), ...itemsAt(node, 'sources')]);
}

/** Values that stand as a text of their own in a block of lines. */
function readInner(node: YamlNode, isWritten: (value: YamlScalar) => boolean): readonly ReleaseImage[] {
  if (node.kind !== 'scalar' || !isWritten(node) || node.text.length > innerValuesLimit) return [];
  const [document] = parseYamlDocuments(node.text);
  if (!document || document.problems.length > 0) return [];
  return readImageMaps(document.root, () => true).map((image) => ({ ...image, line: node.line + image.line }));
}

/** `acme/answers:7`, or `answers=acme/answers:7` for the name that manifests use. */
function readOverride(node: YamlNode, isWritten: (value: YamlScalar) => boolean): readonly ReleaseImage[] {
  if (node.kind !== 'scalar' || !isWritten(node) || !/[:@]/.test(node.text)) return [];
  return [{ reference: node.text.slice(node.text.indexOf('=') + 1), line: node.line }];
}

/** `{ name, newName, newTag, digest }` */
function readEntry(node: YamlNode, isWritten: (value: YamlScalar) => boolean): readonly ReleaseImage[] {
  const written = flattenYaml(node).entries.filter(({ value }) => isWritten(value));
  const texts = new Map(written.map(({ path, value }) => [path, value]));
  const name = texts.get('newName') ?? texts.get('name');
  const tag = texts.get('newTag');
  const digest = texts.get('digest');
  const version = digest ?? tag;
  if (name === undefined || version === undefined) return [];
  const reference = `${name.text}${tag ? `:${tag.text}` : ''}${digest ? `@${digest.text}` : ''}`;
  return [{ reference, line: version.line }];
}

function nodesAt(node: YamlNode, key: string): readonly YamlNode[] {
  const value = yamlEntry(node, key)?.value;
  return value ? [value] : [];
}

function itemsAt(node: YamlNode, key: string): readonly YamlNode[] {
  return nodesAt(node, key).flatMap((list) => (list.kind === 'list' ? list.items : []));
}
