import { describe, expect, test } from 'vitest';
import { scopeFacts } from '../../src/derive/scope.ts';
import type { Fact, JobFact, QueryFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { system } from '../support/evidence.ts';
import { jobFact, stepFact } from '../support/facts.ts';

const a = system({ name: 'a', root: 'services/a' });
const b = system({ name: 'b', root: 'services/b', include: ['infra/b/**'] });

function file(path: string): Fact {
  return { kind: 'file', at: { path: repoPath(path), line: 1 }, role: 'product', name: path };
}

function job(over: Partial<JobFact>): JobFact {
  return jobFact('build', over);
}

function query(text: string, path = 'monitoring/panels.json'): QueryFact {
  const at = { path: repoPath(path), line: 1 };
  return {
    kind: 'query',
    at,
    role: 'product',
    language: 'promql',
    use: 'panel',
    text,
    about: [],
    quantiles: [],
    routed: 'no',
  };
}

const cases: readonly [sentence: string, Fact, names: string][] = [
  ['a fact under a root is of that system alone', file('services/a/main.py'), 'a'],
  ['a sibling with the same beginning is no child', file('services/ab/main.py'), 'a b'],
  ['a fact outside all roots is shared', file('docs/rollback.md'), 'a b'],
  ['an included fact is of the system that includes it alone', file('infra/b/main.tf'), 'b'],
  ['a job without places is shared', job({}), 'a b'],
  ['a job whose paths lie in one system is that one’s', job({ paths: ['services/a/**'] }), 'a'],
  [
    'the workflow file among the paths does not make it shared',
    job({ paths: ['services/a/**', '.github/workflows/ci.yml'] }),
    'a',
  ],
  ['a job about both is shared', job({ paths: ['services/a/**', 'services/b/*.py'] }), 'a b'],
  ['a job about a shared folder is shared', job({ paths: ['services/a/**', 'libs/**'] }), 'a b'],
  ['a job that works in one folder is that system’s', job({ directory: './services/b' }), 'b'],
  ['a pattern over all services is shared', job({ paths: ['services/**'] }), 'a b'],
  ['a query that names no system is shared', query('rate(http_requests_total[5m])'), 'a b'],
  ['a query that names one system is that one’s', query('rate(http_requests_total{job="b"}[5m])'), 'b'],
  ['a query that names both is shared', query('rate(http_requests_total{job=~"a|b"}[5m])'), 'a b'],
  ['a query on the dashboard of one system is that one’s', query('up', 'monitoring/a-slo.json'), 'a'],
  ['a label that is called like a system names none', query('up{a="x"}'), 'a b'],
  ['a word that only begins like a system names none', query('abc_total'), 'a b'],
  ['an excluding pattern says nothing', job({ paths: ['!services/a/**'] }), 'a b'],
];

test.each(cases)('%s', (_, fact, names) => {
  const owners = [a, b].filter((candidate) => scopeFacts([fact], candidate, [a, b]).length > 0);

  expect(owners.map(({ name }) => name).join(' ')).toBe(names);
});

describe('a job without a folder of its own', () => {
  const step = (directory?: string): Fact => {
    return stepFact('build', { line: 6, ...(directory === undefined ? {} : { directory }) });
  };

  test.each([
    ['is about the folder that its steps work in', [job({}), step('services/a'), step()], 'a'],
    ['is about all the folders that they work in', [job({}), step('services/a'), step('services/b')], 'a b'],
    ['is shared where they work at the top', [job({}), step('services/a'), step('.')], 'a b'],
  ] as const)('%s', (_, facts, names) => {
    const owners = [a, b].filter((candidate) =>
      scopeFacts(facts, candidate, [a, b]).some(({ kind }) => kind === 'job'),
    );

    expect(owners.map(({ name }) => name).join(' ')).toBe(names);
  });

  test('is one job of its file, and another keeps its own folder', () => {
    const facts = [job({}), step('services/a'), job({ job: 'other' })];

    expect(scopeFacts(facts, b, [a, b])).toEqual([facts[2]]);
  });
});

test('a pipeline file is its system’s where all of its jobs are', () => {
  const path = '.github/workflows/ci.yml';
  const only = [file(path), job({ paths: ['services/a/**'] })];

  expect(scopeFacts(only, b, [a, b])).toEqual([]);
  expect(scopeFacts([...only, job({ job: 'other' })], b, [a, b])).toHaveLength(2);
});

test('a system at the top has all but what lies under another root', () => {
  const top = system({ name: 'top' });
  const facts = [file('main.py'), file('services/a/main.py')];

  expect(scopeFacts(facts, top, [top, a])).toEqual([facts[0]]);
});

test('exclude takes away even what is under the root', () => {
  const trimmed = system({ name: 'a', root: 'services/a', exclude: ['services/a/legacy/**'] });

  expect(scopeFacts([file('services/a/legacy/x.py')], trimmed, [trimmed])).toEqual([]);
});
