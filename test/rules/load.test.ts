import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRules } from '../../src/rules/load.ts';
import { smallModel } from '../support/model.ts';

const workflow = `on: push
jobs:
  a:
    steps:
      - run: tool deploy
`;

const good = {
  title: 'tool deploys on push',
  proves: ['delivery/deploy'],
  since: '0.1.0',
  why: 'A person forgets.',
  fix: 'Run tool deploy in a workflow.',
  match: { fact: 'step', triggers: 'push', command: '/^tool deploy/' },
  examples: [
    { name: 'on push', files: { '.github/workflows/a.yml': workflow }, expect: ['.github/workflows/a.yml:5'] },
    { name: 'nothing', files: { 'README.md': '' }, expect: [] },
  ],
};

function load(rule: unknown, path = 'delivery/tool.yml') {
  const text = typeof rule === 'string' ? rule : stringify(rule);
  return loadRules([{ path, text }], { model: smallModel, regimes: new Set(['eu-ai-act']) });
}

test('a good rule loads, its id is its path', () => {
  expect(load(good)[0]?.id).toBe('delivery/tool');
});

test('aspects of a regime are known', () => {
  expect(load({ ...good, proves: ['drills/documented:eu-ai-act'] }, 'drills/paper.yml')).toHaveLength(1);
});

const leaf = { fact: 'step', command: 'x' };

/** A rule with one thing changed, and what the author is told. */
const mistakes: readonly [sentence: string, rule: unknown, told: string, path?: string][] = [
  [
    'a typo in a field',
    { ...good, match: { fact: 'step', comand: 'x' } },
    'match: a step has no field comand; did you mean command?',
  ],
  [
    'a field of another kind of fact',
    { ...good, match: { fact: 'file', tag: 'x' } },
    'match: a file has no field tag; it has name, path, role',
  ],
  [
    'a typo in a branch',
    { ...good, match: { any: [leaf, { fact: 'job', trigers: 'push' }] } },
    'match.any.1: a job has no field trigers; did you mean triggers?',
  ],
  [
    'a leaf that asks for nothing',
    { ...good, match: { fact: 'step' } },
    'match: a leaf without fields matches every step',
  ],
  ['an unknown kind of fact', { ...good, match: { fact: 'stepp', command: 'x' } }, 'match'],
  [
    'an unknown aspect',
    { ...good, proves: ['delivery/deplyo'] },
    'delivery/deplyo is not an aspect of the model; did you mean delivery/deploy?',
  ],
  [
    'an unknown regime',
    { ...good, proves: ['drills/documented:eu-ai-acts'] },
    'did you mean drills/documented:eu-ai-act?',
    'drills/paper.yml',
  ],
  [
    'an unknown capability',
    { ...good, proves: undefined, shows: ['registri'] },
    'did you mean registry?',
    'skip/registry/a.yml',
  ],
  [
    'no negative example',
    { ...good, examples: [good.examples[0], good.examples[0]] },
    'no look-alike that must not match (expect: [])',
  ],
  [
    'no positive example',
    { ...good, examples: [good.examples[1], good.examples[1]] },
    'none that must match (expect: [path:line])',
  ],
  ['one example only', { ...good, examples: [good.examples[0]] }, 'a rule needs at least two'],
  ['an unknown key', { ...good, titel: 'x' }, 'titel is not a key of a rule; did you mean title?'],
  ['a missing title', { ...good, title: undefined }, 'title'],
  ['a missing reason', { ...good, why: undefined }, 'why is missing'],
  ['a missing fix', { ...good, fix: undefined }, 'fix is missing'],
  ['two things at once', { ...good, marks: 'deploys' }, 'a rule speaks for one thing'],
  ['nothing to speak for', { ...good, proves: undefined }, 'a rule speaks for one thing'],
  [
    'unknown without what settles it',
    { ...good, proves: undefined, unknown: ['delivery/review'] },
    'unknown needs settle',
  ],
  ['the wrong folder', good, 'a rule in watching/ has to speak for watching too', 'watching/tool.yml'],
  ['no folder', good, 'a rule lives in a folder named for what it speaks for: delivery/tool', 'tool.yml'],
  ['a price below Stage 4', { ...good, costly: true }, 'costly is for what proves or signs a practice of Stage 4'],
  ['an activity in the wrong folder', { ...good, proves: undefined, marks: 'deploys' }, 'lives in activity/deploys/'],
  ['an expression that is none', { ...good, match: { fact: 'step', command: '/(/' } }, 'match.command'],
  ['an expression that could hang', { ...good, match: { fact: 'step', command: '/(?=a)b/' } }, 'match.command'],
  [
    'an activity that nothing marks',
    { ...good, match: { fact: 'job', activities: 'deploys' } },
    'no rule marks the activity deploys',
  ],
  ['not outside all', { ...good, match: { not: leaf } }, 'not stands inside all'],
  [
    'not in the first place',
    { ...good, match: { all: [{ not: leaf }, leaf], within: 'job' } },
    'the first of all names the place',
  ],
  ['all without within', { ...good, match: { all: [leaf, leaf] } }, 'within: job | file | system'],
  [
    'a file within a job',
    { ...good, match: { all: [leaf, { fact: 'file', name: 'x' }], within: 'job' } },
    'a file belongs to none',
  ],
  ['any with one branch', { ...good, match: { any: [leaf] } }, 'match.any: takes two or more'],
  ['text where a map has keys', { ...good, match: { fact: 'step', with: 'x' } }, 'takes a mapping of keys to patterns'],
  ['unless without a field', { ...good, unless: [{ because: 'x' }] }, 'needs a field beside because'],
  [
    'unless with a field that is none',
    { ...good, unless: [{ because: 'x', tolerantt: true }] },
    'did you mean tolerant?',
  ],
  ['text that is not YAML', 'title: [', 'delivery/tool.yml: not YAML'],
];

test.each(mistakes)('%s is told with file and key', (_, rule, told, path) => {
  const broken = typeof rule === 'string' ? rule : parse(stringify(rule));

  expect(() => load(broken, path)).toThrow(told);
  expect(() => load(broken, path)).toThrow(path ?? 'delivery/tool');
});

test('all mistakes of all files are told at once', () => {
  const files = ['delivery/a.yml', 'delivery/b.yml'].map((path) => ({
    path,
    text: stringify({ ...good, titel: 'x' }),
  }));

  expect(() => loadRules(files, { model: smallModel, regimes: new Set() })).toThrow(/a\.yml.*\n.*b\.yml/);
});
