import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder, stagegate } from './support/scratch.ts';

const today = ['--today', '2026-11-24'];

const workflow = `on: pull_request
jobs:
  scores:
    runs-on: ubuntu-latest
    steps:
      - run: ./tools/score --floor 0.8
`;

const policy = `version: 1
systems:
  answers:
    root: .
    target: 1
    attest:
      - aspect: rollback-procedure/documented
        by: platform-lead
        on: 2026-08-12
        until: 2027-02-12
        url: https://wiki.example.org/rollback
    waive:
      - aspect: eval-in-ci/harness
        reason: batch only
        owner: data-team
        until: 2027-06-30
`;

const organisation = `version: 1
mode: enforce
targets:
  - target: 2
waivers:
  forbid: [eval-in-ci]
attestations:
  max-days: 30
`;

async function reportOf(folder: string, ...args: readonly string[]) {
  const { code, out, errors } = await stagegate('check', folder, ...today, '--format', 'json', ...args);
  if (out === '') throw new Error(errors);
  return { code, report: JSON.parse(out) };
}

describe('attestations and waivers', () => {
  const folder = scratchFolder({ 'stagegate.yml': policy, 'README.md': '# answers\n' });

  test('stand in text and Markdown with who said so, until when and where', async () => {
    for (const format of ['text', 'markdown']) {
      const { out } = await stagegate('check', folder, ...today, '--format', format);
      const words = out.replaceAll(/\s+/g, ' ').replaceAll('&#8203;', '');

      expect(words).toContain(
        'attested by platform-lead on 2026-08-12 until 2027-02-12: https://wiki.example.org/rollback',
      );
      expect(words).toContain('waived by data-team until 2027-06-30: batch only');
    }
  });

  test('stand in JSON with their lines', async () => {
    const { report } = await reportOf(folder);

    expect(report.systems[0].entries).toEqual([
      {
        kind: 'attestation',
        target: 'rollback-procedure/documented',
        state: 'holds',
        by: 'platform-lead',
        on: '2026-08-12',
        until: '2027-02-12',
        url: 'https://wiki.example.org/rollback',
        line: 7,
      },
      {
        kind: 'waiver',
        target: 'eval-in-ci/harness',
        state: 'holds',
        by: 'data-team',
        until: '2027-06-30',
        reason: 'batch only',
        line: 13,
      },
    ]);
  });

  test('count for nothing with --no-waivers, which the result says', async () => {
    const { report } = await reportOf(folder, '--no-waivers');

    expect(report.systems[0].practices['rollback-procedure'].status).toBe('missing');
    expect(report.systems[0].practices['eval-in-ci'].aspects.harness.status).toBe('absent');
    expect(report.systems[0]).not.toHaveProperty('entries');
    expect(report.policy).toMatchObject({ path: 'stagegate.yml', waivers: false });
    expect((await stagegate('check', folder, ...today, '--no-waivers')).out).toContain(
      'without waivers and attestations',
    );
  });
});

