import { describe, expect, test } from 'vitest';
import { run } from '../../src/run.ts';
import { check, evals, lostEvaluation, policy, ruleSet, told } from '../support/changes.ts';
import { exampleRepository } from '../support/git-repository.ts';

describe('the policy', () => {
  test('of a first policy holds after the merge, and lowers nothing', async () => {
    const repository = exampleRepository();
    repository.remove('stagegate.yml');
    repository.commit();
    repository.write('stagegate.yml', policy('    target: 4\n', 'mode: enforce'));

    const { exitCode, findings, report } = await told(repository);

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: ['notice policy-change'] });
    expect(report.policy).toBeNull();
  });

  test('that is deleted still counts', async () => {
    const repository = exampleRepository(policy());
    repository.remove('stagegate.yml');
    repository.remove(evals);

    const { exitCode, findings, report } = await told(repository);

    expect(exitCode).toBe(1);
    expect(findings).toEqual([lostEvaluation, 'warning policy-change']);
    expect(report.findings.find(({ kind }) => kind === 'policy-change')?.at).toBeNull();
  });

  test('of the base that is broken gives way to the one that mends it', async () => {
    const repository = exampleRepository('version: 1\nsytems: {}\n');
    repository.write('stagegate.yml', policy());

    const { exitCode, report } = await told(repository);

    expect(exitCode).toBe(0);
    expect(report.diagnostics).toMatchObject([{ level: 'warning', code: 'base-policy-unread' }]);
  });

  test('of the tip may declare a folder that a change that began before has not', async () => {
    const repository = exampleRepository(policy('', 'mode: observe'));
    repository.git('branch', 'change');
    repository.write('services/new/main.py', '');
    repository.write('stagegate.yml', `${policy()}  new: { root: services/new }\n`);
    repository.commit();
    repository.git('checkout', '--quiet', 'change');
    repository.remove(evals);

    const { report } = await check(repository, { base: { revisions: ['main'], isAsked: true } });

    expect(report.diagnostics.filter(({ code }) => code === 'base-policy-unread')).toEqual([]);
    expect(report.verdict).toMatchObject({ mode: 'ratchet', passed: false });
  });

  test('of the base that is too large to be one gives way as well', async () => {
    const repository = exampleRepository(`# ${'x'.repeat(5 * 1024 * 1024)}\n`);
    repository.write('stagegate.yml', policy());

    const { report } = await told(repository);

    expect(report.diagnostics).toMatchObject([{ level: 'warning', code: 'base-policy-unread' }]);
  });

  test('of the tip counts, not the one where the change began', async () => {
    const repository = exampleRepository(policy('', 'mode: observe'));
    repository.git('branch', 'change');
    repository.write('stagegate.yml', policy());
    repository.commit();
    repository.git('checkout', '--quiet', 'change');
    repository.remove(evals);

    const { report } = await check(repository, { base: { revisions: ['main'], isAsked: true } });

    expect(report.verdict).toMatchObject({ mode: 'ratchet', passed: false });
  });
});

describe('what the policy names', () => {
  const rule = `title: a file of ours counts
proves: [eval-in-ci/on-change]
since: 0.1.0
why: It counts.
fix: Add it.
match: { fact: file, name: OURS }
examples:
  - name: there
    files: { OURS: x }
    expect: [OURS:1]
  - name: not there
    files: { THEIRS: x }
    expect: []
`;
  const rules = '.github/stagegate/rules';
  const withRules = policy('', `mode: ratchet\nrules: ${rules}`);
  const path = `${rules}/eval-in-ci/ours.yml`;

  test('counts as the base has it: a rule that a change adds proves nothing for it', async () => {
    const repository = exampleRepository(policy());
    repository.remove(evals);
    repository.write('stagegate.yml', withRules);
    repository.write(path, rule);
    repository.write('OURS', 'x');

    const { exitCode, findings, report } = await told(repository);

    expect(exitCode).toBe(1);
    expect(findings).toEqual([lostEvaluation, 'warning policy-change']);
    const change = report.findings.find(({ kind }) => kind === 'policy-change');
    expect(change?.message).toContain('`.github/stagegate/rules/eval-in-ci/ours.yml` is added');
  });

  test('counts as the base has it: a rule that a change edits is told, and proves what it proved', async () => {
    const repository = exampleRepository(withRules);
    repository.write(path, rule);
    repository.write('OURS', 'x');
    repository.remove(evals);
    repository.commit();
    repository.write(path, rule.replaceAll('OURS', 'README.md'));
    repository.remove('OURS');

    const { exitCode, findings, report } = await told(repository);

    expect(exitCode).toBe(1);
    expect(findings).toEqual([lostEvaluation, 'warning policy-change']);
    const change = report.findings.find(({ kind }) => kind === 'policy-change');
    expect(change).toMatchObject({ title: 'This change edits what it is judged by', at: { path, line: 1 } });
  });

  test('counts as the base has it: the policy above it, too', async () => {
    const repository = exampleRepository(policy('', 'mode: observe\nextends: org.yml'));
    repository.write('org.yml', 'version: 1\nmode: ratchet\n');
    repository.commit();
    repository.write('org.yml', 'version: 1\nmode: observe\n');
    repository.remove(evals);

    const { exitCode, findings, report } = await told(repository);

    expect({ exitCode, mode: report.verdict.mode }).toEqual({ exitCode: 1, mode: 'ratchet' });
    expect(findings).toEqual([lostEvaluation, 'warning policy-change']);
  });
});

