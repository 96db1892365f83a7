import type { Fact, ImageFact, ResourceFact } from '../model/fact.ts';
import { type Changes, indexResources, readChanges } from './kustomize/changes.ts';
import { isForProduction, type Layer, readClosures, readLayers, topLayers } from './kustomize/layers.ts';

/**
 * Puts on resources what the layers of Kustomize above them change of images and replicas, if there is one way to deploy
 * them or one to production, and switches images off that every way replaces by others.
 */
export function resolveKustomize(facts: readonly Fact[]): readonly Fact[] {
  const layers = readLayers(facts);
  if (layers.size === 0) return facts;
  const index = indexResources(facts);
  const closures = readClosures(layers);
  const tops = topLayers(layers);
  const changesOf = new Map<ResourceFact, readonly Changes[]>();
  for (const [path, resources] of index) {
    const deploying = chooseWays(tops.filter((top) => closures.get(top)?.paths.has(path)));
    for (const resource of resources)
      changesOf.set(
        resource,
        deploying.map((top) => readChanges(resource, top, closures, index)),
      );
  }
  return facts.map((fact) => {
    if (fact.kind === 'resource') return changeResource(fact, changesOf.get(fact) ?? []);
    return fact.kind === 'image' ? replaceImage(fact, index.get(fact.at.path) ?? [], changesOf) : fact;
  });
}

function chooseWays(tops: readonly Layer[]): readonly Layer[] {
  const production = tops.filter(isForProduction);
  return production.length > 0 ? production : tops;
}

function changeResource(fact: ResourceFact, ways: readonly Changes[]): ResourceFact {
  const [changes, ...others] = ways;
  if (!changes || others.length > 0 || changes.size === 0) return fact;
  const values = [...changes].map(([key, { value }]) => [key, value] as const);
  return { ...fact, attributes: { ...fact.attributes, ...Object.fromEntries(values) } };
}

/** An image that is deployed only under another tag or name is told where that is written. */
function replaceImage(
  fact: ImageFact,
  resources: readonly ResourceFact[],
  changesOf: ReadonlyMap<ResourceFact, readonly Changes[]>,
): ImageFact {
  const uses = resources.flatMap((resource) =>
    Object.entries(resource.attributes)
      .filter(([key, value]) => value === fact.reference && /(?:^|\.)image$/.test(key))
      .flatMap(([key]) => (changesOf.get(resource) ?? []).map((changes) => changes.get(key))),
  );
  const [first] = uses;
  if (!first || uses.some((change) => change === undefined || change.value === fact.reference)) return fact;
  return { ...fact, disabled: `replaced in ${first.path}` };
}