describe("an organisation's policy", () => {
  const extending = policy.replace('version: 1\n', 'version: 1\nextends: .github/org.yml\nmode: observe\n');
  const folder = scratchFolder({ 'stagegate.yml': extending, '.github/org.yml': organisation, 'README.md': '' });

  test('holds against what the team asks for, and both lines are told', async () => {
    const { code, report } = await reportOf(folder);
    const conflicts = report.findings.filter(({ kind }: { kind: string }) => kind === 'policy-conflict');

    expect(code).toBe(1);
    expect(report.verdict.mode).toBe('enforce');
    expect(report.systems[0]).toMatchObject({ target: 2, practices: { 'rollback-procedure': { status: 'missing' } } });
    expect(
      conflicts.map(({ level, message, at }: { level: string; message: string; at: { line: number } }) => [
        level,
        at.line,
        message,
      ]),
    ).toEqual([
      [
        'error',
        9,
        'The attestation (stagegate.yml:9) does not count: it holds for 184 days, and 30 are allowed (.github/org.yml:8).',
      ],
      ['error', 7, 'target: 1 (stagegate.yml:7) is below target: 2 (.github/org.yml:4), so 2 holds.'],
      ['error', 15, 'The waiver (stagegate.yml:15) does not count: eval-in-ci may not be waived (.github/org.yml:6).'],
      [
        'error',
        3,
        'mode: observe (stagegate.yml:3) is weaker than mode: enforce (.github/org.yml:2), so enforce holds.',
      ],
    ]);
  });

  test('is not weakened by an option', async () => {
    const { code, errors } = await stagegate('check', folder, '--mode', 'observe');

    expect([code, errors]).toEqual([
      2,
      'mode observe is weaker than enforce, which .github/org.yml:2 asks for at least\n',
    ]);
  });

  test('that is named by an option holds for a repository without a policy', async () => {
    const outside = scratchFolder({ 'org.yml': organisation });
    const app = scratchFolder({
      'pyproject.toml': '[project]\nname = "answers"\ndependencies = ["openai"]\n',
      Dockerfile: 'FROM python:3.12\n',
    });

    const { code, report } = await reportOf(app, '--org-policy', join(outside, 'org.yml'));

    expect(code).toBe(1);
    expect(report.systems).toMatchObject([{ target: 2, declared: false }]);
    expect(report.policy.organisation).toEqual([join(outside, 'org.yml')]);
  });

  test.each([
    ['lies outside the folder', '../org.yml', 'stagegate.yml:2  extends: ../org.yml leads out of the scanned folder'],
    ['is not there', 'none.yml', 'stagegate.yml:2  extends: there is no file none.yml'],
    ['is no such policy', 'README.md', 'README.md:1:1'],
  ])('that %s exits with 2', async (_, path, told) => {
    const broken = scratchFolder({ 'stagegate.yml': `version: 1\nextends: ${path}\n`, 'README.md': '# text\n' });

    const { code, errors } = await stagegate('check', broken);

    expect([code, errors]).toEqual([2, expect.stringContaining(told)]);
  });
});

describe("a team's own rules", () => {
  const rule = `title: our own scorer runs on pull requests
proves: [eval-in-ci/on-change]
since: 0.1.0
why: A worse prompt merges unseen.
fix: Run tools/score on pull requests.
match: { fact: step, triggers: pull_request, command: '/\\bscore\\b.* --floor/' }
examples:
  - name: on pull requests
    files:
      .github/workflows/a.yml: |
        on: pull_request
        jobs: { a: { steps: [{ run: ./tools/score --floor 0.8 }] } }
    expect: [.github/workflows/a.yml:2]
  - name: nothing
    files: { README.md: '' }
    expect: []
`;
  const withRules = `version: 1\nrules: .github/rules\nsystems:\n  answers: { root: . }\n`;
  const files = {
    'stagegate.yml': withRules,
    '.github/workflows/evals.yml': workflow,
    '.github/rules/eval-in-ci/our-scorer.yml': rule,
  };

  test('prove what they recognise, under ids of their own', async () => {
    const { report } = await reportOf(scratchFolder(files));

    expect(report.systems[0].practices['eval-in-ci'].aspects['on-change']).toMatchObject({
      status: 'proven',
      evidence: [{ rule: 'team/eval-in-ci/our-scorer', path: '.github/workflows/evals.yml', line: 6 }],
    });
  });

  test('prove nothing that an organisation leaves to the built-in ones', async () => {
    const org = 'version: 1\nattestations: { forbid: [eval-in-ci] }\n';
    const { report } = await reportOf(
      scratchFolder({ ...files, 'org.yml': org, 'stagegate.yml': `${withRules}extends: org.yml\n` }),
    );

    expect(report.systems[0].practices['eval-in-ci'].aspects['on-change'].evidence).toEqual([]);
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        kind: 'policy-conflict',
        message:
          'team/eval-in-ci/our-scorer does not count for eval-in-ci/on-change: it has to be proven by a built-in rule (org.yml:2).',
        at: { path: 'stagegate.yml', line: 2 },
      }),
    );
  });

  test.each([
    [
      'a broken one',
      { '.github/rules/eval-in-ci/our-scorer.yml': rule.replace('title', 'titel') },
      '.github/rules/eval-in-ci/our-scorer.yml: titel is not a key of a rule',
    ],
    [
      'a large one',
      { '.github/rules/eval-in-ci/our-scorer.yml': `${rule}#${' '.repeat(64 * 1024)}` },
      '.github/rules/eval-in-ci/our-scorer.yml has',
    ],
    [
      'none',
      { 'stagegate.yml': withRules.replace('.github/rules', 'rules') },
      'stagegate.yml:2  rules: rules holds no rules',
    ],
    [
      'too many',
      Object.fromEntries([...Array(200).keys()].map((n) => [`.github/rules/eval-in-ci/r${n}.yml`, rule])),
      'stagegate.yml:2  rules: .github/rules holds 201 rules, and 200 are read at most',
    ],
  ])('%s exits with 2, file and key', async (_, changed, told) => {
    const { code, errors } = await stagegate('check', scratchFolder({ ...files, ...changed }));

    expect([code, errors]).toEqual([2, expect.stringContaining(told)]);
  });

  test('as many as are allowed are read', async () => {
    const many = Object.fromEntries([...Array(199).keys()].map((n) => [`.github/rules/eval-in-ci/r${n}.yml`, rule]));

    expect((await reportOf(scratchFolder({ ...files, ...many }))).code).toBe(0);
  });

  test('are tried by their examples', async () => {
    const folder = join(scratchFolder(files), '.github/rules');
    const wrong = join(scratchFolder({ 'r/eval-in-ci/a.yml': rule.replace('a.yml:2]', 'a.yml:1]') }), 'r');

    expect(await stagegate('rules', 'test', folder)).toMatchObject({
      code: 0,
      out: '1 rule with 2 examples: all hold\n',
    });
    expect(await stagegate('rules', 'test', wrong)).toMatchObject({
      code: 2,
      errors:
        'team/eval-in-ci/a: on pull requests\n  expected .github/workflows/a.yml:1\n  found    .github/workflows/a.yml:2\n',
    });
  });
});

