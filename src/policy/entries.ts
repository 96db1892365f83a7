import * as z from 'zod';
import { amount, day, text } from './values.ts';

function count() {
  return amount('a number, zero or more', { min: 0 }).exactOptional();
}

const aspectName = text('an aspect, such as eval-in-ci/on-change');

export const Scale = z
  .strictObject(
    {
      'models-in-production': count().describe('Models that serve in production. It decides about a model registry.'),
      'models-sharing-features': count().describe('Models that share features. It decides about a feature store.'),
      experiments: count().describe('Experiments in a year. It decides about experiment tracking.'),
      'predictions-per-day': count().describe(
        'Predictions in a day, all models of the system together. It decides about prediction observability.',
      ),
      'small-models-trained': count().describe('Small models that are trained side by side. It decides about AutoML.'),
    },
    { error: 'takes keys with numbers, such as models-in-production: 3' },
  )
  .describe('How large the system is. It decides which tools are worth their price; what is left out counts as none.');

/** Refinements are told beside the mistakes in the keys, not only once those are mended. */
const whenMap = {
  when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null,
};

function isDay(value: unknown): boolean {
  return z.iso.date().safeParse(value).success;
}

export const Attest = z
  .strictObject(
    {
      aspect: aspectName.describe('The aspect that is met, as practice/aspect.'),
      by: text('who attests it, such as platform-lead').describe('Who attests it: a person or a role.'),
      on: day().describe('The day it was attested or exercised.'),
      until: day().describe('The last day that it holds.'),
      url: z
        .url({ protocol: /^https?$/, error: 'takes an address that begins with https:// or http://' })
        .exactOptional()
        .describe('Where the evidence can be read.'),
    },
    { error: 'takes the keys aspect, by, on and until' },
  )
  .refine(({ on, until }) => !isDay(on) || !isDay(until) || on <= until, {
    ...whenMap,
    path: ['until'],
    error: 'comes before on; an attestation ends after it begins',
  })
  .describe("The team's own word for evidence that lives outside the repository.");

export const Waive = z
  .strictObject(
    {
      aspect: aspectName.exactOptional().describe('The aspect that is not asked for, as practice/aspect.'),
      capability: text('a capability, such as model-registry')
        .exactOptional()
        .describe('The capability that is kept although the scale does not justify it.'),
      reason: text('the reason in a few words').describe('Why, in a few words.'),
      owner: text('who answers for it, such as data-team').describe('Who answers for it: a person or a team.'),
      until: day().describe('The last day that it holds.'),
    },
    { error: 'takes the keys aspect or capability, reason, owner and until' },
  )
  .refine(({ aspect, capability }) => aspect === undefined || capability === undefined, {
    ...whenMap,
    path: ['capability'],
    error: 'stands beside aspect; an entry waives one of the two, so make it two entries',
  })
  .refine(({ aspect, capability }) => aspect !== undefined || capability !== undefined, {
    ...whenMap,
    error: 'needs aspect or capability: what it takes out of the gate',
  })
  .meta({
    description: 'An aspect or a capability that the gate leaves alone until a day.',
    oneOf: [{ required: ['aspect'] }, { required: ['capability'] }],
  });

export const Threshold = z
  .strictObject(
    {
      capability: text('a capability, such as model-registry').describe('The capability that it is about.'),
      from: amount('a number above zero', { above: 0 }).describe(
        "The scale from which it is worth it, instead of the model's; `stagegate explain` names the key of the scale.",
      ),
      reason: text('the reason in a few words').describe('Why, in a few words.'),
    },
    { error: 'takes the keys capability, from and reason' },
  )
  .describe('A threshold of your own for a capability that most teams skip.');
