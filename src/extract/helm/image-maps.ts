import type { YamlEntry, YamlNode, YamlScalar } from '../../lib/yaml-nodes.ts';
import { yamlEntry } from '../../lib/yaml-nodes.ts';

/** Maps in maps; deeper ones are not looked at. */
const depthLimit = 15;

/** Values that are looked at in one file. */
const visitLimit = 20_000;

/** An image that values name in parts or in one. */
export type ImageMap = {
  /** Where its parts stand: `backend.image`. */
  readonly path: string;
  readonly reference: string;
  readonly line: number;
  /** The part that is switched off with it: `redis.enabled: false`. */
  readonly disabled?: string;
};

type Walk = {
  readonly found: ImageMap[];
  visits: number;
  readonly isWritten: (value: YamlScalar) => boolean;
};

type Place = { readonly key: string; readonly path: string; readonly depth: number; readonly disabled?: string };

const notImage = /\s|:\/\/|\{\{|\.(?:png|jpe?g|gif|svg|webp|ico)$/i;

/** The images that values name with a tag or a digest; without one the chart chooses it. */
export function readImageMaps(root: YamlNode, isWritten: (value: YamlScalar) => boolean): readonly ImageMap[] {
  const walk: Walk = { found: [], visits: 0, isWritten };
  visit(root, { key: '', path: '', depth: 0 }, walk);
  return walk.found;
}

function visit(node: YamlNode, place: Place, walk: Walk): void {
  walk.visits += 1;
  if (walk.visits > visitLimit || place.depth > depthLimit) return;
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) visit(item, enter(place, place.key, String(index)), walk);
    return;
  }
  if (node.kind !== 'map') return;
  const inner = textAt(node, 'enabled', walk) === 'false' ? switchOff(place) : place;
  const image = readParts(node, inner, walk);
  if (image) walk.found.push(image);
  for (const { key, value } of node.entries) {
    const whole = value.kind === 'scalar' ? readWhole(node, { key, value }, inner, walk) : undefined;
    if (whole) walk.found.push(whole);
    visit(value, enter(inner, key.text, key.text), walk);
  }
}

function enter(place: Place, key: string, step: string): Place {
  return { ...place, key, path: place.path === '' ? step : `${place.path}.${step}`, depth: place.depth + 1 };
}

function switchOff(place: Place): Place {
  return { ...place, disabled: `${place.path === '' ? '' : `${place.path}.`}enabled: false` };
}

/** `image: { registry, repository, tag, digest }` */
function readParts(node: YamlNode, { key, path, disabled }: Place, walk: Walk): ImageMap | undefined {
  const isNamed = /image$/i.test(key);
  const repository = yamlEntry(node, 'repository') ?? (isNamed ? yamlEntry(node, 'name') : undefined);
  if (repository?.value.kind !== 'scalar') return undefined;
  if (!isNamed && textAt(node, 'pullPolicy', walk) === undefined) return undefined;
  const registry = textAt(node, 'registry', walk);
  const name = readText(repository.value, walk);
  if (name === undefined) return undefined;
  const full = registry === undefined ? name : `${registry}/${name}`;
  const reference = joinReference(
    full,
    textAt(node, 'tag', walk),
    textAt(node, 'digest', walk) ?? textAt(node, 'sha', walk),
  );
  return reference === undefined
    ? undefined
    : { path, reference, line: repository.value.line, ...(disabled === undefined ? {} : { disabled }) };
}

/** `image: acme/app:1`, or `image: acme/app` beside `tag: 1` */
function readWhole(
  node: YamlNode,
  { key, value }: YamlEntry,
  { path, disabled }: Place,
  walk: Walk,
): ImageMap | undefined {
  // In a list, other names are choices that something else makes.
  const isNamed = key.text === 'image' || (/[a-z]Image$/.test(key.text) && !/\.\d+(?:\.|$)/.test(path));
  if (!isNamed || value.kind !== 'scalar') return undefined;
  const name = readText(value, walk);
  if (name === undefined || notImage.test(name)) return undefined;
  const isWhole = /[^/]:[^/]+$|@/.test(name);
  const tag = key.text === 'image' ? (textAt(node, 'tag', walk) ?? textAt(node, 'imageTag', walk)) : undefined;
  const reference = isWhole ? name : joinReference(name, tag, undefined);
  const at = path === '' ? key.text : `${path}.${key.text}`;
  return reference === undefined
    ? undefined
    : { path: at, reference, line: value.line, ...(disabled === undefined ? {} : { disabled }) };
}

function joinReference(name: string, tag: string | undefined, digest: string | undefined): string | undefined {
  if (notImage.test(name) || (tag === undefined && digest === undefined)) return undefined;
  const mark = digest === undefined || digest.includes(':') ? digest : `sha256:${digest}`;
  return `${name}${tag === undefined ? '' : `:${tag}`}${mark === undefined ? '' : `@${mark}`}`;
}

function textAt(node: YamlNode, key: string, walk: Walk): string | undefined {
  const value = yamlEntry(node, key)?.value;
  return value?.kind === 'scalar' ? readText(value, walk) : undefined;
}

function readText(value: YamlScalar, { isWritten }: Walk): string | undefined {
  return value.text === '' || !isWritten(value) ? undefined : value.text;
}
