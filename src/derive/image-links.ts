import { parseImage } from '../lib/image-reference.ts';
import type { Fact, ImageFact, ResourceFact } from '../model/fact.ts';
import { readBuiltImages } from './image-links/built-images.ts';
import { type ImageName, imageName, isSameImage } from './image-links/names.ts';
import { imageWords, nameResources } from './image-links/resource-images.ts';

/**
 * Tells of every image whether a pipeline of the repository builds one of that name, and finds such images in values of
 * resources. Takes facts with activities, and the repository's own name (`owner/name`) where that is known.
 */
export function linkImages(facts: readonly Fact[], repository?: string): readonly Fact[] {
  const { references, isPartial } = readBuiltImages(facts, repository);
  const built = references.flatMap((reference) => imageName(reference) ?? []);
  if (built.length === 0) return facts;
  const isComplete = !isPartial && built.length === references.length;
  const linked = facts.map((fact) => (fact.kind === 'image' ? linkImage(fact, built, isComplete) : fact));
  return [...linked, ...findImages(linked, built)];
}

/** Where a pipeline does not tell all names, nobody knows that an image is not among them. */
function linkImage(fact: ImageFact, built: readonly ImageName[], isComplete: boolean): ImageFact {
  const name = imageName(fact.reference);
  const isBuilt = name !== undefined && built.some((one) => isSameImage(one, name));
  if (!isBuilt && (name === undefined || !isComplete)) return fact;
  return { ...fact, builtHere: isBuilt };
}

function findImages(facts: readonly Fact[], built: readonly ImageName[]): readonly ImageFact[] {
  const known = new Set(
    facts.flatMap((fact) => (fact.kind === 'image' ? [placeOf(fact.at.path, fact.repository)] : [])),
  );
  const named = nameResources(facts);
  return facts.flatMap((fact) => {
    if (fact.kind !== 'resource') return [];
    const words = [...new Set(imageWords(fact, named))].filter((word) => {
      const name = imageName(word);
      const isNew = !known.has(placeOf(fact.at.path, parseImage(word).repository));
      return name !== undefined && isNew && built.some((one) => isSameImage(one, name));
    });
    return words.map((word) => imageFact(word, fact));
  });
}

function placeOf(path: string, repository: string): string {
  return `${path} ${repository}`;
}

function imageFact(reference: string, { at, role, disabled }: ResourceFact): ImageFact {
  const off = disabled === undefined ? {} : { disabled };
  return { kind: 'image', at, role, ...off, reference, ...parseImage(reference), builtHere: true };
}
