/** What a kind of finding means, for outputs that explain their rules. */
export type KindWords = {
  readonly title: string;
  readonly help: string;
};

/** By kind, in the order in which they block. */
export const kindWords: Readonly<Record<string, KindWords>> = {
  regression: {
    title: 'Lost by this change',
    help: 'The base satisfies an aspect of a practice, and this change does not.',
  },
  gap: {
    title: 'Missing below the target',
    help: 'A practice that the target asks for has aspects for which nothing was found.',
  },
  stale: {
    title: 'Out of date',
    help: 'Evidence with a date, an attestation or a waiver is over, or soon will be.',
  },
  'over-investment': {
    title: 'Bought early',
    help: 'A capability stands in the repository whose declared scale does not pay for it.',
  },
  'policy-conflict': {
    title: 'The policy asks for less than the one above it',
    help: "The organisation's policy forbids what the team's says. The stricter of the two holds.",
  },
  'scope-creep': {
    title: 'Beyond the target',
    help: 'A costly practice of Stage 4 stands in a system whose target is lower.',
  },
  unknown: {
    title: 'Not known',
    help: 'What could show the aspect could not be read. It counts neither as met nor as missing.',
  },
  'policy-change': {
    title: 'This change edits the policy',
    help: 'What the policy says changes with this change. It is judged by the policy of its base.',
  },
  'undeclared-system': {
    title: 'A system that the policy does not declare',
    help: 'An AI system was found outside every system of the policy, so nothing is asked of it.',
  },
  'everything-governed': {
    title: 'Stage 4 is the target of every system',
    help: 'Stage 4 costs a team months. A policy that asks it of every system has seldom weighed each.',
  },
  'review-overdue': {
    title: 'The review of the policy is overdue',
    help: 'Targets follow how a system is used, and are due for another look every quarter.',
  },
  'premature-target': {
    title: 'The target is above the recommendation',
    help: 'The profile of the system calls for less than its target.',
  },
  'low-target': {
    title: 'The target is below the recommendation',
    help: 'The profile of the system calls for more than its target.',
  },
  'unused-waiver': {
    title: 'A waiver or an attestation that changes nothing',
    help: 'The result would be the same without it.',
  },
  symptom: {
    title: 'A trait of Stage 1',
    help: 'Something that teams at Stage 1 do. It explains a stage and never changes it.',
  },
  'incomplete-scan': {
    title: 'The scan is incomplete',
    help: 'Something that could hide a gap was not read, so nothing passes.',
  },
};

/** Where practices, capabilities and kinds of finding are explained. */
export const docsFolder = 'https://github.com/stagegate/stagegate/blob/main/docs';
