import type { Capture } from '../../model/source.ts';
import { groupItems } from './group.ts';
import { joinPath } from './name-path.ts';
import { type CallNode, spanKey } from './outline.ts';

type Span = Pick<Capture, 'start' | 'end'>;

/** The path of names of any expression, as the source writes it. */
export type PathOf = (span: Span) => string;

/** What may stand before an expression without changing what it names. */
const prefix = /(?:(?:await|new|yield)\b|[(*&!]|<-)\s*/y;
const prefixLimit = 8;

/** Ruby's constructor is a method: what it makes is named by its class. */
const constructorName = /\.new$/;

/**
 * Prepares the paths of a file's expressions. A call on the way is stepped over (`a(x).b` → `a.b`), so that one on
 * something just made reads as one on its class.
 */
export function preparePaths(text: string, calls: readonly CallNode[], noise: RegExp): PathOf {
  const paths = new Map<number, string>();
  const byStart = groupItems(
    // A call that another one stands upon ends before it, so its path is there when it is needed.
    calls.toSorted((a, b) => a.node.end - b.node.end),
    ({ node }) => node.start,
    (call) => call,
  );
  // A call without parentheses ends where its name ends, and is no step on the way to itself.
  const pathOf = ({ start, end }: Span, innerEnd = end) => {
    let at = start;
    for (let count = 0; count < prefixLimit; count += 1) {
      const inner = findWithin(byStart.get(at), innerEnd);
      if (inner) return joinCall(inner, text.slice(inner.node.end, end));
      const next = skipPrefix(text, at, end);
      if (next === at) break;
      at = next;
    }
    return joinPath('', text.slice(at, end), noise);
  };
  const joinCall = (inner: CallNode, rest: string) => {
    const before = paths.get(spanKey(inner.node)) ?? '';
    return rest === '' ? before : joinPath(before.replace(constructorName, ''), rest, noise);
  };
  for (const { node, callee } of calls.toSorted((a, b) => a.node.end - b.node.end)) {
    const start = Math.min(node.start, callee.start);
    paths.set(spanKey(node), pathOf({ start, end: callee.end }, callee.end - 1));
  }
  return (span) => pathOf(span);
}

function skipPrefix(text: string, start: number, end: number): number {
  prefix.lastIndex = start;
  const length = prefix.exec(text)?.[0].length ?? 0;
  return Math.min(start + length, end);
}

/** The longest of the calls (in order of their ends) that ends in time. */
function findWithin(calls: readonly CallNode[] | undefined, end: number): CallNode | undefined {
  let low = 0;
  let high = calls?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls?.[middle]?.node.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return calls?.[low - 1];
}
