import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import type { AspectStatus, Report, ReportAspect, ReportPractice, ReportSystem } from '../../src/model/report.ts';
import { report as example } from './report.ts';

export const { model } = loadRulesFolder().ruleSet;

/** A system at a stage: all that belongs to it is proven, and nothing above it but what `aspects` says. */
export function systemAt(
  stage: 1 | 2 | 3 | 4,
  over: Partial<ReportSystem> = {},
  aspects: Readonly<Record<string, AspectStatus | Partial<ReportAspect>>> = {},
): ReportSystem {
  const practices = model.practices.map((practice): [string, ReportPractice] => {
    const found = practice.aspects.map(({ id, optional }): [string, ReportAspect] => {
      const said = aspects[`${practice.id}/${id}`];
      const status = typeof said === 'string' ? said : practice.stage <= stage ? 'proven' : 'absent';
      const rest = typeof said === 'object' ? said : {};
      return [id, { status, evidence: [], looked: 0, reason: null, ...(optional ? { optional } : {}), ...rest }];
    });
    const open = found.filter(([, { status, optional }]) => !optional && status !== 'proven');
    const required = found.filter(([, { optional }]) => !optional).length;
    const isUnknown = open.every(([, { status }]) => status === 'unknown');
    const missing = open.length === required ? 'missing' : 'partial';
    const status = open.length === 0 ? 'met' : isUnknown ? 'unknown' : missing;
    return [practice.id, { stage: practice.stage, status, aspects: Object.fromEntries(found) }];
  });
  return {
    name: 'answers',
    root: '.',
    kind: 'rag',
    declared: true,
    profile: { lifecycle: 'production', audience: 'internal', regulated: null },
    target: 3,
    recommended: 3,
    due: null,
    stage: { atLeast: stage, atMost: stage },
    next: null,
    practices: Object.fromEntries(practices),
    capabilities: {},
    symptoms: {},
    ...over,
  };
}

export function reportOf(...systems: readonly ReportSystem[]): Report {
  return { ...example, systems: [...systems], findings: [], diagnostics: [] };
}
