const word = '[\\p{L}_$@#][\\p{L}\\p{N}_$]*';
/** Methods of Ruby may end in a mark. */
const identifier = `${word}[?!]?`;
const wholePath = new RegExp(`^${identifier}(?:(?:\\.|::)${identifier})*$`, 'u');
const typeName = new RegExp(`^${word}(?:\\.${word})*`, 'u');
const lastName = new RegExp(`(?:\\.|::)(${identifier})$`, 'u');

/** The longest path that is kept whole; a longer one keeps its last name. */
export const pathLengthLimit = 240;

/** The longest piece of source that is looked at for a path. */
const sourceLimit = 1000;

/**
 * The names of an expression (`os.environ['X'].get` → `os.environ.get`), joined to what stands before it. `?` stands
 * for a receiver that is no path of names; an expression that ends in no name gives ''.
 */
export function joinPath(before: string, source: string, noise: RegExp): string {
  const rest = tidyPath(source.length > sourceLimit ? source.slice(-sourceLimit / 5) : source, noise);
  const whole = source.length > sourceLimit ? `?${rest}` : joinNames(before, rest);
  if (whole.length <= pathLengthLimit && wholePath.test(whole)) return whole;
  const last = lastName.exec(whole)?.[1];
  return last === undefined ? '' : `?.${last}`;
}

/** `before` is a path or '', `rest` goes on behind it with its own `.`. */
export function joinNames(before: string, rest: string): string {
  if (rest === '') return before;
  if (before === '') return rest;
  return /^(?:\.|::)/.test(rest) ? `${before}${rest}` : `${before}.${rest}`;
}

function tidyPath(source: string, noise: RegExp): string {
  let text = source;
  // From the inside out; deeper ones than these hold no name that a rule could ask for.
  for (let depth = 0; depth < 3; depth += 1)
    text = text.replace(/\[(?:"[^"]*"|'[^']*'|[^[\]"'])*\]/g, '').replace(noise, '');
  return text
    .replace(/^([\p{L}\p{N}_$@#.:\s]*)\)+/u, '$1')
    .replace(/\s*(\.|::)\s*/g, '$1')
    .trim()
    .replace(/(?:\?|&|->)(?=\.)/g, '');
}

/** The first name of a path and the rest with its own `.`. */
export function splitHead(path: string): readonly [head: string, rest: string] {
  const end = path.search(/\.|::/);
  return end === -1 ? [path, ''] : [path.slice(0, end), path.slice(end)];
}

const typeWrapper = /^(?:typing\.)?(?:Optional|Annotated|Final|ClassVar|Mapped|Promise|Readonly|Nullable)\s*[[<]/;

/** The path at the head of a type (`Optional[openai.Client]`, `*openai.Client`, `Promise<Foo>`), '' if it tells nothing. */
export function typePath(text: string): string {
  let type = text.slice(0, sourceLimit);
  for (let depth = 0; depth < 3; depth += 1) type = type.replace(/^[\s:*&?'"[\]]+/, '').replace(typeWrapper, '');
  const path = typeName.exec(type)?.[0] ?? '';
  // Names in lower case are those of the language itself: int, string, any.
  return /^(?:[\p{Ll}_][^.]*|Any|Object)$/u.test(path) ? '' : path;
}
