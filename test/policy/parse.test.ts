import { describe, expect, test } from 'vitest';
import { policyLimit } from '../../src/policy/parse-file.ts';
import { type BrokenPolicy, mistakesOf, parse, refusal, withEntry, withSystem } from '../support/policy.ts';

const topKeys = 'version, extends, mode, reviewed, capacity, rules, gate, thresholds, systems';
const day = 'a day written YYYY-MM-DD, such as 2026-11-01';
const attested = ['by: me', 'on: 2026-01-01', 'until: 2026-12-31'];
const waived = ['reason: bought before', 'owner: data-team', 'until: 2027-06-30'];

const keys: readonly BrokenPolicy[] = [
  ['no version', 'mode: observe\n', '1:1  version is missing; it takes 1, the version of the policy format'],
  ['a later version', 'version: 2\n', '1:10  version is 2, which this release does not read; it reads version: 1'],
  ['a version in quotes', 'version: "1"\n', '1:10  version takes 1, the version of the policy format'],
  ['a misspelt key at the top', 'version: 1\nmdoe: observe\n', '2:1  mdoe is not a key here; did you mean mode?'],
  ['a key that resembles none', 'version: 1\ncolour: red\n', `2:1  colour is not a key here; the keys are ${topKeys}`],
  ['a key of a system at the top', 'version: 1\ntarget: 3\n', '2:1  target is not a key here; it belongs in a system'],
  [
    'a key of an entry in a system',
    withSystem('until: 2027-01-01'),
    "5:5  systems.a.until is not a key here; it belongs in an entry of a system's attest or in an entry of a system's waive",
  ],
  [
    'a misspelt key of the gate',
    'version: 1\ngate: { on_unknown: warn }\n',
    '2:9  gate.on_unknown is not a key here; did you mean on-unknown?',
  ],
  [
    'a misspelt key of a system',
    withSystem('lifecyle: pilot'),
    '5:5  systems.a.lifecyle is not a key here; did you mean lifecycle?',
  ],
  [
    'an unknown key of the scale',
    withSystem('scale: { models-in-prod: 3 }'),
    '5:14  systems.a.scale.models-in-prod is not a key here; did you mean models-in-production?',
  ],
  [
    'a misspelt key of an attestation, which is not missing too',
    withEntry('attest', ['aspects: eval-in-ci/harness', ...attested]),
    '6:9  systems.a.attest.0.aspects is not a key here; did you mean aspect?',
  ],
  [
    'a misspelt key of a waiver',
    withEntry('waive', ['capability: model-registry', 'becuase: x', ...waived]),
    '7:9  systems.a.waive.0.becuase is not a key here; the keys are aspect, capability, reason, owner, until',
  ],
  [
    'one key twice',
    'version: 1\nmode: observe\n\nmode: enforce\n',
    '4:1  mode is written twice, on lines 2 and 4; keep one of them',
  ],
  [
    'one system twice',
    'version: 1\nsystems:\n  a: { root: services/a }\n  a: { root: services/b }\n',
    '4:3  systems.a is written twice, on lines 3 and 4; keep one of them',
  ],
  [
    'a system without a name',
    'version: 1\nsystems: { "": {} }\n',
    '2:12  systems."" has no name; put one before the colon',
  ],
  [
    'a name of 101 characters',
    `version: 1\nsystems: { ${'a'.repeat(101)}: {} }\n`,
    `2:12  systems."${'a'.repeat(40)}…${'a'.repeat(19)}" is longer than the 100 characters that a name may have`,
  ],
];

