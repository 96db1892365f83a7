import type { ShellNode } from './syntax.ts';

type WordsOf = (index: number) => readonly string[];
type Body = { readonly start: number; readonly end: number; readonly name: string };

const never = /^(?:false|\[{1,2} false \]{1,2}|! true)(?: &&|$)/;
const declaration = /(?:\bfunction\s+([\w:.-]+)(?:\s*\(\s*\))?|([\w:.-]+)\s*\(\s*\))\s*$/;
/** What says a word without running it. */
const speakers = new Set(['echo', 'printf', 'type', 'unset']);

/** Whether a node never runs: behind `if false`, behind an unconditional `exit`, or in a function that nothing calls. */
export function findDead(
  nodes: readonly ShellNode[],
  text: string,
  wordsOf: WordsOf,
  guards: readonly (string | undefined)[],
): (index: number) => boolean {
  const exit = nodes.find((node, index) => isCommand(node) && node.parent === -1 && wordsOf(index)[0] === 'exit');
  const uncalled = findUncalled(nodes, text, wordsOf);
  return (index) => {
    const node = nodes[index];
    if (node === undefined) return false;
    if (exit !== undefined && node.start > exit.start) return true;
    return never.test(guards[index] ?? '') || uncalled.some((body) => isInside(node, body));
  };
}

function findUncalled(nodes: readonly ShellNode[], text: string, wordsOf: WordsOf): readonly Body[] {
  const bodies = nodes.filter(({ kind }) => kind === 'function').flatMap((node) => readBody(node, text));
  if (bodies.length === 0) return [];
  const commands = nodes.flatMap((node, index) => (isCommand(node) ? [{ node, words: wordsOf(index) }] : []));
  const outside = commands.filter(({ node }) => !bodies.some((body) => isInside(node, body)));
  // A file of nothing but functions is there for others, and a name that is made while it runs may be any of them.
  if (outside.length === 0 || commands.some(({ words }) => words[0]?.includes('$'))) return [];
  let dead = bodies;
  while (true) {
    const live = commands.filter(({ node }) => !dead.some((body) => isInside(node, body)));
    const named = new Set(live.flatMap(({ words }) => namesIn(words)));
    const rest = dead.filter(({ name }) => !named.has(name));
    if (rest.length === dead.length) return rest;
    dead = rest;
  }
}

function readBody({ start, end }: ShellNode, text: string): readonly Body[] {
  const [, first, second] = declaration.exec(text.slice(Math.max(0, start - 120), start)) ?? [];
  const name = first ?? second;
  return name === undefined ? [] : [{ start, end, name }];
}

function namesIn(words: readonly string[]): readonly string[] {
  return speakers.has(words[0] ?? '') ? [] : words.flatMap((word) => word.split(/[\s;]+/));
}

function isCommand({ kind }: ShellNode): boolean {
  return kind === 'command';
}

function isInside({ start }: ShellNode, body: Body): boolean {
  return start >= body.start && start < body.end;
}
