import { parseImage } from '../../lib/image-reference.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import type { Closure, Layer } from './layers.ts';

/** New values for a resource by key path, each with the file that gives it. */
export type Changes = ReadonlyMap<string, { readonly value: string; readonly path: string }>;

/** Facts of resources by the file that they stand in. */
export type ResourceIndex = ReadonlyMap<string, readonly ResourceFact[]>;

export function indexResources(facts: readonly Fact[]): ResourceIndex {
  const index = new Map<string, ResourceFact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'resource') continue;
    const list = index.get(fact.at.path);
    if (list) list.push(fact);
    else index.set(fact.at.path, [fact]);
  }
  return index;
}

/** What a layer and those below it change of a resource's images and replicas. The upper one wins. */
export function readChanges(
  resource: ResourceFact,
  top: Layer,
  closures: ReadonlyMap<Layer, Closure>,
  index: ResourceIndex,
): Changes {
  const below = closures.get(top)?.layers ?? [];
  const reaching = below.filter((layer) => closures.get(layer)?.paths.has(resource.at.path));
  const changes = new Map<string, { readonly value: string; readonly path: string }>();
  for (const layer of [...reaching].reverse()) {
    for (const [key, value] of [...patchedValues(resource, layer, index), ...givenValues(resource, layer)])
      changes.set(key, { value, path: layer.fact.at.path });
  }
  return changes;
}

type Value = readonly [key: string, value: string];

/** What a patch for the same object says. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/ */
function patchedValues(resource: ResourceFact, { patches }: Layer, index: ResourceIndex): readonly Value[] {
  const same = patches
    .flatMap((path) => index.get(path) ?? [])
    .filter(({ type, name }) => type === resource.type && name === resource.name);
  return same.flatMap(({ attributes }) => {
    const replicas = attributes['spec.replicas'];
    const images = containersOf(attributes).flatMap(({ name, image }) => {
      const target = containersOf(resource.attributes).find((container) => container.name === name);
      return image === undefined || target === undefined ? [] : [[`${target.path}.image`, image] as const];
    });
    return [...images, ...(replicas === undefined ? [] : [['spec.replicas', replicas] as const])];
  });
}

type Container = { readonly path: string; readonly name: string; readonly image: string | undefined };

function containersOf(attributes: Readonly<Record<string, string>>): readonly Container[] {
  return Object.entries(attributes).flatMap(([key, name]) => {
    const path = /^(.*\.(?:containers|initContainers)\.\d+)\.name$/.exec(key)?.[1];
    return path === undefined ? [] : [{ path, name, image: attributes[`${path}.image`] }];
  });
}

/** What the entries `images` and `replicas` of a layer say. */
function givenValues(resource: ResourceFact, { fact: { attributes } }: Layer): readonly Value[] {
  const given = entriesOf(attributes, 'images');
  const images = Object.entries(resource.attributes).flatMap(([key, value]) => {
    if (!/(?:^|\.)image$/.test(key)) return [];
    const { repository, tag, digest } = parseImage(value);
    const entry = given.find(({ name }) => name === repository);
    if (entry === undefined || Object.keys(entry).length === 1) return [];
    const isNewVersion = entry.newTag !== undefined || entry.digest !== undefined;
    const newTag = isNewVersion ? entry.newTag : tag;
    const newDigest = isNewVersion ? entry.digest : digest;
    const reference = `${entry.newName ?? repository}${newTag ? `:${newTag}` : ''}${newDigest ? `@${newDigest}` : ''}`;
    return [[key, reference] as const];
  });
  const replicas = entriesOf(attributes, 'replicas').find(({ name }) => name === resource.name)?.count;
  const scales = replicas !== undefined && resource.attributes['spec.replicas'] !== undefined;
  return scales ? [...images, ['spec.replicas', replicas]] : images;
}

function entriesOf(
  attributes: Readonly<Record<string, string>>,
  list: string,
): readonly Partial<Record<string, string>>[] {
  const entries: Record<string, string>[] = [];
  for (const [key, value] of Object.entries(attributes)) {
    const [head, index, field = '', ...rest] = key.split('.');
    if (head !== list || rest.length > 0) continue;
    const at = Number(index);
    entries[at] = { ...entries[at], [field]: value };
  }
  return entries.filter((entry) => entry !== undefined);
}
