import {
  findLandmarks,
  hasPlace,
  isStatement,
  type Landmarks,
  nextPlace,
  nextStatement,
  type Range,
} from './landmarks.ts';
import { applyOptions, type Modes } from './modes.ts';
import type { ShellNode } from './syntax.ts';

/** What a command inherits from the constructs that it stands in. */
export type Standing = {
  /** Its failure fails nothing. */
  readonly tolerant: boolean;
  /** Its output runs into another command. */
  readonly piped: boolean;
  /** It is text that a command is fed. */
  readonly hidden: boolean;
  /** Something runs after it, so that its status is not the script's. */
  readonly followed: boolean;
  readonly negated: boolean;
  /** What takes its failure over: the right side of `||`. */
  readonly fallback?: Range;
  /** What is run according to its status, where it is a condition. */
  readonly asked?: { readonly ifFails: Range; readonly ifSucceeds: Range };
};

type Script = {
  readonly nodes: readonly ShellNode[];
  readonly wordsOf: (index: number) => readonly string[];
  readonly marks: Landmarks;
};

const outermost: Standing = { tolerant: false, piped: false, hidden: false, followed: false, negated: false };

/** The standing of every node of a script, given the words of its commands by their index. */
export function judgeStandings(
  nodes: readonly ShellNode[],
  text: string,
  wordsOf: (index: number) => readonly string[],
  initial: Modes,
): readonly Standing[] {
  const script: Script = { nodes, wordsOf, marks: findLandmarks(nodes, text, wordsOf) };
  const lastChild = new Map<number, number>();
  for (const node of nodes) if (isStatement(node)) lastChild.set(node.parent, node.start);
  const standings: Standing[] = [];
  let modes = initial;
  for (const [index, node] of nodes.entries()) {
    const outer = standings[node.parent] ?? outermost;
    const kind = nodes[node.parent]?.kind;
    const isInSequence = kind !== 'list' && kind !== 'pipeline';
    const followed = outer.followed || (isInSequence && (lastChild.get(node.parent) ?? 0) > node.start);
    const [name, ...options] = node.kind === 'command' ? wordsOf(index) : [];
    if (name === 'set') modes = applyOptions(modes, options);
    standings.push(enterNode(node, { ...outer, followed }, script, modes));
  }
  return standings;
}

function enterNode(node: ShellNode, outer: Standing, script: Script, modes: Modes): Standing {
  if (node.kind === 'function') return outermost;
  if (node.kind === 'heredoc') return { ...outer, hidden: true };
  const tolerant = outer.tolerant || isTolerated(node, outer, script, modes);
  switch (node.kind) {
    case 'substitution':
      return { ...outer, tolerant, piped: false };
    case 'piped':
      return { ...outer, tolerant, piped: true };
    case 'negated':
      return { ...outer, tolerant, negated: !outer.negated };
    case 'or-left':
      return { ...outer, tolerant, ...(node.fallback && { fallback: node.fallback }) };
    case 'condition':
    case 'loop-condition':
      return { ...outer, tolerant, negated: false, asked: findAnswers(node, script) };
    default:
      return { ...outer, tolerant };
  }
}

function isTolerated(node: ShellNode, outer: Standing, { nodes, marks }: Script, modes: Modes): boolean {
  const parent = nodes[node.parent];
  switch (node.kind) {
    case 'or-left':
      return node.fallback !== undefined && isHarmless(node.fallback, marks);
    case 'and-left':
      // `set -e` overlooks every command of an `&&` but the last.
      return outer.followed && !outer.fallback && !outer.asked && !isStatusRead(parent ?? node, marks);
    case 'piped':
      return !modes.pipefail && nextPlace(marks.pipeStatuses, node.end) === undefined;
    case 'negated':
      return outer.followed && !outer.asked;
    case 'background':
      return nextPlace(marks.waits, node.end) === undefined;
    case 'substitution':
      return !isStatusKept(parent, nodes);
    case 'command':
      return isUnheeded(node, outer, marks, modes);
    default:
      return false;
  }
}

/** Whether the failure of a command leads to none, as far as that lies in the command's own place. */
function isUnheeded(node: ShellNode, { asked, fallback, followed, negated }: Standing, marks: Landmarks, modes: Modes) {
  if (asked) return !hasPlace(marks.failures, negated ? asked.ifSucceeds : asked.ifFails);
  if (modes.errexit || !followed) return false;
  return !(fallback && hasPlace(marks.failures, fallback)) && !isStatusRead(node, marks);
}

/** Whether a fallback lets the script go on: it can't fail, and keeps no status that ends the script later. */
function isHarmless(fallback: Range, marks: Landmarks): boolean {
  if (hasPlace(marks.fallible, fallback)) return false;
  const isKept = hasPlace(marks.statuses, fallback) || hasPlace(marks.assignments, fallback);
  return !isKept || nextPlace(marks.failures, fallback.end) === undefined;
}

/** Whether the next statement looks at the status, and something fails the script later. */
function isStatusRead({ end }: ShellNode, marks: Landmarks): boolean {
  const next = nextStatement(marks, end);
  if (next === undefined || !hasPlace(marks.statuses, { start: end, end: next.end })) return false;
  return nextPlace(marks.failures, end) !== undefined;
}

/** `X=$(…)` fails as its command does; `export X=$(…)` and an argument do not. */
function isStatusKept(parent: ShellNode | undefined, nodes: readonly ShellNode[]): boolean {
  const outer = nodes[parent?.parent ?? -1]?.kind;
  return parent?.kind === 'assignment' && outer !== 'command' && outer !== 'declaration';
}

function findAnswers(condition: ShellNode, { nodes, marks }: Script): NonNullable<Standing['asked']> {
  const owner = nodes[condition.parent];
  const isLater = owner?.kind === 'branch';
  const whole = (isLater ? nodes[owner.parent] : owner) ?? condition;
  if (condition.kind === 'loop-condition') {
    const body = { start: condition.end, end: whole.end };
    return { ifFails: body, ifSucceeds: body };
  }
  const branches = marks.branches.get(isLater ? owner.parent : condition.parent) ?? [];
  const otherwise = nextPlace(branches, condition.end) ?? whole.end;
  return { ifFails: { start: otherwise, end: whole.end }, ifSucceeds: { start: condition.end, end: otherwise } };
}
