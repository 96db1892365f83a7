import { expect, test } from 'vitest';
import { scopeFacts } from '../../src/derive/scope.ts';
import type { Fact, JobFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { system } from '../support/evidence.ts';
import { jobFact } from '../support/facts.ts';

const a = system({ name: 'a', root: 'services/a' });
const b = system({ name: 'b', root: 'services/b', include: ['infra/b/**'] });

function file(path: string): Fact {
  return { kind: 'file', at: { path: repoPath(path), line: 1 }, role: 'product', name: path };
}

function job(over: Partial<JobFact>): JobFact {
  return jobFact('build', over);
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
  ['an excluding pattern says nothing', job({ paths: ['!services/a/**'] }), 'a b'],
];

test.each(cases)('%s', (_, fact, names) => {
  const owners = [a, b].filter((candidate) => scopeFacts([fact], candidate, [a, b]).length > 0);

  expect(owners.map(({ name }) => name).join(' ')).toBe(names);
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
