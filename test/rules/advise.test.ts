import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { adviseRules, stackOf } from '../../src/rules/advise.ts';
import type { Rule } from '../../src/rules/schema.ts';
import { chooseSnippet, snippetLinesLimit } from '../../src/rules/snippet.ts';
import { stepFact } from '../support/facts.ts';

const seen = { at: { path: repoPath('a'), line: 1 }, role: 'product' as const };

const facts: readonly Fact[] = [
  stepFact('a', { provider: 'pipelines', uses: 'org/build-action@v3' }),
  stepFact('a', { provider: 'pipelines', command: 'scorer run --all' }),
  { ...seen, kind: 'resource', tool: 'hcl', type: 'cloud_bucket_lock', name: 'x', attributes: {} },
  { ...seen, kind: 'dependency', ecosystem: 'registry', name: 'tracer', scope: 'product' },
  { ...seen, kind: 'image', reference: 'host/org/gateway:1', repository: 'host/org/gateway', tag: '1' },
];

test('what is used is told by the words of pipelines, tools, registries, types and their families', () => {
  const words = [...stackOf(facts)].sort();

  expect(words).toEqual(
    expect.arrayContaining([
      'pipelines',
      'org/build-action',
      'scorer',
      'hcl',
      'cloud',
      'cloud_bucket',
      'cloud_bucket_lock',
      'registry',
      'tracer',
      'gateway',
    ]),
  );
});

test.each([
  ['an example', { ...facts[2], role: 'example' }],
  ['what is switched off', { ...facts[2], disabled: 'count = 0' }],
])('%s tells nothing', (_, fact) => {
  expect([...stackOf([fact as Fact])]).toEqual([]);
});

function rule(id: string, over: Partial<Rule> = {}): Rule {
  return {
    id,
    title: id,
    since: '0.1.0',
    proves: ['p/a'],
    fix: `Do ${id}.`,
    match: { fact: 'file', name: 'x' },
    ...over,
  };
}

describe('the fix', () => {
  const used = new Set(['pipelines', 'tracer', 'cloud', 'cloud_bucket', 'Alert']);
  const cases: readonly [sentence: string, rules: readonly Rule[], id: string | undefined][] = [
    ['is of a rule whose whole stack is used', [rule('a', { stack: ['pipelines', 'tracer'] })], 'a'],
    ['is not of one that asks for more', [rule('a', { stack: ['pipelines', 'scorer'] })], undefined],
    [
      'is of the one that asks for most',
      [rule('a', { stack: ['tracer'] }), rule('b', { stack: ['pipelines', 'tracer'] })],
      'b',
    ],
    ['is of the family that a rule looks at', [rule('a', { match: { fact: 'resource', type: 'cloud_alarm' } })], 'a'],
    ['is not of another family', [rule('a', { match: { fact: 'resource', type: 'other_alarm' } })], undefined],
    ['is of the family of an expression', [rule('a', { match: { fact: 'resource', type: '/^cloud_(a|b)$/' } })], 'a'],
    ['is of a type without a family', [rule('a', { match: { fact: 'resource', type: ['Alert', 'Other'] } })], 'a'],
    ['is not of a rule that says nothing of a stack', [rule('a')], undefined],
    [
      'rather fits than happens to fit',
      [rule('a', { match: { fact: 'resource', type: 'cloud_x' } }), rule('b', { stack: ['tracer'] })],
      'b',
    ],
    [
      'rather costs little',
      [rule('a', { stack: ['pipelines', 'tracer'], costly: true }), rule('b', { stack: ['tracer'] })],
      'b',
    ],
    ['proves the aspect', [rule('a', { stack: ['tracer'], proves: undefined, signs: ['p/a'] })], undefined],
  ];

  test.each(cases)('%s', (_, rules, id) => {
    expect(adviseRules(rules, used).get('p/a')?.id).toBe(id);
  });
});

describe('the snippet of a rule', () => {
  const example = (files: Readonly<Record<string, string>>, places: readonly string[]) => ({
    name: 'x',
    files,
    expect: [...places],
  });
  const long = 'x\n'.repeat(snippetLinesLimit + 1);

  test('is the shortest file in which it finds something', () => {
    const examples = [
      example({ 'a.yml': 'one\ntwo\n', 'b.yml': 'short\n' }, ['a.yml:1']),
      example({ 'c.yml': 'one\n' }, ['c.yml:1']),
      example({ 'd.yml': '' }, []),
    ];

    expect(chooseSnippet({ ...rule('a'), examples })).toEqual({ path: 'c.yml', text: 'one' });
  });

  test.each([
    ['of a file that is too long', rule('a'), { 'a.yml': long }],
    ['of a rule that proves nothing', rule('a', { proves: undefined }), { 'a.yml': 'x' }],
  ])('is none %s', (_, of, files) => {
    expect(chooseSnippet({ ...of, examples: [example(files, ['a.yml:1'])] })).toBeUndefined();
  });
});
