import type { CodeFormat } from './format.ts';
import { findMember } from './members.ts';
import { joinNames, pathLengthLimit, splitHead } from './name-path.ts';
import { type Binding, type Scope, type Scopes, surroundings } from './scope.ts';

/** How many variables are followed from a call to where its receiver was made. */
export const resolveDepthLimit = 6;

/** A place from which names are looked up. */
export type Standpoint = { readonly scope: Scope; readonly start: number };

/** Follows a path as the source writes it to where its first name comes from; without an answer, it stays as it is. */
export function resolvePath(path: string, from: Standpoint, scopes: Scopes, format: CodeFormat): string {
  let current = path;
  let untyped = path;
  let standpoint: Standpoint = from;
  for (let depth = 0; depth <= resolveDepthLimit; depth += 1) {
    const { binding, rest } = look(current, standpoint, scopes, format);
    if (binding?.origin !== undefined) return shorten(joinNames(binding.origin, rest));
    if (binding === undefined) return shorten(untyped);
    // It comes from a caller: what the place itself calls it tells more.
    if (binding.path === undefined) return path;
    current = joinNames(binding.path.replace(/\.new$/, ''), rest);
    if (!binding.onlyImported) untyped = current;
    standpoint = binding;
  }
  return path;
}

function look(path: string, { scope, start }: Standpoint, scopes: Scopes, format: CodeFormat) {
  const member = findMember(path, scope, scopes, format);
  if (member) return { binding: nearest(member.of.bindings.get(member.name), start, true), rest: member.rest };
  const [head, rest] = splitHead(path);
  for (const around of surroundings(scope)) {
    if (around.is === 'class' && around !== scope && !format.bareMembers) continue;
    const binding = nearest(around.bindings.get(head), start, around !== scope);
    if (binding) return { binding, rest };
  }
  return { binding: undefined, rest };
}

/** The last binding before a place. A function may run after all that stands around it, so that later ones count there. */
function nearest(bindings: readonly Binding[] | undefined, start: number, mayBeLater: boolean): Binding | undefined {
  if (bindings === undefined) return undefined;
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bindings[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return bindings[low - 1] ?? (mayBeLater ? bindings[0] : undefined);
}

function shorten(path: string): string {
  return path.length <= pathLengthLimit ? path : `?${/(?:\.|::)[^.:]*$/.exec(path)?.[0] ?? ''}`;
}
