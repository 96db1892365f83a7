import { type Stage, sourcesOf } from './stages.ts';

const aside = /(?:^|[-_.])(?:dev|devel|development|debug|tests?|testing|ci|lint|docs)(?:[-_.]|$)/;

/**
 * The stage that is shipped: the last that no other one uses and that is not called for development or tests. Without a
 * target the last stage is built, but what stands behind the shipped one is meant to be asked for by name.
 */
export function chooseFinal(stages: readonly Stage[]): Stage | undefined {
  const used = new Set(stages.flatMap((stage) => neighbours(stage, stages)));
  return stages.findLast((stage) => !used.has(stage) && !aside.test(stage.name ?? '')) ?? stages.at(-1);
}

/** A stage and those that it builds on, the lowest first. */
export function lineageOf(stage: Stage): readonly Stage[] {
  const lineage: Stage[] = [];
  for (let at: Stage | undefined = stage; at; at = at.parent) lineage.unshift(at);
  return lineage;
}

/** Every stage that a part of the given one comes from, itself too, in the order of the file. */
export function partsOf(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  const seen = new Set([stage]);
  // A set gives what is added to it while it is walked.
  for (const part of seen) for (const next of neighbours(part, stages)) seen.add(next);
  return stages.filter((part) => seen.has(part));
}

function neighbours(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  const sources = sourcesOf(stage, stages).flatMap((source) => source.stage ?? []);
  return stage.parent ? [stage.parent, ...sources] : sources;
}
