/** A prefix that only starts another command. */
type Wrapper = {
  /** Words to find; `*` stands for any one word and may end a word. */
  readonly words: readonly string[];
  /** Options that take the next word as their value. */
  readonly valued: ReadonlySet<string>;
};

/** What `unwrap` needs of the entries of rules/data/commands.yml, which describes their notation. */
export type Wrappers = { readonly prefixes: readonly Wrapper[]; readonly folders: readonly string[] };

/** Reads the entries of rules/data/commands.yml. */
export function parseWrappers(entries: readonly string[]): Wrappers {
  const folders = entries.filter((entry) => entry.endsWith('/'));
  const prefixes = entries.filter((entry) => !entry.endsWith('/')).map(parseWrapper);
  return { prefixes, folders };
}

function parseWrapper(entry: string): Wrapper {
  const tokens = entry.split(' ');
  const isValued = (token: string) => token.startsWith('-') && token.endsWith('=');
  const valued = tokens.filter(isValued).map((token) => token.slice(0, -1));
  return { words: tokens.filter((token) => !isValued(token)), valued: new Set(valued) };
}

/** Takes wrappers, their options and variables off the front, as long as a command is left. Gives how many words go. */
export function countWrapped(words: readonly string[], wrappers: Wrappers): number {
  let count = 0;
  while (true) {
    const rest = [stripFolder(words[count] ?? '', wrappers), ...words.slice(count + 1)];
    const lengths = wrappers.prefixes.map((wrapper) => matchWrapper(rest, wrapper));
    const length = lengths.find((found) => found > 0 && found < rest.length);
    if (length === undefined) return count;
    count += length;
  }
}

/** The name of a program in a folder of programs; any other word as it is. */
export function stripFolder(word: string, { folders }: Wrappers): string {
  const folder = folders.find((entry) => isFolderOf(word.slice(0, word.lastIndexOf('/') + 1), entry));
  const name = word.slice(word.lastIndexOf('/') + 1);
  return folder === undefined || name === '' ? word : name;
}

/** `/usr/bin/` stands alone, `.venv/bin/` in any folder too, and `*env/bin/` ends the folder's path. */
function isFolderOf(folder: string, entry: string): boolean {
  if (entry.startsWith('*')) return folder.endsWith(entry.slice(1));
  return folder === entry || (!entry.startsWith('/') && folder.endsWith(`/${entry}`));
}

/** How many words the wrapper covers with its options and the variables that it sets; 0 if it does not match. */
function matchWrapper(words: readonly string[], { words: expected, valued }: Wrapper): number {
  let at = 0;
  for (const [index, pattern] of expected.entries()) {
    if (index > 0) at = skipOptions(words, at, valued, pattern);
    const word = words[at];
    if (word === undefined || !isMatch(word, pattern)) return 0;
    at += 1;
  }
  at = skipOptions(words, at, valued, undefined);
  while (/^\w+=/.test(words[at] ?? '')) at += 1;
  return at;
}

function isMatch(word: string, pattern: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

function skipOptions(
  words: readonly string[],
  from: number,
  valued: ReadonlySet<string>,
  stop: string | undefined,
): number {
  let at = from;
  while (words[at]?.startsWith('-') && words[at] !== stop) {
    const option = words[at] ?? '';
    at += valued.has(option) ? 2 : 1;
    if (option === '--') return at;
  }
  return at;
}
