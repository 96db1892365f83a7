import type { Capture } from '../../model/source.ts';
import { type Outline, type Pair, spanKey } from './outline.ts';
import { type Scopes, surroundings } from './scope.ts';

/** The members of the object that a name stands for at its place; none if it stands for anything else. */
export type MembersOf = (name: Pick<Capture, 'text' | 'start'>) => readonly Pair[];

/** Prepares the look-up of objects by the variables that hold them: `payload = {…}` and, later on, `extra=payload`. */
export function prepareMembers(outline: Outline, scopes: Scopes): MembersOf {
  // A name is bound from the end of its value on.
  const objects = new Map(
    outline.bindings.flatMap(({ left, right }) => {
      const members = outline.objects.get(spanKey(right));
      return members ? [[`${left.text} ${right.end}`, members] as const] : [];
    }),
  );
  if (objects.size === 0) return () => [];
  return ({ text, start }) => {
    const here = scopes.at(start);
    for (const scope of surroundings(here)) {
      const bindings = scope.bindings.get(text);
      if (bindings === undefined) continue;
      // A function may run after all that stands around it.
      const last = bindings.findLast((binding) => scope !== here || binding.start <= start);
      return (last && objects.get(`${text} ${last.start}`)) ?? [];
    }
    return [];
  };
}
