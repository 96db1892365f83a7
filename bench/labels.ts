import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const Verdict = z.looseObject({
  verdict: z.enum(['proven', 'absent', 'unknown', 'borderline', 'present']),
  at: z.array(z.string()).optional(),
  why: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;

const Stage = z.looseObject({ atLeast: z.int(), atMost: z.int() });

const LabelledSystem = z.looseObject({
  name: z.string(),
  root: z.string(),
  kind: z.string().optional(),
  'ai-system': z.boolean(),
  aspects: z.record(z.string(), Verdict),
  capabilities: z.record(z.string(), Verdict),
  symptoms: z.record(z.string(), Verdict),
  stage: Stage.optional(),
});
export type LabelledSystem = z.infer<typeof LabelledSystem>;

const LabelFile = z.looseObject({ repo: z.string(), sha: z.string(), systems: z.array(LabelledSystem) });
export type LabelFile = z.infer<typeof LabelFile>;

/** Reads every label file of a folder: what a careful reader found in a repository at a commit. */
export function readLabels(folder: string): readonly LabelFile[] {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => LabelFile.parse(parse(readFileSync(join(folder, name), 'utf8'))));
}
