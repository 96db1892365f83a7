import * as fc from 'fast-check';
import type { Compared } from '../../src/judge/compare.ts';
import { aspectStatuses } from '../../src/model/aspect-status.ts';
import type { ReportAspect, ReportCapability, ReportEvidence, ReportSystem } from '../../src/model/report.ts';

export function seen(place: string, over: Partial<ReportEvidence> = {}): ReportEvidence {
  const [path = '', line = '1'] = place.split(':');
  return { rule: 'r', strength: 'proof', path, line: Number(line), title: 'it was seen', content: path, ...over };
}

export function aspectOf(status: ReportAspect['status'], ...evidence: readonly ReportEvidence[]): ReportAspect {
  return { status, evidence: [...evidence], looked: 1, reason: null };
}

/** A system with aspects of one practice of Stage 3, and capabilities. */
export function systemOf(
  aspects: Readonly<Record<string, ReportAspect>>,
  over: Partial<ReportSystem> = {},
): ReportSystem {
  return {
    name: 'assistant',
    root: '.',
    kind: null,
    declared: true,
    profile: { lifecycle: null, audience: null, regulated: null },
    target: null,
    recommended: null,
    due: null,
    stage: { atLeast: 2, atMost: 2 },
    next: null,
    practices: { watching: { stage: 3, status: 'partial', aspects: { ...aspects } } },
    capabilities: {},
    symptoms: {},
    ...over,
  };
}

export function stateOf(...systems: readonly ReportSystem[]): Compared {
  return {
    tool: { name: 'stagegate', version: '1.0.0', model: '1', rules: 'abc' },
    repository: { name: 'a/b', commit: null },
    systems: [...systems],
  };
}

const word = fc.constantFrom('a', 'b', 'c', 'd');
const evidence = fc.record({
  rule: word,
  strength: fc.constantFrom('proof' as const, 'sign' as const, 'hint' as const),
  path: word.map((name) => `${name}.yml`),
  line: fc.integer({ min: 1, max: 99 }),
  title: word,
  content: word,
});
const aspect: fc.Arbitrary<ReportAspect> = fc.record({
  status: fc.constantFrom(...aspectStatuses),
  evidence: fc.array(evidence, { maxLength: 4 }),
  withheld: fc.array(evidence, { maxLength: 2 }),
  looked: fc.nat(),
  reason: fc.option(word),
});
const capability: fc.Arbitrary<ReportCapability> = fc.record({
  status: fc.constantFrom('present' as const, 'absent' as const),
  justified: fc.boolean(),
  evidence: fc.array(evidence, { maxLength: 2 }),
});
const stage = fc.integer({ min: 1, max: 4 });
const system = fc
  .record({
    name: word,
    aspects: fc.dictionary(word, aspect),
    capabilities: fc.dictionary(word, capability),
    stage: fc.record({ atLeast: stage, atMost: stage }),
  })
  .map(({ aspects, ...over }) => systemOf(aspects, over));

/** Any two reports' worth of systems, each with a name of its own. */
export const anyState: fc.Arbitrary<Compared> = fc
  .uniqueArray(system, { selector: ({ name }) => name, maxLength: 3 })
  .map((systems) => stateOf(...systems.map((each) => ({ ...each, root: each.name }))));
