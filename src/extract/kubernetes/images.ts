import type { FlatEntry } from '../../lib/flatten-yaml.ts';

const imagePath = /^(?:spec|template)\.(?:.+\.)?image$/;

/** An icon or an address is no reference to a container image. */
const otherImage = /\s|:\/\/|\.(?:png|jpe?g|gif|svg|webp|ico|qcow2|iso)$/i;

/** The values of an object that name a container image that it runs. */
export function readImages(entries: readonly FlatEntry[]): readonly FlatEntry[] {
  return entries.filter(
    ({ path, value }) =>
      imagePath.test(path) && value.text !== '' && value.text !== '{}' && !otherImage.test(value.text),
  );
}
