import { parseImage } from '../../lib/image-reference.ts';

/** What an image is called, apart from where it is kept and which version is meant. */
export type ImageName = {
  /** The last part of its path. */
  readonly name: string;
  /** The part before it, unless that is a host. */
  readonly namespace: string | undefined;
};

/** Stands for what only a run of the pipeline knows. */
const gap = '\u0000';

/** So many letters have to be known of a name, that it tells an image. */
const knownLettersLimit = 3;

const expression = /\$\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|\$\w+|\{\{[^{}]*\}\}|<[^<>]*>/g;

/** The name in a reference, undefined where too little of it is known. */
export function imageName(reference: string): ImageName | undefined {
  const { repository } = parseImage(reference.slice(0, 500));
  const parts = repository.toLowerCase().replace(expression, gap).split('/');
  const name = parts.at(-1) ?? '';
  const before = parts.at(-2);
  const isHost =
    before === undefined || before.includes(gap) || (parts.length === 2 && /[.:]|^localhost$/.test(before));
  const namespace = isHost ? undefined : before;
  // A namespace alone tells all the images of a matrix.
  const isTold = name.replaceAll(gap, '').length >= knownLettersLimit || (name === gap && namespace !== undefined);
  return isTold ? { name, namespace } : undefined;
}

/** True if two names can mean the same image. What is not known of one may be anything; a namespace may be left out. */
export function isSameImage(built: ImageName, used: ImageName): boolean {
  if (used.name.includes(gap) && used.name !== built.name) return false;
  if (built.name === gap && used.namespace === undefined) return false;
  if (built.namespace !== undefined && used.namespace !== undefined && built.namespace !== used.namespace) return false;
  return fits(built.name.split(gap), used.name);
}

/** The pieces stand in the text one after the other, the first at its beginning and the last at its end. */
function fits(pieces: readonly string[], text: string): boolean {
  const [first = '', ...others] = pieces;
  if (!text.startsWith(first)) return false;
  const last = others.pop();
  if (last === undefined) return text === first;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
