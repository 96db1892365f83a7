import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/lib/user-error.ts';
import { parseOrganisation } from '../../../src/policy/organisation/parse.ts';
import { Organisation } from '../../../src/policy/organisation/schema.ts';
import { policyContext } from '../../support/policy.ts';

const full = `version: 1
extends: group.yml
mode: enforce
gate: { on-unknown: fail }
targets:
  - target: 2
  - target: 4
    due: 2027-06-01
    kind: [rag, agent]
    lifecycle: [production]
    audience: [customers, public]
    regulated: true
waivers:
  forbid: [eval-in-ci, incident-runbooks/exercised, model-registry]
  max-days: 180
  max: 5
attestations:
  forbid: [eval-in-ci/harness]
  max-days: 365
`;

function parse(text: string) {
  return parseOrganisation({ text, name: 'org.yml' }, policyContext);
}

function toldOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n')[0] ?? '';
    throw error;
  }
  throw new Error('it was accepted');
}

test('a file with every key keeps what it says', () => {
  const { policy, lines } = parse(full);

  expect(policy).toMatchObject({ mode: 'enforce', waivers: { 'max-days': 180, max: 5 } });
  expect(lines(['targets', 1])).toBe(7);
});

describe('a mistake is told with line, key and hint:', () => {
  test.each([
    ['no version', 'mode: enforce\n', 'org.yml:1:1  version is missing'],
    ['nothing', '', "org.yml:1:1  the organisation's policy is empty; it needs at least version: 1"],
    ["a team's key", 'version: 1\nsystems: {}\n', 'org.yml:2:1  systems is not a key here; the keys are'],
    ['a misspelt key', 'version: 1\nwaviers: {}\n', 'org.yml:2:1  waviers is not a key here; did you mean waivers?'],
    [
      'a key of the wrong map',
      'version: 1\nforbid: []\n',
      'org.yml:2:1  forbid is not a key here; it belongs in waivers or in attestations',
    ],
    [
      'a stage that is none',
      'version: 1\ntargets: [{ target: 5 }]\n',
      'org.yml:2:21  targets.0.target takes a stage: 1, 2, 3 or 4',
    ],
    ['no target', 'version: 1\ntargets: [{ kind: [rag] }]\n', 'targets.0.target is missing'],
    [
      'a word where a list belongs',
      'version: 1\ntargets: [{ target: 2, kind: rag }]\n',
      'takes a list, such as [rag, agent]',
    ],
    ['half a day', 'version: 1\nwaivers: { max-days: 1.5 }\n', 'waivers.max-days takes a whole number'],
    [
      'an unknown practice',
      'version: 1\nwaivers: { forbid: [evals-in-ci] }\n',
      'waivers.forbid.0: evals-in-ci is no practice, aspect or capability of the model; did you mean eval-in-ci?',
    ],
    [
      'a capability that nobody can attest',
      'version: 1\nattestations: { forbid: [model-registry] }\n',
      'attestations.forbid.0: model-registry is no practice or aspect',
    ],
    [
      'a key that every object has',
      'version: 1\nconstructor: { x: 1 }\n',
      'org.yml:2:1  constructor is not a key here',
    ],
  ])('%s', (_, text, told) => {
    expect(toldOf(text)).toContain(told);
  });
});

test('the published schema judges as the parser does', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/organisation.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, formats: { date: true } }).compile(schema);

  for (const policy of [
    parse(full).policy,
    { version: 1 },
    { version: 1, targets: [{}] },
    { version: 1, systems: {} },
  ]) {
    expect(validate(policy)).toBe(Organisation.safeParse(policy).success);
  }
});
