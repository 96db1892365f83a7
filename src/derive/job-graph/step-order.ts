import type { StepFact } from '../../model/fact.ts';
import type { JobGraph } from './graph.ts';
import type { Marks } from './marks.ts';

/** What the earlier steps of its job do, by step; a step whose failure fails nothing counts for none. */
export function readStepOrder(graph: JobGraph, marks: Marks): ReadonlyMap<StepFact, readonly string[]> {
  const order = new Map<StepFact, readonly string[]>();
  for (const { steps } of graph.values()) {
    const before = new Set<string>();
    for (const step of steps) {
      order.set(step, [...before].sort());
      if (step.disabled === undefined && !step.tolerant) for (const mark of marks.get(step) ?? []) before.add(mark);
    }
  }
  return order;
}
