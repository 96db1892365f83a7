import type { CallFact } from '../../model/fact.ts';
import type { Capture } from '../../model/source.ts';
import { readArguments } from './arguments.ts';
import { type Context, originOf, seenAt } from './context.ts';
import type { PlacedFact } from './facts.ts';
import { prepareMembers } from './named-objects.ts';
import { spanKey } from './outline.ts';
import { surroundings } from './scope.ts';

/** Calls, and decorators that are none. Calls that import, and those of what has no name, are left out. */
export function readCallFacts(context: Context): readonly PlacedFact[] {
  const { outline, imports, pathOf, scopes } = context;
  const membersOf = prepareMembers(outline, scopes);
  const decorating = new Set(outline.decorators.map(spanKey));
  const importing = new Set(imports.map(({ node }) => spanKey(node)));
  const called = new Set(outline.calls.map(({ node }) => spanKey(node)));
  const calls = outline.calls
    .filter(({ node }) => !importing.has(spanKey(node)))
    .flatMap((call) => {
      const given = readArguments(outline, call, membersOf);
      return readCall(pathOf(call.node), call.callee, given, decorating.has(spanKey(call.node)), context);
    });
  const bare = outline.decorators
    .filter((node) => !called.has(spanKey(node)))
    .flatMap((node) => readCall(pathOf(node), node, {}, true, context));
  return [...calls, ...bare];
}

function readCall(
  path: string,
  name: Capture,
  given: CallFact['arguments'],
  decorator: boolean,
  context: Context,
): readonly PlacedFact[] {
  if (path === '') return [];
  const inside = functionAround(name.start, context);
  const fact: CallFact = {
    kind: 'call',
    // Each call of a chain over several lines has the line of its own name.
    ...seenAt(context, name.endLine),
    callee: originOf(path, name.start, context),
    arguments: given,
    ...(inside !== undefined && { inside }),
    decorator,
  };
  return [{ start: name.start, fact }];
}

function functionAround(start: number, { scopes }: Context): string | undefined {
  for (const { is, name } of surroundings(scopes.at(start))) if (is === 'function' && name !== undefined) return name;
  return undefined;
}
