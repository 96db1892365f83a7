import * as z from 'zod';
import { aspectStatuses } from './aspect-status.ts';
import { Comparison } from './comparison.ts';

/** A place in the scanned repository; a finding about nothing that exists has none. */
const Place = z.strictObject({
  path: z.string().describe('From the root of the scanned folder, with forward slashes.'),
  line: z.int().min(1),
});

export const ReportEvidence = z.strictObject({
  rule: z.string().describe('Id of the rule: its path under rules/.'),
  strength: z.enum(['proof', 'sign', 'hint']),
  path: z.string(),
  line: z.int().min(1),
  title: z.string(),
  content: z.string().optional().describe('Fingerprint of what was seen: the same wherever it stands.'),
  because: z.string().optional().describe('Set where something beside it contradicts it, so that it does not count.'),
});
export type ReportEvidence = z.infer<typeof ReportEvidence>;

export { type AspectStatus, aspectStatuses } from './aspect-status.ts';

export const ReportAspect = z.strictObject({
  status: z.enum(aspectStatuses),
  optional: z.boolean().optional(),
  evidence: z.array(ReportEvidence),
  withheld: z.array(ReportEvidence).optional().describe('Evidence that does not count, each with its `because`.'),
  advice: z
    .strictObject({ rule: z.string(), fix: z.string() })
    .optional()
    .describe('The rule whose fix suits what the repository uses, where the aspect is open.'),
  looked: z.int().min(0).describe('Files that held a fact of a kind that could have shown it.'),
  reason: z.string().nullable().describe('Why it is unknown, stale, attested or waived, and what would settle it.'),
});
export type ReportAspect = z.infer<typeof ReportAspect>;

export const practiceStatuses = ['met', 'partial', 'missing', 'unknown'] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

const Stage = z.int().min(1).max(4);

export const ReportPractice = z.strictObject({
  stage: Stage,
  status: z.enum(practiceStatuses),
  aspects: z.record(z.string(), ReportAspect),
});
export type ReportPractice = z.infer<typeof ReportPractice>;

export const ReportCapability = z.strictObject({
  status: z.enum(['present', 'absent']),
  justified: z.boolean().describe('The declared scale reaches the threshold.'),
  threshold: z
    .strictObject({ from: z.number(), reason: z.string() })
    .optional()
    .describe("The policy's own threshold, where it has one instead of the model's."),
  waived: z.string().optional().describe('Who waived it, until when and why.'),
  evidence: z.array(ReportEvidence),
  hints: z.array(ReportEvidence).optional(),
});
export type ReportCapability = z.infer<typeof ReportCapability>;

export const ReportSymptom = z.strictObject({
  status: z.enum(['present', 'absent']),
  evidence: z.array(ReportEvidence),
});
export type ReportSymptom = z.infer<typeof ReportSymptom>;

export const entryStates = ['holds', 'soon-over', 'over', 'unused'] as const;

export const ReportEntry = z.strictObject({
  kind: z.enum(['attestation', 'waiver']),
  target: z.string().describe('`practice/aspect`, or a capability.'),
  state: z.enum(entryStates),
  by: z.string().describe('Who attests it, or owns the waiver.'),
  on: z.string().optional(),
  until: z.string(),
  url: z.string().optional(),
  reason: z.string().optional(),
  line: z.int().min(1).optional().describe('Where the policy says so.'),
});
export type ReportEntry = z.infer<typeof ReportEntry>;

export const ReportSystem = z.strictObject({
  name: z.string(),
  root: z.string().describe("'.' for the whole repository."),
  kind: z.string().nullable(),
  declared: z.boolean(),
  profile: z.strictObject({
    lifecycle: z.string().nullable(),
    audience: z.string().nullable(),
    regulated: z.string().nullable(),
  }),
  target: Stage.nullable(),
  recommended: Stage.nullable(),
  due: z.string().nullable(),
  stage: z.strictObject({ atLeast: Stage, atMost: Stage }),
  next: z.strictObject({ stage: Stage, met: z.int(), total: z.int() }).nullable().describe('Null at Stage 4.'),
  practices: z.record(z.string(), ReportPractice),
  capabilities: z.record(z.string(), ReportCapability),
  symptoms: z.record(z.string(), ReportSymptom),
  scale: z.record(z.string(), z.number()).optional().describe('As the policy declares it.'),
  entries: z.array(ReportEntry).optional().describe('The attestations and waivers of the policy.'),
});
export type ReportSystem = z.infer<typeof ReportSystem>;

export const levels = ['error', 'warning', 'notice'] as const;
export type Level = (typeof levels)[number];

export const ReportFinding = z.strictObject({
  id: z.string().describe('Stable across edits and moves.'),
  kind: z.string(),
  level: z.enum(levels),
  system: z.string().nullable(),
  practice: z.string().optional(),
  aspect: z.string().optional().describe('The missing aspects, parted by a comma.'),
  capability: z.string().optional(),
  title: z.string(),
  message: z.string(),
  fix: z.string(),
  at: Place.nullable(),
});
export type ReportFinding = z.infer<typeof ReportFinding>;

export const ReportDiagnostic = z.strictObject({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  at: z.strictObject({ path: z.string(), line: z.int().min(1).optional() }).optional(),
});

/** From the most lenient on. */
export const modes = ['observe', 'ratchet', 'enforce'] as const;
export type Mode = (typeof modes)[number];

/** What `--format json` writes and what every other output is rendered from. */
export const Report = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({
    name: z.literal('stagegate'),
    version: z.string(),
    model: z.string(),
    rules: z.string().optional().describe("Fingerprint of the rules that were applied, the team's included."),
  }),
  repository: z.strictObject({ name: z.string().nullable(), commit: z.string().nullable() }),
  systems: z.array(ReportSystem),
  findings: z.array(ReportFinding),
  verdict: z.strictObject({
    passed: z.boolean(),
    mode: z.enum(modes),
    reasons: z.array(z.string()),
  }),
  scan: z.strictObject({
    files: z.int().describe('Files listed.'),
    read: z.int().describe('Files read.'),
    bytes: z.int().describe('Bytes read.'),
    milliseconds: z.int(),
    complete: z.boolean(),
    calls: z.int().optional().describe("Requests to the platform's API; set where its settings were asked for."),
  }),
  diagnostics: z.array(ReportDiagnostic),
  policy: z
    .strictObject({
      path: z.string().nullable().describe('Null where it lies outside the scanned folder, or is the one of the base.'),
      hash: z.string().optional().describe('Fingerprint of what it says and of those above it, comments aside.'),
      organisation: z.array(z.string()).describe('The policies above it, from the nearest on.'),
      reviewed: z.string().nullable(),
      capacity: z.number().nullable().describe('Engineering weeks in a quarter.'),
      waivers: z.boolean().describe('False where waivers and attestations were left out.'),
    })
    .nullable()
    .optional(),
  comparison: Comparison.optional().describe('Set where a base was read: what changed since.'),
});
export type Report = z.infer<typeof Report>;
