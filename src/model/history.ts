import * as z from 'zod';

const Stage = z.int().min(1).max(4);

export const HistorySystem = z.object({
  name: z.string(),
  stage: z.object({ atLeast: Stage, atMost: Stage }),
  target: Stage.nullable(),
  satisfied: z
    .record(z.string(), z.enum(['proven', 'attested', 'waived']))
    .describe('The aspects that count, as practice/aspect, each with why.'),
});
export type HistorySystem = z.infer<typeof HistorySystem>;

/** One line of a history: the result of one run, and all that it came of. What a newer version adds is passed over. */
export const HistoryEntry = z.object({
  version: z.literal(1),
  date: z.iso.date(),
  commit: z.string().nullable(),
  tool: z.string().describe('The version of stagegate.'),
  model: z.string(),
  rules: z.string().nullable().describe('Fingerprint of the rules.'),
  policy: z.string().nullable().describe('Fingerprint of the policy; null without one.'),
  systems: z.array(HistorySystem),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