describe('a base that is not there', () => {
  const missing = '0123456789abcdef0123456789abcdef01234567';

  test('leaves a ratchet incomplete, and says what to do', async () => {
    const base = { revisions: [missing], isAsked: false };

    const { report, exitCode } = await check(exampleRepository(policy()), { base });

    expect(exitCode).toBe(3);
    expect(report.verdict.passed).toBe(false);
    expect(report.diagnostics).toMatchObject([{ level: 'error', message: expect.stringContaining('fetch-depth: 0') }]);
  });

  test('is a warning in other modes', async () => {
    const base = { revisions: [missing], isAsked: false };

    const { report, exitCode } = await check(exampleRepository(policy('    target: 1\n', 'mode: enforce')), { base });

    expect(exitCode).toBe(0);
    expect(report.diagnostics).toMatchObject([{ level: 'warning', code: 'base-missing' }]);
  });

  test('is no answer to someone who asked for it', async () => {
    const base = { revisions: ['no-such-branch'], isAsked: true };

    expect(await check(exampleRepository(), { base })).toMatchObject({ exitCode: 3 });
  });

  test.each([['--upload-pack=touch x'], ['HEAD:stagegate.yml']])('is what %s names', async (revision) => {
    expect(await check(exampleRepository(), { base: { revisions: [revision], isAsked: true } })).toMatchObject({
      exitCode: 3,
    });
  });

  test('is no trouble for the next one that is', async () => {
    const base = { revisions: [missing, 'main'], isAsked: false };

    expect(await check(exampleRepository(policy()), { base })).toMatchObject({ exitCode: 0 });
  });

  test('is missed by a ratchet that was given none, unless the run is about no change', async () => {
    const { folder } = exampleRepository(policy());
    const options = { directory: folder, today: '2026-11-24', version: '0.0.0' };

    expect(await run(options, ruleSet)).toMatchObject({ exitCode: 3 });
    expect(await run({ ...options, isUnchanged: true }, ruleSet)).toMatchObject({ exitCode: 0 });
  });
});

test('a file that only the base has too large leaves a ratchet incomplete', async () => {
  const repository = exampleRepository(policy());
  repository.write('docs/huge.md', '#'.repeat(4 * 1024 * 1024 + 1));
  repository.commit();
  repository.remove('docs/huge.md');

  const { report, exitCode } = await check(repository);

  expect(exitCode).toBe(3);
  expect(report.diagnostics).toMatchObject([{ level: 'error', code: 'base-unread' }]);
});

test('a folder below the top is compared with itself', async () => {
  const repository = exampleRepository(policy());
  repository.git('checkout', '--quiet', '-b', 'nested');
  const inner = repository.git('ls-files').trim().split('\n');
  for (const path of inner) repository.move(path, `services/rag/${path}`);
  repository.commit();
  repository.remove('services/rag/docs/operations.md');

  const { findings, report } = await told(repository, { directory: `${repository.folder}/services/rag` });

  expect(report.comparison?.base.commit).toBe(repository.git('rev-parse', 'HEAD').trim());
  expect(findings).toContain('error regression:rag-service:rollback-procedure:documented');
});
