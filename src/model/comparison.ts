import * as z from 'zod';
import { aspectStatuses } from './aspect-status.ts';

const Stage = z.int().min(1).max(4);
const StageRange = z.strictObject({ atLeast: Stage, atMost: Stage });

const Place = z.strictObject({ path: z.string(), line: z.int().min(1) });

const Seen = z.strictObject({ rule: z.string(), title: z.string(), path: z.string(), line: z.int().min(1) });

export const GoneEvidence = Seen.extend({
  how: z
    .enum(['deleted', 'moved', 'contradicted', 'unmatched', 'unaided', 'gone'])
    .describe(
      'unmatched: its file is there and the rule no longer matches; unaided: its file is as before, but not what the rule wants beside it; gone: not known whether its file is there.',
    ),
  because: z.string().optional().describe('What contradicts it on the head.'),
  now: Place.optional().describe('Where the head has it: moved, or contradicted.'),
}).describe('Evidence of the base, at its place there, that the head does not have.');
export type GoneEvidence = z.infer<typeof GoneEvidence>;

const AspectChange = z.strictObject({
  practice: z.string(),
  aspect: z.string(),
  stage: Stage.describe('The stage that the practice belongs to.'),
  optional: z.boolean().optional(),
  from: z.enum(aspectStatuses),
  to: z.enum(aspectStatuses),
});

export const Regression = AspectChange.extend({
  gone: z.array(GoneEvidence),
  reason: z.string().nullable().describe('Why the head says so where no evidence went: a date that is past.'),
}).describe('An aspect that the base satisfied and the head does not.');
export type Regression = z.infer<typeof Regression>;

export const Improvement = AspectChange.extend({
  evidence: z.array(Seen).describe('What the head has and the base had not.'),
}).describe('An aspect that the head satisfies and the base did not.');
export type Improvement = z.infer<typeof Improvement>;

export const SystemComparison = z.strictObject({
  name: z.string(),
  status: z.enum(['kept', 'appeared', 'went']),
  stage: z.strictObject({ base: StageRange.nullable(), head: StageRange.nullable() }),
  regressions: z.array(Regression),
  improvements: z.array(Improvement),
  early: z
    .array(z.strictObject({ capability: z.string(), evidence: z.array(Seen) }))
    .describe('Capabilities that the head has bought early and the base had not.'),
});
export type SystemComparison = z.infer<typeof SystemComparison>;

const State = z.strictObject({
  commit: z.string().nullable(),
  tool: z.string().describe('The version of stagegate.'),
  model: z.string(),
  rules: z.string().nullable().describe('Fingerprint of the rules; null where the report does not say.'),
});
export type ComparedState = z.infer<typeof State>;

/** What `stagegate compare` writes: two reports, and the systems in which they differ. */
export const Comparison = z.strictObject({
  version: z.literal(1),
  base: State,
  head: State,
  systems: z.array(SystemComparison).describe('Only those that changed.'),
});
export type Comparison = z.infer<typeof Comparison>;
