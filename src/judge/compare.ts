import { isSatisfied } from '../model/aspect-status.ts';
import type { ComparedState, Comparison, Improvement, Regression, SystemComparison } from '../model/comparison.ts';
import type { Report, ReportAspect, ReportCapability, ReportEvidence, ReportSystem } from '../model/report.ts';
import { explainGone, type HeadFiles } from './gone.ts';
import { pairEvidence } from './pair-evidence.ts';

/** What of a report a comparison looks at. */
export type Compared = Pick<Report, 'tool' | 'repository' | 'systems'>;

/**
 * What changed from one report to another: aspects lost and gained, capabilities bought early, stages, systems. Only the
 * systems that changed are in it. `files` tells what became of files; without it a file's fate is not known.
 */
export function compareReports(base: Compared, head: Compared, files?: HeadFiles): Comparison {
  const pairs = pairSystems(base.systems, head.systems);
  const compared = pairs.map(([before, after]) => compareSystem(before, after, files));
  return { version: 1, base: stateOf(base), head: stateOf(head), systems: compared.filter(hasChanged) };
}

function stateOf({ tool, repository }: Compared): ComparedState {
  return { commit: repository.commit, tool: tool.version, model: tool.model, rules: tool.rules ?? null };
}

type SystemPair = readonly [before: ReportSystem | undefined, after: ReportSystem | undefined];

/** By name, and what is left by root: a system that was declared under another name is still the same. */
function pairSystems(base: readonly ReportSystem[], head: readonly ReportSystem[]): readonly SystemPair[] {
  const names = new Set(base.map(({ name }) => name));
  const renamed = head.filter(({ name }) => !names.has(name));
  const taken = new Set<ReportSystem>();
  const pairs = base.map((before): SystemPair => {
    const same = head.find(({ name }) => name === before.name);
    const after = same ?? renamed.find((other) => other.root === before.root && !taken.has(other));
    if (after) taken.add(after);
    return [before, after];
  });
  const appeared = head.filter((after) => !taken.has(after));
  return [...pairs, ...appeared.map((after): SystemPair => [undefined, after])];
}

function compareSystem(
  before: ReportSystem | undefined,
  after: ReportSystem | undefined,
  files: HeadFiles | undefined,
): SystemComparison {
  const isKept = before !== undefined && after !== undefined;
  return {
    name: (after ?? before)?.name ?? '',
    status: isKept ? 'kept' : after ? 'appeared' : 'went',
    stage: { base: before?.stage ?? null, head: after?.stage ?? null },
    regressions: isKept ? findRegressions(before, after, files) : [],
    improvements: isKept ? findImprovements(before, after) : [],
    early: after ? findEarly(before, after) : [],
  };
}

function hasChanged({ status, stage, regressions, improvements, early }: SystemComparison): boolean {
  return (
    status !== 'kept' ||
    stage.base?.atLeast !== stage.head?.atLeast ||
    stage.base?.atMost !== stage.head?.atMost ||
    regressions.length + improvements.length + early.length > 0
  );
}

type AspectPair = {
  readonly id: Omit<Regression, 'gone' | 'reason'>;
  readonly was: ReportAspect;
  readonly is: ReportAspect;
};

/** The aspects that both know; an aspect that only one model has is no change of the repository. */
function pairAspects(before: ReportSystem, after: ReportSystem): readonly AspectPair[] {
  return Object.entries(before.practices).flatMap(([practice, { stage, aspects }]) =>
    Object.entries(aspects).flatMap(([aspect, was]) => {
      const is = after.practices[practice]?.aspects[aspect];
      if (!is) return [];
      const optional = is.optional === true ? { optional: true } : {};
      return [{ id: { practice, aspect, stage, ...optional, from: was.status, to: is.status }, was, is }];
    }),
  );
}

function findRegressions(before: ReportSystem, after: ReportSystem, files: HeadFiles | undefined): Regression[] {
  return pairAspects(before, after)
    .filter(({ was, is }) => isSatisfied(was.status) && !isSatisfied(is.status))
    .map(({ id, was, is }) => ({
      ...id,
      gone: was.status === 'proven' ? explainGone(was.evidence, is, files) : [],
      reason: is.reason,
    }));
}

function findImprovements(before: ReportSystem, after: ReportSystem): Improvement[] {
  return pairAspects(before, after)
    .filter(({ was, is }) => !isSatisfied(was.status) && isSatisfied(is.status))
    .map(({ id, was, is }) => {
      const { alone } = pairEvidence(is.evidence, was.evidence);
      return { ...id, evidence: alone.map(seen) };
    });
}

function findEarly(before: ReportSystem | undefined, after: ReportSystem): SystemComparison['early'] {
  return Object.entries(after.capabilities)
    .filter(([id, capability]) => isEarly(capability) && !isEarly(before?.capabilities[id]))
    .map(([capability, { evidence }]) => ({ capability, evidence: evidence.map(seen) }));
}

function isEarly(capability: ReportCapability | undefined): boolean {
  return capability?.status === 'present' && !capability.justified && capability.waived === undefined;
}

function seen({ rule, title, path, line }: ReportEvidence) {
  return { rule, title, path, line };
}
