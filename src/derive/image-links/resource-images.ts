import type { Fact, ResourceFact } from '../../model/fact.ts';

const imageKey = /(?:image|container_?definitions?)(?:_?(?:uri|url|name|identifier|reference))?(?:\.\d+)?$/i;

/** Longer values are not searched. */
const valueLimit = 20_000;

/** `${type.name.attribute}`, or the same alone. */
const reference = /\$\{\s*(\w+\.[\w-]+)(?:\[[^\]]*\])?\.\w+\s*\}|^(\w+\.[\w-]+)(?:\[[^\]]*\])?\.\w+$/g;

/** Resources by how expressions name them: `TYPE.NAME`. */
export type NamedResources = ReadonlyMap<string, ResourceFact>;

export function nameResources(facts: readonly Fact[]): NamedResources {
  return new Map(
    facts.flatMap((fact) => (fact.kind === 'resource' ? [[`${fact.type}.${fact.name}`, fact] as const] : [])),
  );
}

/** Words of a resource's values that may refer to an image, with what they say of other resources filled in by their names. */
export function imageWords({ attributes }: ResourceFact, named: NamedResources): readonly string[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (!imageKey.test(key) || value.length > valueLimit) return [];
    const filled = value.replace(
      reference,
      (written: string, inner = '', alone = '') => named.get(inner || alone)?.attributes.name ?? written,
    );
    return filled.split(/["'\s,\\]+/).filter((word) => word !== '' && !word.endsWith(':'));
  });
}
