import { describe, expect, test } from 'vitest';
import type { Attestation } from '../../src/model/system.ts';
import { parse, withSystem } from '../support/policy.ts';

const full = `version: 1
extends: .github/org-stagegate.yml      # a stricter file
mode: enforce
reviewed: 2026-11-01
capacity: 12
rules: .github/stagegate/rules
gate:
  on-unknown: warn
systems:
  assistant:
    root: services/assistant
    include: [infra/assistant/**]
    exclude: [services/assistant/legacy/**]
    kind: rag
    lifecycle: production
    audience: customers
    reputational-risk: high
    regulated: insurance
    regimes: [eu-ai-act, mas]
    target: 3
    due: 2027-03-31
    scale: { models-in-production: 3, models-sharing-features: 0, experiments: 40, predictions-per-day: 40000, small-models-trained: 0 }
    attest:
      - aspect: incident-runbooks/exercised
        by: platform-lead
        on: 2026-08-12
        until: 2027-02-12
        url: https://wiki.example.org/drills/2026-08
    waive:
      - aspect: cost-attribution/per-user
        reason: batch only, no end users
        owner: data-team
        until: 2027-06-30
      - capability: model-registry
        reason: bought before
        owner: data-team
        until: 2027-06-30
`;

describe('a good policy', () => {
  test('with every key keeps what it says', () => {
    const { policy } = parse(full);

    const attested: readonly Attestation[] = policy.systems?.assistant?.attest ?? [];
    expect(policy).toMatchObject({ version: 1, mode: 'enforce', capacity: 12, gate: { 'on-unknown': 'warn' } });
    expect(policy.systems?.assistant).toMatchObject({ kind: 'rag', regulated: 'insurance', target: 3 });
    expect(policy.systems?.assistant?.scale).toEqual({
      'models-in-production': 3,
      'models-sharing-features': 0,
      experiments: 40,
      'predictions-per-day': 40_000,
      'small-models-trained': 0,
    });
    expect(attested).toEqual([
      {
        aspect: 'incident-runbooks/exercised',
        by: 'platform-lead',
        on: '2026-08-12',
        until: '2027-02-12',
        url: 'https://wiki.example.org/drills/2026-08',
      },
    ]);
    expect(policy.systems?.assistant?.waive?.map(({ aspect, capability }) => aspect ?? capability)).toEqual([
      'cost-attribution/per-user',
      'model-registry',
    ]);
  });

  test('knows the lines of its systems, of its keys and of what is above a key that it has not', () => {
    const { systemLines, lines } = parse(full);

    const paths = [['mode'], ['systems', 'assistant', 'target'], ['systems', 'assistant', 'waive', 1]];
    expect(systemLines).toEqual({ assistant: 10 });
    expect(paths.map(lines)).toEqual([3, 20, 34]);
    expect(lines(['systems', 'assistant', 'unheard-of', 'key'])).toBe(10);
    expect(lines([])).toBe(1);
  });

  test.each([
    ['version alone', 'version: 1\n'],
    ['a mark for the byte order', '\ufeffversion: 1\n'],
    ['line ends of Windows', 'version: 1\r\nmode: observe\r\n'],
    ['no system', 'version: 1\nsystems: {}\n'],
    ['a system without keys', 'version: 1\nsystems: { a: {} }\n'],
    ['the whole repository', 'version: 1\nsystems: { a: { root: . } }\n'],
    ['a system inside another', 'version: 1\nsystems: { a: { root: . }, b: { root: services/a } }\n'],
    ['the words of YAML 1.1', '%YAML 1.1\n---\nversion: 1\nreviewed: 2026-11-01\n'],
    ['a leap day', withSystem('due: 2028-02-29')],
    [
      'an attestation of one day',
      withSystem('attest: [{ aspect: eval-in-ci/harness, by: me, on: 2026-01-01, until: 2026-01-01 }]'),
    ],
    [
      'the aspect of a regime',
      withSystem(
        'attest: [{ aspect: "compliance-posture/documented:mas", by: me, on: 2026-01-01, until: 2026-02-01 }]',
      ),
    ],
    ['no regulator', withSystem('regulated: false')],
  ])('may be %s', (_, text) => {
    expect(parse(text).policy.version).toBe(1);
  });

  test('may share a list between systems by an alias', () => {
    const text = `${withSystem('regimes: &both [eu-ai-act, mas]')}  b:\n    root: services/b\n    regimes: *both\n`;

    expect(parse(text).policy.systems?.b?.regimes).toEqual(['eu-ai-act', 'mas']);
  });

  test('may name a system as an object has its own', () => {
    const { policy, systemLines } = parse(
      'version: 1\nsystems:\n  constructor: { root: services/a }\n  toString: { root: services/b }\n',
    );

    expect(Object.keys(policy.systems ?? {})).toEqual(['constructor', 'toString']);
    expect(systemLines).toEqual(
      Object.fromEntries([
        ['constructor', 3],
        ['toString', 4],
      ]),
    );
  });

  test('keeps the name of a system as it is written', () => {
    expect(Object.keys(parse('version: 1\nsystems: { 007: {} }\n').policy.systems ?? {})).toEqual(['007']);
  });
});
