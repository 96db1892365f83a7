import { describe, expect, test } from 'vitest';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { check, evals, lostEvaluation, policy, ruleSet, told } from '../support/changes.ts';
import { exampleRepository, type Repository } from '../support/git-repository.ts';

const command = /^.*promptfoo@.*$/m;

describe('a change that deletes the evaluation workflow', () => {
  test('fails, and names file and line that proved it on the base', async () => {
    const repository = exampleRepository(policy());
    repository.remove(evals);

    const { exitCode, findings, report } = await told(repository);

    expect(exitCode).toBe(1);
    expect(findings).toContain(lostEvaluation);
    const lost = report.findings.find(({ id }) => lostEvaluation.endsWith(id));
    expect(lost?.message).toMatch(
      /^`\.github\/workflows\/evals\.yml:20` proved it on the base \(.+\) and was deleted\. /,
    );
    expect(report.verdict.reasons).toContain('rag-service: No longer proven: eval-in-ci (on-change)');
  });

  test('and lowers its own target still fails, and says so', async () => {
    const repository = exampleRepository(policy('    target: 3\n'));
    repository.remove(evals);
    repository.write('stagegate.yml', policy('    target: 2\n', 'mode: observe'));

    const { exitCode, findings, report } = await told(repository);

    expect(exitCode).toBe(1);
    expect(findings).toEqual([lostEvaluation, 'warning policy-change']);
    expect(report.verdict.mode).toBe('ratchet');
    expect(report.systems[0]?.target).toBe(3);
    const change = report.findings.find(({ kind }) => kind === 'policy-change');
    expect(change).toMatchObject({ title: 'This change lowers its own bar', at: { path: 'stagegate.yml', line: 2 } });
    expect(change?.message).toContain('`systems.rag-service.target` goes from 3 to 2 (lower)');
    expect(change?.message).toContain('takes effect after the merge');
  });

  test('is told under "Lost by this change" in text and in Markdown', async () => {
    const repository = exampleRepository(policy());
    repository.remove(evals);

    const { report } = await check(repository);

    const text = renderText(report, ruleSet.model, { colors: false, width: 200, evidence: false });
    expect(text).toMatch(/Lost by this change\n {2}✗ error {2}No longer proven: eval-in-ci \(on-change\)/);
    expect(renderSummary(report, ruleSet.model)).toContain(
      '### Lost by this change\n\n- ✗ error: No longer proven: eval-in-ci (on-change)',
    );
  });

  test('committed on a branch fails as well', async () => {
    const repository = exampleRepository(policy());
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.remove(evals);
    repository.commit();

    const { exitCode } = await told(repository, { base: { revisions: ['main'], isAsked: true } });

    expect(exitCode).toBe(1);
  });
});

describe('what is no regression', () => {
  test('nothing at all: the comparison is empty', async () => {
    const { report, exitCode } = await check(exampleRepository(policy()));

    expect(report.comparison?.systems).toEqual([]);
    expect(exitCode).toBe(0);
  });

  test.each<readonly [string, (repository: Repository) => void]>([
    ['a workflow under another name', ({ move }) => move(evals, '.github/workflows/quality.yml')],
    ['lines above what proves it', ({ edit }) => edit(evals, (text) => `# one\n# two\n${text}`)],
    [
      'a step that is renamed and moved down',
      ({ edit }) => edit(evals, (text) => text.replace(command, '      - run: npm ci\n$&')),
    ],
    ['another version of the tool', ({ edit }) => edit(evals, (text) => text.replace('0.120.0', '0.121.0'))],
    ['the code in another folder', ({ move }) => move('src/rag_service', 'src/service')],
    ['a second proof that goes', ({ move }) => move('docs/operations.md', 'docs/runbook/operations.md')],
    ['another shape of the policy', ({ edit }) => edit('stagegate.yml', (text) => `# reviewed\n${text}`)],
  ])('%s', async (_, change) => {
    const repository = exampleRepository(policy());
    change(repository);

    expect(await told(repository)).toMatchObject({ exitCode: 0, findings: [] });
  });

  test('what only the base has gained since', async () => {
    const repository = exampleRepository(policy());
    const workflow = repository.git('show', `HEAD:${evals}`);
    repository.remove(evals);
    repository.commit();
    repository.git('branch', 'change');
    repository.write(evals, workflow);
    repository.commit();
    repository.git('checkout', '--quiet', 'change');

    expect(await told(repository, { base: { revisions: ['main'], isAsked: true } })).toMatchObject({ exitCode: 0 });
  });
});

