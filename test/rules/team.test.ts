import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { tryExamples } from '../../src/rule-examples.ts';
import { strangersEngine } from '../../src/rules/engine.ts';
import { loadTeamRules, matchDepthLimit, patternLengthLimit, repetitionLimit } from '../../src/rules/team.ts';
import { tools } from '../support/tools.ts';

const { ruleSet } = loadRulesFolder();

const workflow = `on: pull_request
jobs:
  a:
    steps:
      - run: ./tools/score --floor 0.8
`;

const good = {
  title: 'our own scorer runs on pull requests',
  proves: ['eval-in-ci/on-change'],
  since: '0.1.0',
  why: 'A worse prompt merges unseen.',
  fix: 'Run tools/score on pull requests.',
  match: { fact: 'step', triggers: 'pull_request', command: '/\\bscore\\b.* --floor/' },
  examples: [
    { name: 'on pull requests', files: { '.github/workflows/a.yml': workflow }, expect: ['.github/workflows/a.yml:5'] },
    { name: 'nothing', files: { 'README.md': '' }, expect: [] },
  ],
};

function load(rule: object, path = 'eval-in-ci/our-scorer.yml') {
  return loadTeamRules([{ path, text: stringify(rule), name: `.github/rules/${path}` }], ruleSet);
}

describe("a team's rule", () => {
  test('has an id that none of ours can have', () => {
    expect(load(good).map(({ id }) => id)).toEqual(['team/eval-in-ci/our-scorer']);
  });

  test('takes no place of a built-in one, though its path is the same', () => {
    const path = 'eval-in-ci/promptfoo-on-change.yml';

    expect(load(good, path)[0]?.id).toBe('team/eval-in-ci/promptfoo-on-change');
  });

  test.each([
    ['signs an aspect', { ...good, proves: undefined, signs: ['eval-in-ci/on-change'] }, 'eval-in-ci/our-scorer.yml'],
    ['hints', { ...good, proves: undefined, hints: ['eval-in-ci/on-change'] }, 'eval-in-ci/our-scorer.yml'],
    ['shows a capability', { ...good, proves: undefined, shows: ['model-registry'] }, 'skip/model-registry/ours.yml'],
    ['marks an activity', { ...good, proves: undefined, marks: 'evaluates' }, 'activity/evaluates/ours.yml'],
    ['asks for a built-in activity', { ...good, match: { fact: 'job', activities: 'deploys' } }, 'eval-in-ci/a.yml'],
  ])('%s', (_, rule, path) => {
    expect(load(rule, path)).toHaveLength(1);
  });

  const nested = (levels: number): object =>
    levels === 0 ? { fact: 'file', name: 'x' } : { any: [nested(levels - 1), { fact: 'file', name: 'y' }] };

  test.each([
    [
      'leaves nothing unknown',
      { ...good, proves: undefined, unknown: ['eval-in-ci/on-change'], settle: 'x' },
      'unknown is not for a team',
    ],
    ['marks no system', { ...good, proves: undefined, marks: 'system/rag' }, "marks: a team's rule marks activities"],
    [
      'shows no symptom',
      { ...good, proves: undefined, shows: ['manual-deploy-script'] },
      'manual-deploy-script is a symptom',
    ],
    [
      'speaks for no aspect that is not there',
      { ...good, proves: ['eval-in-ci/on-chance'] },
      'did you mean eval-in-ci/on-change?',
    ],
    ['has examples', { ...good, examples: [] }, 'examples: a rule needs at least two'],
    ['has no pattern that is none', { ...good, match: { fact: 'step', command: '/(?=a)/' } }, 'match.command'],
    [
      'has no long pattern',
      { ...good, match: { fact: 'step', command: 'x'.repeat(patternLengthLimit + 1) } },
      '1001 characters',
    ],
    [
      'repeats nothing too often',
      { ...good, match: { fact: 'step', command: `/a{1,${repetitionLimit + 1}}/` } },
      'repeats 101 times',
    ],
    ['nests no deeper than it may', { ...good, match: nested(matchDepthLimit + 1) }, 'nests more than 10 levels'],
  ])('%s', (_, rule, told) => {
    expect(() => load(rule)).toThrow(told);
    expect(() => load(rule)).toThrow('.github/rules/eval-in-ci/our-scorer.yml: ');
  });

  test.each([
    ['a long pattern', { ...good, match: { fact: 'step', command: 'x'.repeat(patternLengthLimit) } }],
    ['a repetition', { ...good, match: { fact: 'step', command: `/a{1,${repetitionLimit}}/` } }],
    ['years in the braces of a glob', { ...good, match: { fact: 'file', path: 'docs/{2024,2025}/*' } }],
    ['nesting', { ...good, match: nested(matchDepthLimit) }],
  ])('may have %s within the limit', (_, rule) => {
    expect(load(rule)).toHaveLength(1);
  });

  test('that nests beyond what the stack holds is told, and no bug', () => {
    const text = `match: ${'{ any: ['.repeat(800)}${']}'.repeat(800)}\n`;

    expect(() => loadTeamRules([{ path: 'eval-in-ci/a.yml', text }], ruleSet)).toThrow(
      /eval-in-ci\/a\.yml|can't be read/,
    );
  });
});

describe('globs of strangers', () => {
  test.each([
    ['stars that back-track', `**/${'*a'.repeat(20)}b`, `x/${'a'.repeat(240)}`],
    ['braces that multiply', '{a,b}'.repeat(20), 'a'.repeat(20)],
    ['folders that could be any', `${'**/'.repeat(30)}x`, `${'a/'.repeat(100)}y`],
  ])('take no time: %s', (_, glob, path) => {
    const started = performance.now();

    strangersEngine.pathGlob(glob)(path);

    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each([
    ['services/*/prompts/**', 'services/a/prompts/b/c.md', true],
    ['services/*/prompts/**', 'services/a/b/prompts/c.md', false],
    ['**/.hidden/*.{yml,yaml}', 'a/.hidden/x.yaml', true],
    ['!a', 'b', false],
  ])('%s and %s: %s', (glob, path, fits) => {
    expect(strangersEngine.pathGlob(glob)(path)).toBe(fits);
  });
});

describe('the examples', () => {
  test('are run with the built-in activities', () => {
    const rule = { ...good, match: { fact: 'step', activities: 'deploys' } };
    const deploy = 'on: push\njobs:\n  a:\n    steps:\n      - run: kubectl apply -f k8s\n';
    const examples = [
      { name: 'deploy', files: { '.github/workflows/a.yml': deploy }, expect: ['.github/workflows/a.yml:5'] },
      good.examples[1],
    ];

    const tried = tryExamples(load({ ...rule, examples }), ruleSet, tools.querySyntax);

    expect(tried.map(({ holds }) => holds)).toEqual([true, true]);
  });

  test('that do not hold say what was found', () => {
    const [first, second] = good.examples;
    const examples = [{ ...first, expect: ['.github/workflows/a.yml:4'] }, second];

    const [tried] = tryExamples(load({ ...good, examples }), ruleSet, tools.querySyntax);

    expect(tried).toEqual({
      rule: 'team/eval-in-ci/our-scorer',
      example: 'on pull requests',
      expected: ['.github/workflows/a.yml:4'],
      found: ['.github/workflows/a.yml:5'],
      holds: false,
    });
  });
});
