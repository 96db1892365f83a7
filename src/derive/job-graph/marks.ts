import type { Fact, StepFact } from '../../model/fact.ts';

/** What activity rules say of facts. */
export type Marks = ReadonlyMap<Fact, readonly string[]>;

type Open = { readonly step: StepFact; readonly inside: Set<string> };

/**
 * Takes a mark off a step that was followed if something that it comes to carries the same: whether its failure counts is
 * known there. What nothing inside carries stays, as the step's name is all that tells.
 */
export function settleMarks(facts: readonly Fact[], marks: Marks): Marks {
  const settled = new Map(marks);
  const open: Open[] = [];
  const close = ({ step, inside }: Open) => {
    const own = marks.get(step);
    if (own?.some((mark) => inside.has(mark)))
      settled.set(
        step,
        own.filter((mark) => !inside.has(mark)),
      );
  };
  for (const fact of facts) {
    if (fact.kind !== 'step') continue;
    while (open.length > 0 && !isInside(fact, open.at(-1)?.step)) open.splice(-1).forEach(close);
    for (const { inside } of open) for (const mark of marks.get(fact) ?? []) inside.add(mark);
    if (fact.followed) open.push({ step: fact, inside: new Set() });
  }
  open.forEach(close);
  return settled;
}

function isInside(step: StepFact, outer: StepFact | undefined): boolean {
  if (outer === undefined || step.at.path !== outer.at.path || step.at.line !== outer.at.line) return false;
  return step.job === outer.job && (step.via?.length ?? 0) > (outer.via?.length ?? 0);
}