test.each<readonly [string, (repository: Repository) => void, RegExp]>([
  [
    'goes on a failure',
    ({ edit }) => edit(evals, (text) => text.replace(command, '$&\n        continue-on-error: true')),
    /evals\.yml:20` proved it on the base \(.*\) and is now contradicted: /,
  ],
  [
    'is switched off',
    ({ edit }) => edit(evals, (text) => text.replace('    runs-on', '    if: false\n    runs-on')),
    /and is now contradicted: switched off/,
  ],
  [
    'is a schedule now',
    ({ edit }) => edit(evals, (text) => text.replace(/pull_request:\n.*/, 'schedule: [{ cron: "0 3 * * *" }]')),
    /and no longer matches/,
  ],
  [
    'is moved where nothing runs it',
    ({ move }) => move(evals, 'docs/evals.yml'),
    /and does not count in `docs\/evals\.yml`, where the file was moved to/,
  ],
])('an evaluation that %s is lost, and the message says how', async (_, change, words) => {
  const repository = exampleRepository(policy());
  change(repository);

  const { exitCode, findings, report } = await told(repository);

  expect(exitCode).toBe(1);
  expect(findings).toContain(lostEvaluation);
  expect(report.findings.find(({ id }) => lostEvaluation.endsWith(id))?.message).toMatch(words);
});

describe('in ratchet', () => {
  test('a gap that was there before is no failure', async () => {
    const { exitCode, findings } = await told(exampleRepository(policy('    target: 4\n')));

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
  });

  const registry =
    'resource "aws_sagemaker_model_package_group" "models" {\n  model_package_group_name = "models"\n}\n';

  test('what is bought early by this change fails, whatever the target', async () => {
    const repository = exampleRepository(policy('    target: 2\n'));
    repository.write('infra/registry.tf', registry);

    const { exitCode, findings } = await told(repository);

    expect({ exitCode, findings }).toEqual({
      exitCode: 1,
      findings: ['error over-investment:rag-service:model-registry'],
    });
  });

  test('what was bought early before does not', async () => {
    const repository = exampleRepository(policy('    target: 4\n'));
    repository.write('infra/registry.tf', registry);
    repository.commit();
    repository.move('infra/registry.tf', 'infra/models.tf');

    expect(await told(repository)).toMatchObject({ exitCode: 0, findings: [] });
  });

  test.each([
    [
      'waives what it loses',
      '    waive:\n      - { aspect: eval-in-ci/on-change, reason: x, owner: me, until: 2027-11-01 }\n',
    ],
    [
      'attests what it loses',
      '    attest:\n      - { aspect: eval-in-ci/on-change, by: me, on: 2026-11-01, until: 2027-11-01 }\n',
    ],
    ['takes the file out of the system', '    exclude: [.github/workflows/evals.yml]\n'],
  ])('a change that %s fails all the same', async (_, rest) => {
    const repository = exampleRepository(policy());
    repository.remove(evals);
    repository.write('stagegate.yml', policy(rest));

    const { exitCode, findings } = await told(repository);

    expect(exitCode).toBe(1);
    expect(findings).toEqual([lostEvaluation, 'warning policy-change']);
  });
});

describe('in other modes', () => {
  test('observe tells a regression and passes', async () => {
    const repository = exampleRepository(policy('', 'mode: observe'));
    repository.remove(evals);

    expect(await told(repository)).toMatchObject({
      exitCode: 0,
      findings: ['warning regression:rag-service:eval-in-ci:on-change'],
    });
  });

  test('enforce fails on what the target asks for', async () => {
    const repository = exampleRepository(policy('    target: 3\n    due: 2030-01-01\n', 'mode: enforce'));
    repository.remove(evals);

    expect(await told(repository)).toMatchObject({ exitCode: 1, findings: [lostEvaluation] });
  });

  test('enforce lets go what is above the target', async () => {
    const repository = exampleRepository(policy('    target: 1\n', 'mode: enforce'));
    repository.remove(evals);

    expect(await told(repository)).toMatchObject({
      exitCode: 0,
      findings: ['warning regression:rag-service:eval-in-ci:on-change'],
    });
  });
});
