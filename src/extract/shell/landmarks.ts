import type { ShellNode } from './syntax.ts';

/** Starts of things in a script, ascending. */
type Places = readonly number[];

export type Range = { readonly start: number; readonly end: number };

/** What decides whether a failure goes on. */
export type Landmarks = {
  /** `exit 1`, `return $x`, `false`. */
  readonly failures: Places;
  /** Commands that may fail themselves, where they stand in for one that has failed. */
  readonly fallible: Places;
  readonly assignments: Places;
  /** `$?` */
  readonly statuses: Places;
  readonly pipeStatuses: Places;
  /** `wait` for one job, which hands on its status. */
  readonly waits: Places;
  readonly statements: readonly ShellNode[];
  /** Later branches of an `if`, by its index. */
  readonly branches: ReadonlyMap<number, Places>;
};

const statementKinds = new Set([
  'command',
  'assignment',
  'declaration',
  'test',
  'list',
  'if',
  'case',
  'loop',
  'pipeline',
  'background',
]);
const infallible = new Set(['true', ':', 'echo', 'printf', 'tee', 'sleep', 'break', 'continue']);

export function isStatement(node: ShellNode): boolean {
  return statementKinds.has(node.kind);
}

/** Looks the landmarks up once, so that judging a command takes no walk through the script. */
export function findLandmarks(
  nodes: readonly ShellNode[],
  text: string,
  wordsOf: (index: number) => readonly string[],
): Landmarks {
  const startsOf = (isWanted: (node: ShellNode, words: readonly string[]) => boolean): Places =>
    nodes
      .filter((node, index) => isWanted(node, node.kind === 'command' ? wordsOf(index) : []))
      .map(({ start }) => start);
  const positionsOf = (pattern: RegExp): Places => [...text.matchAll(pattern)].map(({ index }) => index);
  const branches = new Map<number, number[]>();
  for (const { kind, parent, start } of nodes) {
    if (kind !== 'branch') continue;
    const starts = branches.get(parent) ?? [];
    starts.push(start);
    branches.set(parent, starts);
  }
  return {
    failures: startsOf((node, words) => node.kind === 'command' && isFailure(words)),
    fallible: startsOf((node, words) => node.kind === 'test' || (node.kind === 'command' && isFallible(words))),
    assignments: startsOf((node) => node.kind === 'assignment'),
    statuses: positionsOf(/\$\?/g),
    pipeStatuses: positionsOf(/PIPESTATUS/g),
    waits: startsOf((_, [name, job]) => name === 'wait' && job !== undefined),
    statements: nodes.filter(isStatement),
    branches,
  };
}

function isFailure([name, status]: readonly string[]): boolean {
  return name === 'false' || ((name === 'exit' || name === 'return') && status !== '0');
}

function isFallible([name, status]: readonly string[]): boolean {
  if (name === undefined) return false;
  return !infallible.has(name) && !((name === 'exit' || name === 'return') && status === '0');
}

/** The first of the places at an offset or behind it. */
export function nextPlace(places: Places, offset: number): number | undefined {
  return places[lowerBound(places.length, (index) => (places[index] ?? 0) >= offset)];
}

/** Whether one of the places lies in a range. */
export function hasPlace(places: Places, { start, end }: Range): boolean {
  return (nextPlace(places, start) ?? end) < end;
}

/** The first statement that starts at an offset or behind it. */
export function nextStatement({ statements }: Landmarks, offset: number): ShellNode | undefined {
  return statements[lowerBound(statements.length, (index) => (statements[index]?.start ?? 0) >= offset)];
}

function lowerBound(length: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
