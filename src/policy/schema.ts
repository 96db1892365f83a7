import * as z from 'zod';
import { modes } from '../model/report.ts';
import { Attest, Scale, Threshold, Waive } from './entries.ts';
import { amount, choice, day, glob, insidePath, list, spelledNumber, text } from './values.ts';

export const systemKinds = ['llm-app', 'rag', 'agent', 'ml-service', 'batch-ml', 'training-only', 'platform'] as const;
export const lifecycles = ['pilot', 'production', 'retiring'] as const;
export const audiences = ['internal', 'customers', 'public'] as const;
export const risks = ['low', 'high'] as const;
export { modes };

/** From the most lenient on. */

/** An industry called "no" is a `false` of YAML 1.1. */
const industry = text('the industry, such as insurance, or false').refine(
  (word) => !/^(?:no|none|off|n|yes|y|on|null)$/i.test(word),
  'takes the industry, such as insurance, or false',
);

export const DeclaredSystem = z
  .strictObject(
    {
      root: insidePath('a folder, such as services/assistant, or . for the whole repository')
        .exactOptional()
        .describe("The system's folder, from the top of the repository. Left out: the whole repository."),
      include: list(glob(), 'such as [infra/assistant/**]')
        .exactOptional()
        .describe("Globs of files outside the root that are this system's."),
      exclude: list(glob(), 'such as [services/assistant/legacy/**]')
        .exactOptional()
        .describe('Globs of files that do not count for this system.'),
      kind: choice(systemKinds).exactOptional().describe('What the system is.'),
      lifecycle: choice(lifecycles).exactOptional().describe('Whether people depend on it yet, or no longer.'),
      audience: choice(audiences).exactOptional().describe('Who sees what it answers.'),
      'reputational-risk': choice(risks).exactOptional().describe('How much a wrong answer would harm your name.'),
      regulated: z
        .union([z.literal(false), industry], { error: 'takes the industry, such as insurance, or false' })
        .exactOptional()
        .describe('The industry whose regulator watches the system, or false.'),
      regimes: list(text('the id of a regime, such as eu-ai-act'), 'such as [eu-ai-act]')
        .exactOptional()
        .describe('Regimes that it has to comply with; each asks for a document of its own.'),
      target: stage().exactOptional().describe('The stage to reach: 1 Manual, 2 Automated, 3 Observed, 4 Governed.'),
      due: day()
        .exactOptional()
        .describe('The day by which to reach the target: gaps warn before it and fail from it.'),
      scale: Scale.exactOptional(),
      attest: list(Attest, 'each entry begun by - aspect:')
        .exactOptional()
        .describe("The team's own word for evidence that lives outside the repository."),
      waive: list(Waive, 'each entry begun by - aspect: or - capability:')
        .exactOptional()
        .describe('What the gate leaves alone, with a reason and an end.'),
    },
    { error: 'takes keys below the name of the system, such as root: services/assistant' },
  )
  .describe('One AI system.');
export type DeclaredSystem = z.infer<typeof DeclaredSystem>;

/** A stage by its number. */
export function stage() {
  return z.literal([1, 2, 3, 4], { error: ({ input }) => `takes a stage: 1, 2, 3 or 4${spelledStage(input)}` });
}

function spelledStage(input: unknown): string {
  const number = spelledNumber(input);
  return /^; write [1-4]$/.test(number) ? number : '';
}

/** What to do about an aspect that could not be looked up. */
export function onUnknown() {
  return choice(['warn', 'fail', 'ignore']);
}

export const Gate = z
  .strictObject(
    {
      'on-unknown': onUnknown()
        .exactOptional()
        .describe('What to do about an aspect that could not be looked up, for want of a permission.'),
    },
    { error: 'takes the key on-unknown, as in on-unknown: warn' },
  )
  .describe('Settings of the gate.');

const systemName = z
  .string()
  .min(1, 'has no name; put one before the colon')
  .max(100, 'is longer than the 100 characters that a name may have')
  .regex(/^\P{Cc}+$/u, 'holds a control character; a name is plain text');

function versionMistake(input: unknown): string {
  if (typeof input === 'number') return `is ${input}, which this release does not read; it reads version: 1`;
  return 'takes 1, the version of the policy format';
}

/** The policy file, `stagegate.yml`. Every key is optional but `version`. */
export const Policy = z
  .strictObject(
    {
      version: z.literal(1, { error: ({ input }) => versionMistake(input) }).describe('Always 1.'),
      extends: text('the path of another policy, such as .github/org-stagegate.yml')
        .exactOptional()
        .describe(
          'A policy above this one: the least targets, what may be waived, and caps. A path, or owner/repo/path.yml@ref of another repository at a commit or a tag.',
        ),
      mode: choice(modes)
        .exactOptional()
        .describe(
          'observe never fails, ratchet fails where a change loses or over-buys something, enforce fails below the target.',
        ),
      reviewed: day().exactOptional().describe('The day of the last review of this file; due every quarter.'),
      capacity: amount('a number above zero, in engineering weeks', { above: 0 })
        .exactOptional()
        .describe('Engineering weeks in a quarter that the plan may spend.'),
      rules: insidePath('a folder, such as .github/stagegate/rules')
        .exactOptional()
        .describe("A folder with the team's own rules, from the top of the repository."),
      gate: Gate.exactOptional(),
      thresholds: list(Threshold, 'each entry begun by - capability:')
        .exactOptional()
        .describe('Scales of your own from which a capability is worth it.'),
      systems: z
        .record(systemName, DeclaredSystem, { error: 'takes the name of each system, with its keys below it' })
        .exactOptional()
        .describe('The AI systems of the repository by name. Left out: they are discovered.'),
    },
    { error: 'takes keys, such as version: 1' },
  )
  .meta({
    title: 'Stagegate policy',
    description: 'The AI systems of a repository, the MLOps stage that each has to reach, and what the gate does.',
  });
export type Policy = z.infer<typeof Policy>;
