import type { Assessment } from '../assess/system.ts';
import type { Comparison } from '../model/comparison.ts';
import type { MaturityModel } from '../model/maturity.ts';
import { judgeCreep } from './creep.ts';
import { type Finding, findingKinds, type GateSettings } from './finding.ts';
import { judgeGaps } from './gaps.ts';
import { inMode } from './levels.ts';
import { judgePolicy, judgeTarget } from './policy.ts';
import { judgeRegressions } from './regressions.ts';
import { judgeSkipList, judgeSymptoms } from './skip-list.ts';
import { judgeStale } from './stale.ts';
import { judgeUnused } from './unused.ts';

export type Judgement = {
  /** What blocks most comes first. */
  readonly findings: readonly Finding[];
  readonly passed: boolean;
  readonly reasons: readonly string[];
};

/** What a run with a base adds: what changed since, and findings that are about no system. */
export type Changes = { readonly comparison?: Comparison; readonly findings?: readonly Finding[] };

/** The findings of all systems and the verdict of the gate. `observe` tells errors as warnings and never fails, `ratchet` does so with all that was there before. */
export function judge(
  assessments: readonly Assessment[],
  model: MaturityModel,
  settings: GateSettings,
  complete: boolean,
  changes: Changes = {},
): Judgement {
  const ofSystems = assessments.flatMap((assessment) => [
    ...judgeGaps(assessment, settings),
    ...judgeStale(assessment, settings),
    ...judgeSkipList(assessment, model),
    ...judgeCreep(assessment, settings),
    ...judgeTarget(assessment.system, settings),
    ...judgeUnused(assessment, settings),
    ...judgeSymptoms(assessment, model),
  ]);
  const names = new Set(assessments.map(({ system }) => system.name));
  const ofPolicy = judgePolicy(settings).filter(({ system }) => system === undefined || names.has(system));
  const { comparison, findings: others = [] } = changes;
  const lost = comparison ? judgeRegressions(comparison, assessments, settings) : [];
  const found = [...ofSystems, ...ofPolicy, ...lost, ...others];
  const findings = found.map(inMode(settings, comparison)).sort(byWeight(model));
  const errors = findings.filter(({ level }) => level === 'error');
  const reasons = errors.map(({ system, title }) => (system === undefined ? title : `${system}: ${title}`));
  if (!complete) reasons.unshift('the scan is incomplete, so nothing can be said to pass');
  return { findings, passed: complete && errors.length === 0, reasons };
}

const levelOrder = ['error', 'warning', 'notice'];

function byWeight(model: MaturityModel) {
  const position = new Map(model.practices.map(({ id }, index) => [id, index]));
  const weights = (finding: Finding) => [
    levelOrder.indexOf(finding.level),
    findingKinds.indexOf(finding.kind),
    finding.practice === undefined ? 0 : (position.get(finding.practice) ?? 0),
  ];
  return (a: Finding, b: Finding): number => {
    const other = weights(b);
    const difference = weights(a)
      .map((weight, index) => weight - (other[index] ?? 0))
      .find((value) => value !== 0);
    return difference ?? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  };
}
