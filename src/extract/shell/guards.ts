import type { ShellNode } from './syntax.ts';

/** Characters of a guard that are kept. */
const guardLimit = 200;

/** What ends alone when it is left early. */
const scopes = new Set(['function', 'subshell', 'substitution']);

type Script = {
  readonly nodes: readonly ShellNode[];
  readonly text: string;
  readonly tests: ReadonlySet<number>;
  /** Children that decide, by the index of the construct. */
  readonly conditions: ReadonlyMap<number, ShellNode>;
  readonly lefts: ReadonlyMap<number, ShellNode>;
};

/**
 * What a script asks before each node, where the answer may skip it: the condition of the branch that it stands in, the
 * test in front of `&&`, and the opposite of what an earlier `exit 0` hangs on.
 */
export function findGuards(
  nodes: readonly ShellNode[],
  text: string,
  wordsOf: (index: number) => readonly string[],
): readonly (string | undefined)[] {
  const script = readScript(nodes, text);
  const guards: (string | undefined)[] = [];
  const ends: number[] = [];
  const exits: { readonly guard: string | undefined; readonly until: number }[] = [];
  for (const [index, node] of nodes.entries()) {
    const inner = joinGuards(guards[node.parent], ownGuard(node, script));
    const until = scopes.has(node.kind) ? node.end : (ends[node.parent] ?? text.length);
    ends.push(until);
    guards.push(inner);
    if (node.kind !== 'command') continue;
    const passed = exits
      .filter((exit) => node.start < exit.until)
      .reduce((sum, exit) => joinGuards(sum, exit.guard), inner);
    guards[index] = passed;
    if (inner !== undefined && isEarlyEnd(wordsOf(index))) exits.push({ guard: negate(inner), until });
  }
  return guards;
}

function readScript(nodes: readonly ShellNode[], text: string): Script {
  const conditions = new Map<number, ShellNode>();
  const lefts = new Map<number, ShellNode>();
  for (const node of nodes) {
    if (node.kind === 'condition' && !conditions.has(node.parent)) conditions.set(node.parent, node);
    if (node.kind === 'and-left' || node.kind === 'or-left') lefts.set(node.parent, node);
  }
  const tests = new Set(nodes.filter(({ kind }) => kind === 'test').map(({ start }) => start));
  return { nodes, text, tests, conditions, lefts };
}

function ownGuard(node: ShellNode, script: Script): string | undefined {
  const parent = script.nodes[node.parent];
  if (parent === undefined || node.kind === 'condition') return undefined;
  if (parent.kind === 'if') return node.kind === 'branch' ? undefined : conditionOf(node.parent, script);
  if (parent.kind === 'branch') return conditionOf(node.parent, script) ?? negate(conditionOf(parent.parent, script));
  if (parent.kind !== 'list') return undefined;
  const left = script.lefts.get(node.parent);
  if (left === undefined || node.start < left.end || !hasTest(left, script)) return undefined;
  return left.kind === 'and-left' ? textOf(left, script) : negate(textOf(left, script));
}

function conditionOf(index: number, script: Script): string | undefined {
  const condition = script.conditions.get(index);
  return condition && textOf(condition, script);
}

/** A test is a question; of two commands that are joined, the first is work. */
function hasTest({ start }: ShellNode, { tests }: Script): boolean {
  return tests.has(start);
}

function textOf({ start, end }: ShellNode, { text }: Script): string {
  return text.slice(start, end).trim().slice(0, guardLimit);
}

function negate(guard: string | undefined): string | undefined {
  return guard === undefined ? undefined : `! (${guard})`.slice(0, guardLimit);
}

function joinGuards(outer: string | undefined, inner: string | undefined): string | undefined {
  if (outer === undefined || inner === undefined || outer.includes(inner)) return outer ?? inner;
  return `${outer} && ${inner}`.slice(0, guardLimit);
}

function isEarlyEnd([name, status]: readonly string[]): boolean {
  return (name === 'exit' || name === 'return') && (status === undefined || status === '0');
}

/** What has to hold for a script to go on behind these commands, where one of them may have ended it well. */
export function guardAfter(
  commands: readonly { readonly words: readonly string[]; readonly guard?: string }[],
): string | undefined {
  const ends = commands.filter(({ words, guard }) => guard !== undefined && isEarlyEnd(words));
  return ends.reduce((sum: string | undefined, { guard }) => joinGuards(sum, negate(guard)), undefined);
}
