import * as z from 'zod';

const Stage = z.int().min(1).max(4);
const Weeks = z.tuple([z.number().min(0), z.number().min(0)]).describe('Engineering weeks, at least and at most.');
export type Weeks = z.infer<typeof Weeks>;

export const PlanGap = z.strictObject({
  practice: z.string(),
  stage: Stage,
  status: z.enum(['missing', 'partial']),
  aspects: z.array(z.string()).describe('Those that are open.'),
  weeks: Weeks,
});
export type PlanGap = z.infer<typeof PlanGap>;

export const PlanAction = z.strictObject({
  practice: z.string(),
  aspect: z.string(),
  fix: z.string(),
  rule: z.string().nullable().describe('The rule that the fix is of, where one suits what the repository uses.'),
  at: z
    .strictObject({ path: z.string(), line: z.int().min(1) })
    .nullable()
    .describe('What can be changed.'),
  snippet: z
    .strictObject({ path: z.string(), text: z.string() })
    .nullable()
    .describe('A file that the rule is known to find, to copy from.'),
});
export type PlanAction = z.infer<typeof PlanAction>;

export const PlanSystem = z.strictObject({
  name: z.string(),
  root: z.string(),
  stage: Stage,
  goal: Stage.nullable().describe('The target, or else the recommended one; null where there is none to reach.'),
  impact: z.strictObject({ points: z.int(), reasons: z.array(z.string()) }),
  gaps: z.array(PlanGap).describe('In the order of the stages.'),
  weeks: Weeks,
  actions: z.array(PlanAction).describe('The first three things to do.'),
  unknown: z
    .array(z.strictObject({ aspects: z.array(z.string()), reason: z.string() }))
    .describe('What to settle, which costs no weeks.'),
});
export type PlanSystem = z.infer<typeof PlanSystem>;

export const PlanTransition = z.strictObject({
  system: z.string(),
  from: Stage,
  to: Stage,
  weeks: Weeks,
  planned: z.number().describe('The middle of the range, by which quarters are filled.'),
});
export type PlanTransition = z.infer<typeof PlanTransition>;

export const PlanWork = z.strictObject({
  system: z.string(),
  from: Stage,
  to: Stage,
  practice: z.string(),
  weeks: z.number().describe('Spent in this quarter.'),
  of: z.number().describe('Planned in all.'),
});
export type PlanWork = z.infer<typeof PlanWork>;

export const PlanQuarter = z.strictObject({
  number: z.int().min(1),
  weeks: z.number().describe('Spent, no more than the capacity.'),
  work: z.array(PlanWork),
});
export type PlanQuarter = z.infer<typeof PlanQuarter>;

/** What `stagegate plan --format json` writes. */
export const Plan = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.literal('stagegate'), version: z.string(), model: z.string() }),
  repository: z.strictObject({ name: z.string().nullable(), commit: z.string().nullable() }),
  capacity: z.number().nullable().describe('Engineering weeks in a quarter; null where nobody said.'),
  weeks: Weeks,
  planned: z.number(),
  systems: z.array(PlanSystem),
  transitions: z.array(PlanTransition).describe('In the order in which to begin them.'),
  quarters: z.array(PlanQuarter).describe('Empty without a capacity.'),
  later: z.number().describe('Weeks behind the last quarter that is shown.'),
  complete: z.boolean().describe('False where the scan was not.'),
});
export type Plan = z.infer<typeof Plan>;