test("examples of a team's rule may be code of any language that is read", async () => {
  const text = `title: gives answers a score
proves: [eval-in-ci/harness]
since: 0.1.0
why: A worse prompt merges unseen.
fix: Score the answers.
match: { fact: call, callee: judgekit.score }
examples:
  - name: in Python
    files:
      a.py: |
        import judgekit
        judgekit.score("x")
    expect: [a.py:2]
  - name: another call
    files:
      a.py: |
        import judgekit
        judgekit.open("x")
    expect: []
`;
  const folder = join(scratchFolder({ 'r/eval-in-ci/py.yml': text }), 'r');

  expect(await stagegate('rules', 'test', folder)).toMatchObject({
    code: 0,
    out: '1 rule with 2 examples: all hold\n',
  });
});

describe('what a policy is told of itself', () => {
  test('a system that it does not declare, a target above what is called for, and a review that is overdue', async () => {
    const folder = scratchFolder({
      'stagegate.yml':
        'version: 1\nreviewed: 2026-01-01\nsystems:\n  a: { root: services/a, target: 4, lifecycle: production, audience: internal }\n',
      'services/a/pyproject.toml': '[project]\nname = "a"\ndependencies = ["openai"]\n',
      'services/a/Dockerfile': 'FROM python:3.12\n',
      'services/b/pyproject.toml': '[project]\nname = "b"\ndependencies = ["anthropic"]\n',
      'services/b/Dockerfile': 'FROM python:3.12\n',
    });

    const { report } = await reportOf(folder);
    const told = report.findings.map(
      ({ kind, at }: { kind: string; at: { path: string; line: number } | null }) => `${kind} ${at?.path}:${at?.line}`,
    );

    expect(told).toContain('undeclared-system services/b/pyproject.toml:3');
    expect(told).toContain('premature-target stagegate.yml:4');
    expect(told).toContain('review-overdue stagegate.yml:2');
  });

  test('a threshold of its own, with its reason', async () => {
    const folder = scratchFolder({
      'stagegate.yml':
        'version: 1\nthresholds:\n  - { capability: model-registry, from: 5, reason: it comes with the platform }\nsystems:\n  a: { root: ., target: 3, scale: { models-in-production: 4 } }\n',
      'infra/registry.tf':
        'resource "aws_sagemaker_model_package_group" "models" {\n  model_package_group_name = "models"\n}\n',
    });
    const { report } = await reportOf(folder);
    const [early] = report.findings.filter(({ kind }: { kind: string }) => kind === 'over-investment');

    expect(early?.message).toContain(
      'worth it from scale.models-in-production: 5, by the policy (it comes with the platform), and 4 are declared',
    );
    expect(report.systems[0].capabilities['model-registry'].threshold).toEqual({
      from: 5,
      reason: 'it comes with the platform',
    });
  });
});
