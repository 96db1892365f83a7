import { expect, test } from 'vitest';
import type { StepFact } from '../../src/model/fact.ts';

import { compileRule } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import { indexFacts, matchRule } from '../../src/rules/match.ts';
import { stepFact } from '../support/facts.ts';

const rule = compileRule(
  {
    id: 'p/tool',
    title: 'a tool runs',
    since: '0.1.0',
    proves: ['p/a'],
    match: { fact: 'step', command: '/^tool/' },
    unless: [
      { because: 'it is a dry run', command: '/dry/' },
      { because: 'it only echoes', command: '/echo/' },
    ],
  },
  patternEngine,
);

function step(command: string): StepFact {
  return stepFact('a', { path: 'ci.yml', line: 4, command });
}

test('facts of one line are found in one order, whatever theirs was', () => {
  const facts = [step('tool --dry'), step('tool echo'), step('tool')];
  const found = (some: readonly StepFact[]) => matchRule(rule, indexFacts(some)).map(({ because }) => because);

  expect(found(facts)).toEqual([undefined, 'it is a dry run', 'it only echoes']);
  expect(found([...facts].reverse())).toEqual(found(facts));
});
