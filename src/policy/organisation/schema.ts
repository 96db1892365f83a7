import * as z from 'zod';
import { audiences, lifecycles, modes, onUnknown, stage, systemKinds } from '../schema.ts';
import { amount, choice, day, list, text } from '../values.ts';

function wholeNumber() {
  return amount('a whole number, zero or more', { min: 0 }).refine(
    Number.isInteger,
    'takes a whole number, zero or more',
  );
}

function forbidden(what: string) {
  return list(text(`${what}, such as quality-gates/gate`), 'such as [quality-gates/gate]');
}

export const LeastTarget = z
  .strictObject(
    {
      target: stage().describe('The least stage to reach.'),
      due: day()
        .exactOptional()
        .describe('The day by which to reach it: gaps warn before it and fail from it. Left out: now.'),
      kind: list(choice(systemKinds), 'such as [rag, agent]').exactOptional().describe('Only systems of these kinds.'),
      lifecycle: list(choice(lifecycles), 'such as [production]')
        .exactOptional()
        .describe('Only systems of which the policy says that people depend on them yet, or no longer.'),
      audience: list(choice(audiences), 'such as [customers, public]')
        .exactOptional()
        .describe('Only systems whose answers these see.'),
      regulated: z
        .boolean({ error: 'takes true or false' })
        .exactOptional()
        .describe('Only systems that a regulator watches, or only those that none does.'),
    },
    { error: 'takes the keys target, and kind, lifecycle, audience or regulated to say for which systems' },
  )
  .describe('The least target of every system that all the conditions fit.');
export type LeastTarget = z.infer<typeof LeastTarget>;

export const Waivers = z
  .strictObject(
    {
      forbid: forbidden('a practice, an aspect or a capability')
        .exactOptional()
        .describe(
          'What nobody may waive: a practice with all its aspects, an aspect, a capability, which then has no threshold of its own either.',
        ),
      'max-days': wholeNumber().exactOptional().describe('A waiver may end this many days from today at most.'),
      max: wholeNumber().exactOptional().describe('This many waivers may hold in a policy, all systems together.'),
    },
    { error: 'takes the keys forbid, max-days and max' },
  )
  .describe('What a team may waive.');

export const Attestations = z
  .strictObject(
    {
      forbid: forbidden('a practice or an aspect')
        .exactOptional()
        .describe("What has to be proven, so that nobody's word stands in for it, and no rule of a team's own."),
      'max-days': wholeNumber().exactOptional().describe('An attestation may hold this many days at most.'),
    },
    { error: 'takes the keys forbid and max-days' },
  )
  .describe('What a team may attest.');

export const OrganisationGate = z
  .strictObject(
    {
      'on-unknown': onUnknown().exactOptional().describe('The least: ignore, warn or fail, from the most lenient on.'),
    },
    { error: 'takes the key on-unknown, as in on-unknown: warn' },
  )
  .describe('Settings of the gate.');

/** The policy above the teams' own, which these extend and can't weaken. */
export const Organisation = z
  .strictObject(
    {
      version: z.literal(1, { error: 'takes 1, the version of the format' }).describe('Always 1.'),
      extends: text('the path of another such file, such as group-stagegate.yml')
        .exactOptional()
        .describe('One more policy above this one, a path or owner/repo/path.yml@ref. The chain ends there.'),
      mode: choice(modes).exactOptional().describe('The least mode of the gate: observe, ratchet or enforce.'),
      gate: OrganisationGate.exactOptional(),
      targets: list(LeastTarget, 'each entry begun by - target:')
        .exactOptional()
        .describe('The least targets. Of several that fit a system, each holds.'),
      waivers: Waivers.exactOptional(),
      attestations: Attestations.exactOptional(),
    },
    { error: 'takes keys, such as version: 1' },
  )
  .meta({
    title: "An organisation's Stagegate policy",
    description: "What the policies of all teams have to hold at least. A team's policy names it by `extends`.",
  });
export type Organisation = z.infer<typeof Organisation>;
