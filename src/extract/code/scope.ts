import type { FunctionNode, Outline } from './outline.ts';

/** What a name stands for from `start` on: an origin for good, a path to look up in turn, or something unknown. */
export type Binding = {
  readonly start: number;
  readonly scope: Scope;
  readonly origin?: string;
  readonly path?: string;
  /** The path is a type, which tells nothing unless it is imported. */
  readonly onlyImported?: boolean;
};

export type Scope = {
  readonly is: 'file' | 'class' | 'function';
  readonly name?: string;
  readonly start: number;
  readonly end: number;
  readonly parent?: Scope;
  readonly self?: string;
  readonly owner?: string;
  /** In order of their place. */
  readonly bindings: Map<string, Binding[]>;
};

/** Deeper functions and classes count as part of the one around them. */
export const scopeDepthLimit = 64;

export type Scopes = {
  readonly all: readonly Scope[];
  /** The first class of each name. */
  readonly classes: ReadonlyMap<string, Scope>;
  /** The innermost scope around a place. */
  readonly at: (position: number) => Scope;
};

type Draft = Omit<Scope, 'parent' | 'bindings'>;

/** Nests the functions and classes of a file. Decorators and modifiers lie outside what they decorate. */
export function nestScopes(outline: Outline, length: number): Scopes {
  const file: Scope = { is: 'file', start: 0, end: length, bindings: new Map() };
  const all = [file];
  const open = [file];
  const edges: { readonly position: number; readonly scope: Scope }[] = [{ position: 0, scope: file }];
  const close = (position: number) => {
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= position) {
      const closed = open.pop();
      edges.push({ position: closed?.end ?? 0, scope: open.at(-1) ?? file });
    }
  };
  for (const draft of readDrafts(outline)) {
    close(draft.start);
    if (open.length > scopeDepthLimit) continue;
    const scope: Scope = { ...draft, parent: open.at(-1) ?? file, bindings: new Map() };
    all.push(scope);
    open.push(scope);
    edges.push({ position: scope.start, scope });
  }
  close(length);
  const named = all.filter(({ is }) => is === 'class').map((scope) => [scope.name ?? '', scope] as const);
  return { all, classes: new Map(named.reverse()), at: (position) => findLast(edges, position) ?? file };
}

function readDrafts({ functions, classes }: Outline): readonly Draft[] {
  return [
    ...functions.map(readFunction),
    ...classes.map(
      ({ node, name }): Draft => ({
        is: 'class',
        name: name.text,
        start: startOf(node.start, name.start),
        end: node.end,
      }),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

function readFunction({ node, name, self, owner }: FunctionNode): Draft {
  return {
    is: 'function',
    ...(name && { name: name.text }),
    start: startOf(node.start, name?.start),
    end: node.end,
    ...(self && { self: self.text }),
    ...(owner && { owner: owner.text }),
  };
}

/** Annotations and decorators may be part of the node, so the scope begins at its name, if that is part of it too. */
function startOf(node: number, name: number | undefined): number {
  return name === undefined ? node : Math.max(node, name);
}

function findLast(edges: readonly { readonly position: number; readonly scope: Scope }[], position: number) {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle]?.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return edges[low - 1]?.scope;
}

/** The scope itself and those around it, from the inside out. */
export function* surroundings(scope: Scope): Generator<Scope> {
  for (let current: Scope | undefined = scope; current; current = current.parent) yield current;
}
