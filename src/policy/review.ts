import { fingerprint } from '../lib/fingerprint.ts';
import type { MaturityModel, Stage } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import type { System } from '../model/system.ts';
import { policyHash } from './diff.ts';
import { recommendTarget } from './recommend.ts';
import type { ResolvedPolicy } from './resolve.ts';

/** What the gate judges of the policy itself, whichever of its systems were chosen. */
export function reviewPolicy(
  { reviewed, lines }: Pick<ResolvedPolicy, 'reviewed' | 'lines'>,
  systems: readonly System[],
  model: MaturityModel,
) {
  const declared = systems.filter((system) => system.declared);
  const recommended = declared.flatMap((system): (readonly [string, Stage])[] => {
    const stage = recommendTarget(system, model);
    return stage === undefined ? [] : [[system.name, stage]];
  });
  return {
    declared,
    recommended: new Map(recommended),
    lines,
    ...(reviewed === undefined ? {} : { reviewed }),
  };
}

/** What the report says of the policy; null where there is none, nor one above it. */
export function reportPolicy(policy: ResolvedPolicy, waivers: boolean): Report['policy'] {
  const { policyPath, layers, reviewed, capacity, lines, parsed } = policy;
  if (Object.keys(lines).length === 0 && layers.length === 0) return null;
  return {
    path: policyPath ?? null,
    hash: fingerprint([policyHash(parsed?.policy), ...layers.map((layer) => JSON.stringify(layer.policy))].join('\n')),
    organisation: layers.map(({ name }) => name),
    reviewed: reviewed ?? null,
    capacity: capacity ?? null,
    waivers,
  };
}
