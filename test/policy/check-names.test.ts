import { expect, test } from 'vitest';
import { checkNames } from '../../src/policy/check-names.ts';
import { readTree } from '../../src/policy/read-tree.ts';
import { type BrokenPolicy, mistakesOf, policyContext, withEntry, withSystem } from '../support/policy.ts';

const attested = ['by: me', 'on: 2026-01-01', 'until: 2026-12-31'];
const waived = ['reason: bought before', 'owner: data-team', 'until: 2027-06-30'];

const names: readonly BrokenPolicy[] = [
  [
    'a folder that does not exist',
    'version: 1\nsystems:\n  a: { root: services/asistant }\n',
    '3:14  systems.a.root: there is no folder services/asistant; write its path from the top of the repository',
  ],
  ...['../b', '/etc', 'services/../../b', 'C:\\\\b', '\\\\b'].map(
    (root): BrokenPolicy => [
      `the folder ${root}`,
      `version: 1\nsystems:\n  a: { root: "${root}" }\n`,
      '3:14  systems.a.root leaves the repository; write it from its top, without .. and without / in front',
    ],
  ),
  [
    'rules outside the repository',
    'version: 1\nrules: ../rules\n',
    '2:8  rules leaves the repository; write it from its top, without .. and without / in front',
  ],
  [
    'a glob with a slash in front',
    withSystem('include: [/infra/**]'),
    '5:15  systems.a.include.0 leaves the repository; write it from its top, without .. and without / in front',
  ],
  [
    'a glob that negates',
    withSystem('exclude: ["!keep/**"]'),
    '5:15  systems.a.exclude.0 begins with !, which is not read; put what counts in include and what does not in exclude',
  ],
  [
    'one folder for two systems',
    'version: 1\nsystems:\n  a: { root: services/a }\n  b: { root: ./services/a/ }\n',
    '4:14  systems.b.root is services/a, as that of systems.a is; give each system a folder of its own',
  ],
  [
    'two systems without a root',
    'version: 1\nsystems:\n  a: {}\n  b: { target: 3 }\n',
    '4:3  systems.b has no root and so is the whole repository, as systems.a is; give it a folder of its own',
  ],
  [
    'a misspelt aspect',
    withEntry('attest', ['aspect: eval-in-ci/on-chnage', ...attested]),
    '6:17  systems.a.attest.0.aspect: eval-in-ci/on-chnage is no aspect of the model; did you mean eval-in-ci/on-change?',
  ],
  [
    'an aspect that resembles none',
    withEntry('waive', ['aspect: coffee/hot', ...waived]),
    '6:17  systems.a.waive.0.aspect: coffee/hot is no aspect of the model; see `stagegate explain` for the aspects of a practice',
  ],
  [
    'a practice',
    withEntry('attest', ['aspect: eval-in-ci', ...attested]),
    '6:17  systems.a.attest.0.aspect: eval-in-ci is a practice; name one of its aspects: eval-in-ci/harness, eval-in-ci/on-change',
  ],
  [
    'the aspect of an unknown regime',
    withEntry('attest', ['aspect: compliance-posture/documented:eu-ai-atc', ...attested]),
    '6:17  systems.a.attest.0.aspect: compliance-posture/documented:eu-ai-atc names a regime that is not known; did you mean eu-ai-act?',
  ],
  [
    'a capability as an aspect',
    withEntry('waive', ['aspect: model-registry', ...waived]),
    '6:17  systems.a.waive.0.aspect: model-registry is a capability; write capability: model-registry in waive',
  ],
  [
    'an aspect as a capability',
    withEntry('waive', ['capability: eval-in-ci/harness', ...waived]),
    '6:21  systems.a.waive.0.capability: eval-in-ci/harness is an aspect; write aspect: eval-in-ci/harness',
  ],
  [
    'a misspelt capability',
    withEntry('waive', ['capability: modl-registry', ...waived]),
    '6:21  systems.a.waive.0.capability: modl-registry is no capability; did you mean model-registry?',
  ],
  [
    'a capability that resembles none',
    withEntry('waive', ['capability: espresso', ...waived]),
    '6:21  systems.a.waive.0.capability: espresso is no capability; the capabilities are model-registry, feature-store',
  ],
  [
    'a misspelt regime',
    withSystem('regimes: [eu-ai-atc]'),
    '5:15  systems.a.regimes.0: eu-ai-atc is no regime that is known; did you mean eu-ai-act?',
  ],
  [
    'an unknown regime',
    withSystem('regimes: [gdpr]'),
    '5:15  systems.a.regimes.0: gdpr is no regime that is known; the regimes are eu-ai-act, mas',
  ],
];

test.each(names)('%s is told with what was meant', (_, text, ...told) => {
  expect(mistakesOf(text)).toEqual(told);
});

/** What is told of one regime where many are known. */
function regimeHint(word: string, regimes: readonly string[]): string | undefined {
  const { tree } = readTree(withSystem(`regimes: [${word}]`));
  return tree && checkNames(tree, { ...policyContext, regimes: new Set(regimes) })[0]?.message;
}

test('the beginning of several regimes is told with all of them', () => {
  expect(regimeHint('eu', ['eu-ai-act', 'eu-mdr', 'mas'])).toContain('; did you mean eu-ai-act or eu-mdr?');
});

test('of many regimes twelve are listed', () => {
  const many = Array.from({ length: 13 }, (_, n) => `regime-${n}`);

  expect(regimeHint('zzz', many.slice(1))).toMatch(/regime-11, regime-12$/);
  expect(regimeHint('zzz', many)).toMatch(/regime-10, regime-11 and 1 more, in rules\/data\/regimes\.yml$/);
});
