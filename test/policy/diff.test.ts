import { describe, expect, test } from 'vitest';
import { repoPath } from '../../src/model/location.ts';
import { diffFiles, diffPolicies, policyHash } from '../../src/policy/diff.ts';
import { parsePolicy } from '../../src/policy/parse.ts';

const known = {
  aspects: new Set(['a/b', 'a/c']),
  capabilities: new Set(['registry']),
  regimes: new Set(['mas', 'eu-ai-act']),
  directoryExists: () => true,
};

function read(text: string) {
  return parsePolicy(`version: 1\n${text}`, 'stagegate.yml', known);
}

/** What a change is told as: `key: from -> to`, with `lower` where it weakens. */
function told(before: string | undefined, after: string | undefined) {
  const [old, now] = [before, after].map((text) => (text === undefined ? undefined : read(text)));
  return diffPolicies(old, now).map(
    ({ key, from = '', to = '', weakens }) => `${key}: ${from} -> ${to}${weakens ? ' lower' : ''}`,
  );
}

const system = (rest: string) => `systems:\n  bot: { root: ., ${rest} }\n`;

describe('a key of the top', () => {
  test.each([
    ['mode: enforce\n', 'mode: ratchet\n', 'mode: enforce -> ratchet lower'],
    ['mode: observe\n', 'mode: ratchet\n', 'mode: observe -> ratchet'],
    ['', 'mode: observe\n', 'mode:  -> observe lower'],
    ['mode: observe\n', '', 'mode: observe -> '],
    ['gate: { on-unknown: fail }\n', '', 'gate.on-unknown: fail ->  lower'],
    ['', 'gate: { on-unknown: fail }\n', 'gate.on-unknown:  -> fail'],
    ['', 'reviewed: 2026-11-01\n', 'reviewed:  -> 2026-11-01'],
    ['capacity: 3\n', 'capacity: 4\n', 'capacity: 3 -> 4'],
    ['rules: a\n', 'rules: b\n', 'rules: a -> b lower'],
    ['extends: a.yml\n', '', 'extends: a.yml ->  lower'],
  ])('%j to %j', (before, after, expected) => {
    expect(told(before, after)).toEqual([expected]);
  });
});

test('a threshold of its own lowers the bar until it goes', () => {
  const threshold = 'thresholds: [{ capability: registry, from: 5, reason: x }]\n';

  expect(told('', threshold)[0]).toMatch(/^thresholds: {2}-> .*"registry".* lower$/);
  expect(told(threshold, '')[0]).not.toMatch(/lower/);
});

describe('a key of a system', () => {
  test.each([
    ['target: 3', 'target: 2', 'target: 3 -> 2 lower'],
    ['target: 2', 'target: 3', 'target: 2 -> 3'],
    ['target: 2', 'kind: rag, target: 2', 'kind:  -> rag'],
    ['target: 2', '', 'target: 2 ->  lower'],
    ['due: 2026-11-01', 'due: 2027-11-01', 'due: 2026-11-01 -> 2027-11-01 lower'],
    ['', 'due: 2026-11-01', 'due:  -> 2026-11-01 lower'],
    ['due: 2026-11-01', '', 'due: 2026-11-01 -> '],
    ['', 'scale: { experiments: 200 }', 'scale.experiments:  -> 200 lower'],
    ['scale: { experiments: 200 }', 'scale: { experiments: 20 }', 'scale.experiments: 200 -> 20'],
    ['regimes: [mas, eu-ai-act]', 'regimes: [mas]', 'regimes: eu-ai-act ->  lower'],
    ['regimes: [mas]', 'regimes: [mas, eu-ai-act]', 'regimes:  -> eu-ai-act'],
    ['', 'include: [infra/**]', 'include:  -> infra/** lower'],
    ['exclude: [old/**]', '', 'exclude: old/** ->  lower'],
    ['audience: public', 'audience: internal', 'audience: public -> internal'],
  ])('%j to %j', (before, after, expected) => {
    expect(told(system(before), system(after))).toEqual([`systems.bot.${expected}`]);
  });

  const waive = (until: string) => `waive: [{ aspect: a/b, reason: x, owner: me, until: ${until} }]`;
  const attest = (aspect: string) => `attest: [{ aspect: ${aspect}, by: me, on: 2026-11-01, until: 2027-11-01 }]`;

  test('a waiver that is added lowers the bar, and one that goes does not', () => {
    expect(told(system(''), system(waive('2027-01-01')))[0]).toMatch(/^systems\.bot\.waive: {2}-> .*"a\/b".* lower$/);
    expect(told(system(waive('2027-01-01')), system(''))[0]).not.toMatch(/lower/);
  });

  test('a waiver that lasts longer is another one', () => {
    expect(told(system(waive('2027-01-01')), system(waive('2027-06-01')))).toHaveLength(2);
  });

  test('an attestation that is added lowers the bar', () => {
    expect(told(system(attest('a/b')), system(attest('a/c'))).filter((line) => line.endsWith('lower'))).toHaveLength(1);
  });
});

describe('a system', () => {
  test('that is taken out is one change, and lowers the bar', () => {
    expect(told(system('target: 3'), '')).toEqual(['systems.bot: declared ->  lower']);
  });

  test('that is added is one change', () => {
    expect(told('', system('target: 3'))).toEqual(['systems.bot:  -> declared']);
  });

  test('is not the one whose name begins with its own', () => {
    const two = `${system('target: 3')}  bot.two: { root: two, target: 3 }\n`;

    expect(told(two, two.replace('root: two, target: 3', 'root: two, target: 2'))).toHaveLength(1);
    expect(told(two, system('target: 2'))).toEqual([
      'systems.bot.target: 3 -> 2 lower',
      'systems."bot.two": declared ->  lower',
    ]);
  });
});

test('a first policy lowers nothing', () => {
  expect(told(undefined, `mode: observe\n${system('target: 1')}`)).toEqual([
    'mode:  -> observe',
    'systems.bot:  -> declared',
  ]);
});

test('comments and the order of keys are no change', () => {
  const before = 'mode: ratchet\ncapacity: 3\n';
  const after = '# reviewed\ncapacity: 3.0\nmode: "ratchet"\n';

  expect(told(before, after)).toEqual([]);
  expect(policyHash(read(before).policy)).toBe(policyHash(read(after).policy));
  expect(policyHash(read(before).policy)).not.toBe(policyHash(read('mode: ratchet\ncapacity: 4\n').policy));
});

test('a change knows its line in the policy that follows', () => {
  const path = repoPath('stagegate.yml');
  const [change] = diffPolicies(read(system('target: 3')), read(`# one\n${system('target: 2')}`), path);

  expect(change?.at).toEqual({ path, line: 4 });
});

test('files that the policy names are told as added, removed and edited', () => {
  const texts = (files: Readonly<Record<string, string>>) =>
    new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  const changes = diffFiles(
    texts({ 'a.yml': 'x', 'b.yml': 'x', 'c.yml': 'x' }),
    texts({ 'a.yml': 'x', 'b.yml': 'y', 'd.yml': 'x' }),
  );

  expect(changes).toMatchObject([
    { key: 'b.yml', from: 'x', to: 'y', at: { path: 'b.yml', line: 1 } },
    { key: 'c.yml', from: 'x' },
    { key: 'd.yml', to: 'x', at: { path: 'd.yml' } },
  ]);
});
