import type { Comparison } from '../model/comparison.ts';
import { type Finding, findingId, type GateSettings } from './finding.ts';

/** What a mode makes of the level of a finding. */
export function inMode(
  { mode }: Pick<GateSettings, 'mode'>,
  comparison: Comparison | undefined,
): (finding: Finding) => Finding {
  switch (mode) {
    case 'enforce':
      return (finding) => finding;
    case 'observe':
      return soften;
    case 'ratchet': {
      const bought = newlyBought(comparison);
      return (finding) => {
        if (finding.kind === 'regression') return finding;
        return bought.has(finding.id) ? { ...finding, level: 'error' } : soften(finding);
      };
    }
  }
}

function soften(finding: Finding): Finding {
  return finding.level === 'error' ? { ...finding, level: 'warning' } : finding;
}

/** A ratchet holds against whatever a change buys early, whatever the target. */
function newlyBought(comparison: Comparison | undefined): ReadonlySet<string> {
  const systems = comparison?.systems ?? [];
  return new Set(
    systems.flatMap(({ name, early }) => early.map(({ capability }) => findingId('over-investment', name, capability))),
  );
}