const values: readonly BrokenPolicy[] = [
  [
    'numbers and lists where there is text',
    'version: 1\nmode: 3\nextends: 12\nrules: [a]\ngate: warn\n',
    '2:7  mode takes observe | ratchet | enforce',
    '3:10  extends takes the path of another policy, such as .github/org-stagegate.yml; put it in quotes',
    '4:8  rules takes a folder, such as .github/stagegate/rules, not a list',
    '5:7  gate takes the key on-unknown, as in on-unknown: warn',
  ],
  [
    'systems as a list',
    'version: 1\nsystems: [a]\n',
    '2:10  systems takes the name of each system, with its keys below it, not a list',
  ],
  [
    'keys with nothing behind them',
    'version: 1\nmode:\nsystems:\n  a:\n',
    '2:1  mode is empty; it takes observe | ratchet | enforce',
    '4:3  systems.a is empty; it takes keys below the name of the system, such as root: services/assistant',
  ],
  [
    'text where there are lists and keys',
    withSystem('include: infra/**\nscale: 3\nattest: x\nregimes: mas'),
    '5:14  systems.a.include takes a list, such as [infra/assistant/**]',
    '6:12  systems.a.scale takes keys with numbers, such as models-in-production: 3',
    '7:13  systems.a.attest takes a list, each entry begun by - aspect:',
    '8:14  systems.a.regimes takes a list, such as [eu-ai-act]',
  ],
  [
    'a day that never comes',
    withSystem('due: 2026-02-30'),
    '5:10  systems.a.due is 2026-02-30, which is no day of the calendar',
  ],
  [
    'the leap day of a common year',
    withSystem('due: 2027-02-29'),
    '5:10  systems.a.due is 2027-02-29, which is no day of the calendar',
  ],
  ['a day as a number', 'version: 1\nreviewed: 20261101\n', `2:11  reviewed takes ${day}`],
  ['a day without its zeros', withSystem('due: 2026-2-3'), `5:10  systems.a.due takes ${day}`],
  [
    'an attestation that ends before it begins, beside another mistake',
    withEntry('attest', ['aspect: eval-in-ci/harness', 'by:', 'on: 2026-08-01', 'until: 2026-07-31']),
    '7:9  systems.a.attest.0.by is empty; it takes who attests it, such as platform-lead',
    '9:16  systems.a.attest.0.until comes before on; an attestation ends after it begins',
  ],
  [
    'an address that is none',
    withEntry('attest', ['aspect: eval-in-ci/harness', ...attested, 'url: "javascript:alert(1)"']),
    '10:14  systems.a.attest.0.url takes an address that begins with https:// or http://',
  ],
  ['stage 0', withSystem('target: 0'), '5:13  systems.a.target takes a stage: 1, 2, 3 or 4'],
  ['stage 5', withSystem('target: 5'), '5:13  systems.a.target takes a stage: 1, 2, 3 or 4'],
  ['a stage in words', withSystem('target: "three"'), '5:13  systems.a.target takes a stage: 1, 2, 3 or 4'],
  ['a stage in quotes', withSystem('target: "3"'), '5:13  systems.a.target takes a stage: 1, 2, 3 or 4; write 3'],
  [
    'a word that is near',
    withSystem('audience: customer'),
    '5:15  systems.a.audience takes internal | customers | public; did you mean customers?',
  ],
  [
    'the beginning of a word',
    withSystem('lifecycle: prod'),
    '5:16  systems.a.lifecycle takes pilot | production | retiring; did you mean production?',
  ],
  [
    'a word in capitals',
    withSystem('reputational-risk: HIGH'),
    '5:24  systems.a.reputational-risk takes low | high; did you mean high?',
  ],
  [
    'the no of YAML 1.1',
    withSystem('regulated: no'),
    '5:16  systems.a.regulated takes the industry, such as insurance, or false',
  ],
  [
    'regulated without an industry',
    withSystem('regulated: true'),
    '5:16  systems.a.regulated takes the industry, such as insurance, or false',
  ],
  [
    'a negative scale',
    withSystem('scale: { experiments: -1 }'),
    '5:27  systems.a.scale.experiments takes a number, zero or more',
  ],
  [
    'a number with separators',
    withSystem('scale: { predictions-per-day: 40_000 }'),
    '5:35  systems.a.scale.predictions-per-day takes a number, zero or more; write 40000',
  ],
  ['no capacity', 'version: 1\ncapacity: 0\n', '2:11  capacity takes a number above zero, in engineering weeks'],
  [
    'a number without end',
    'version: 1\ncapacity: .inf\n',
    '2:11  capacity takes a number above zero, in engineering weeks',
  ],
  [
    'an empty reason',
    withEntry('waive', ['capability: model-registry', 'reason: " "', ...waived.slice(1)]),
    '7:9  systems.a.waive.0.reason is empty; it takes the reason in a few words',
  ],
  [
    'a waiver of two things',
    withEntry('waive', ['aspect: eval-in-ci/harness', 'capability: model-registry', ...waived]),
    '7:21  systems.a.waive.0.capability stands beside aspect; an entry waives one of the two, so make it two entries',
  ],
  [
    'a waiver of nothing',
    withEntry('waive', waived),
    '6:9  systems.a.waive.0 needs aspect or capability: what it takes out of the gate',
  ],
];

describe.each([
  ['a key', keys],
  ['a value', values],
])('a mistake in %s is told with its place and what was meant', (_, policies) => {
  test.each(policies)('%s', (_sentence, text, ...told) => {
    expect(mistakesOf(text)).toEqual(told);
  });
});

test('a policy at the limit is read, one over it is not', () => {
  const padded = (size: number) => `version: 1\n#${'x'.repeat(size - 12)}`;

  expect(parse(padded(policyLimit)).policy.version).toBe(1);
  expect(mistakesOf(padded(policyLimit + 1))).toEqual([
    '1:1  the policy has 257 KiB, and 256 are read at most; move out what is no policy',
  ]);
});

test('the limit counts bytes', () => {
  expect(refusal(`version: 1\n#${'ä'.repeat(policyLimit / 2)}`)).toContain('257 KiB');
});
