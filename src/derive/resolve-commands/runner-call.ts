import type { Runner } from '../../model/command-words.ts';

/** What a command line asks of a runner. */
export type RunnerCall = {
  readonly runner: Runner;
  /** Scripts by their names; '' for the one that runs if none is named. */
  readonly names: readonly string[];
  readonly folder?: string;
  readonly file?: string;
  readonly packages: readonly string[];
  readonly everywhere: boolean;
  readonly arguments: readonly string[];
};

type Found = {
  names: string[];
  folder?: string;
  file?: string;
  packages: string[];
  everywhere: boolean;
  rest: string[];
};

type Start = { readonly pattern: readonly string[]; readonly runner: Runner };

/** The ways in which runners are started, by the first word. */
export type RunnerStarts = ReadonlyMap<string, readonly Start[]>;

export function indexRunners(runners: readonly Runner[]): RunnerStarts {
  const starts = new Map<string, Start[]>();
  for (const runner of runners) {
    for (const start of runner.start) {
      const pattern = start.split(' ');
      const first = pattern[0] ?? '';
      starts.set(first, [...(starts.get(first) ?? []), { pattern, runner }]);
    }
  }
  return starts;
}

/** Reads words as a call of a runner, each way in which they can be one, in the order of the runners. */
export function readRunnerCalls(words: readonly string[], starts: RunnerStarts): readonly RunnerCall[] {
  const [first = ''] = words;
  // Without a shell in front, a script is called by a path.
  const fitting = [...(starts.get(first) ?? []), ...(first.includes('/') ? (starts.get('{name}') ?? []) : [])];
  return fitting.flatMap(({ pattern, runner }) => readStart(words, pattern, runner) ?? []);
}

function readStart(words: readonly string[], pattern: readonly string[], runner: Runner): RunnerCall | undefined {
  const found: Found = { names: [], packages: [], everywhere: runner.everywhere.includes('always'), rest: [] };
  let at = 0;
  for (const [index, part] of pattern.entries()) {
    if (part === '{names}') return finish(takeNames(words, at, runner, found), runner);
    if (index > 0) at = skipOptions(words, at, part, runner, found);
    const word = words[at];
    if (word === undefined || (isPlaceholder(part) ? word.startsWith('-') : word !== part)) return undefined;
    if (part === '{name}') found.names.push(word);
    if (part === '{package}') found.packages.push(word);
    at += 1;
  }
  takeArguments(words, at, runner, found);
  if (runner.script !== undefined) found.names.push(runner.script);
  // A word that is left over belongs to another way of calling the runner.
  if (found.names.length === 0 && found.rest.some((word) => !word.startsWith('-'))) return undefined;
  return finish(found, runner);
}

function isPlaceholder(part: string): boolean {
  return part === '{name}' || part === '{package}';
}

function finish({ names, rest, ...found }: Found, runner: Runner): RunnerCall {
  const split = runner.split;
  const all = split === undefined ? names : names.flatMap((name) => name.split(split));
  return { runner, names: all.length === 0 ? [''] : all, ...found, arguments: rest };
}

/** Passes options in front of a word of the pattern, which may itself look like one. */
function skipOptions(words: readonly string[], from: number, stop: string, runner: Runner, found: Found): number {
  let at = from;
  while (words[at]?.startsWith('-') && words[at] !== stop && words[at] !== '--')
    at = takeOption(words, at, runner, found);
  return words[at] === '--' && stop !== '--' ? at + 1 : at;
}

/** Everything is a name that is neither an option nor a variable. */
function takeNames(words: readonly string[], from: number, runner: Runner, found: Found): Found {
  let at = from;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--') {
      found.rest.push(...words.slice(at + 1));
      return found;
    }
    if (/^[-+]/.test(word)) {
      at = takeOption(words, at, runner, found);
      continue;
    }
    if (/^[\w.-]+=/.test(word)) found.rest.push(word);
    else found.names.push(word);
    at += 1;
  }
  return found;
}

/** What follows a name: the runner's own options, and arguments for the script. */
function takeArguments(words: readonly string[], from: number, runner: Runner, found: Found): void {
  let at = from;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--') {
      found.rest.push(...words.slice(at + 1));
      return;
    }
    const isOwn = [...runner.folder, ...runner.file, ...runner.package, ...runner.everywhere].includes(
      word.split('=')[0] ?? '',
    );
    if (!isOwn) found.rest.push(word);
    at = isOwn ? takeOption(words, at, runner, found) : at + 1;
  }
}

/** Notes what an option says, and gives the place behind it and its value. */
function takeOption(words: readonly string[], at: number, runner: Runner, found: Found): number {
  const word = words[at] ?? '';
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  const option = equals === -1 ? word : word.slice(0, equals);
  const attached = equals === -1 ? readAttached(word, runner) : word.slice(equals + 1);
  const name = attached !== undefined && equals === -1 ? word.slice(0, 2) : option;
  if (runner.everywhere.includes(name)) found.everywhere = true;
  const takesValue = [runner.folder, runner.file, runner.package, runner.valued].some((list) => list.includes(name));
  if (!takesValue) return at + 1;
  const value = attached ?? words[at + 1] ?? '';
  if (runner.folder.includes(name)) found.folder = value;
  if (runner.file.includes(name)) found.file = value;
  if (runner.package.includes(name)) found.packages.push(value);
  return attached === undefined ? at + 2 : at + 1;
}

/** `-Cdir` */
function readAttached(word: string, { folder, file }: Runner): string | undefined {
  const short = word.slice(0, 2);
  const isKnown = !word.startsWith('--') && word.length > 2 && [...folder, ...file].includes(short);
  return isKnown ? word.slice(2) : undefined;
}
