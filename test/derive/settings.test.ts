import { describe, expect, test } from 'vitest';
import { deriveSettled, disableBySettings } from '../../src/derive/settings.ts';
import type { Fact, SettingFact } from '../../src/model/fact.ts';
import { settingFact } from '../../src/model/setting.ts';
import { jobFact, stepFact } from '../support/facts.ts';

const workflow = (state: string, values = {}) =>
  settingFact({ topic: 'workflow', name: '.github/workflows/ci.yml', values: { state, ...values } });
const environment = (name: string, values = {}) => settingFact({ topic: 'environment', name, values });
const unread = (topic: SettingFact['topic']) => settingFact({ topic, name: '*', unread: 'forbidden', settle: 'x' });

describe('a job is switched off', () => {
  const disabledBy = (settings: readonly SettingFact[], job: Fact = jobFact('test')) =>
    disableBySettings([job], settings)[0]?.disabled;

  test('where its workflow is', () => {
    expect(disabledBy([workflow('disabled_manually')])).toBe('the workflow is switched off (disabled_manually)');
  });

  test('where the repository is archived', () => {
    const archived = settingFact({ topic: 'repository', name: 'shop/answers', values: { archived: 'true' } });

    expect(disabledBy([archived])).toBe('the repository is archived');
  });

  test.each([
    ['where its workflow is active', [workflow('active')], jobFact('test')],
    [
      'where another workflow is off',
      [workflow('disabled_fork')],
      jobFact('test', { path: '.github/workflows/x.yml' }),
    ],
    ['where it only serves others', [workflow('disabled_manually')], jobFact('test', { triggers: ['workflow_call'] })],
    ['of another platform', [workflow('disabled_manually')], jobFact('test', { provider: 'gitlab-ci' })],
    ['where the workflows could not be read', [unread('workflow')], jobFact('test')],
  ] as const)('not %s', (_, settings, job) => {
    expect(disabledBy(settings, job)).toBeUndefined();
  });

  test('for the reason in the file, if there is one', () => {
    expect(disabledBy([workflow('disabled_manually')], jobFact('test', { disabled: 'if: false' }))).toBe('if: false');
  });
});

describe('who lets a job into its environment', () => {
  test.each([
    ['reviewers', 'production', [environment('production', { reviewers: '1' })], 'required'],
    ['reviewers, in other letters', 'production', [environment('Production', { reviewers: '1' })], 'required'],
    ['a service', 'production', [environment('production', { reviewers: '0', 'custom-rules': '1' })], 'custom'],
    ['nobody', 'production', [environment('production', { reviewers: '0', 'wait-timer': '30' })], 'none'],
    ['nobody, where it is not there', 'production', [environment('staging', { reviewers: '1' })], 'none'],
    ['nobody, where none is there', 'production', [environment('')], 'none'],
    ['it is not known, where it can not be read', 'production', [unread('environment')], 'unread'],
    ['it is not known beyond a limit', 'eu', [environment('us', { reviewers: '1' }), unread('environment')], 'unread'],
    [
      'it is not known, where a run chooses',
      '${{ inputs.to }}',
      [environment('production', { reviewers: '1' })],
      'unread',
    ],
    ['nothing, where nobody asked', 'production', [workflow('active')], undefined],
    ['nothing, without an environment', undefined, [environment('production', { reviewers: '1' })], undefined],
  ] as const)('%s', (_, name, settings, reviewers) => {
    const job = jobFact('deploy', name === undefined ? {} : { environment: name });

    expect(deriveSettled([job], settings)[0]).toMatchObject(reviewers === undefined ? job : { reviewers });
    if (reviewers === undefined) expect(deriveSettled([job], settings)[0]).not.toHaveProperty('reviewers');
  });
});

describe('whether a check is required', () => {
  const branch = settingFact({ topic: 'branch', name: 'main' });
  const rule = (bypass: string, ...checks: readonly string[]) => {
    const values = Object.fromEntries(checks.map((check, index) => [`checks.${index}`, check]));
    return settingFact({ topic: 'branch-rule', name: 'main', values: { bypass, ...values } });
  };

  test.each([
    ['by its id', [branch, rule('none', 'evaluate')], true],
    ['of a matrix', [branch, rule('some', 'evaluate (en, 3.12)')], true],
    ['not another', [branch, rule('none', 'evaluate answers')], false],
    ['not of everybody', [branch, rule('everyone', 'evaluate')], false],
    ['unknown, where whom it lets by is', [branch, rule('unread', 'evaluate')], undefined],
    ['unknown, where a source of rules could not be read', [unread('branch'), rule('none', 'test')], undefined],
    ['by what could be read', [unread('branch'), rule('none', 'evaluate')], true],
    ['unknown, where nobody asked', [workflow('active')], undefined],
  ] as const)('%s', (_, settings, required) => {
    const facts = deriveSettled([jobFact('evaluate'), stepFact('evaluate', { line: 5 })], settings);

    expect(facts.map((fact) => (fact.kind === 'step' ? fact.required : undefined))[1]).toBe(required);
  });

  test('by its name instead of its id', () => {
    const settings = [branch, rule('none', 'Evaluate answers')];
    const facts = [jobFact('evaluate', { label: 'Evaluate answers' }), stepFact('evaluate', { line: 5 })];

    expect(deriveSettled(facts, settings)).toMatchObject([{ required: true }, { required: true }]);
  });
});

test('the latest runs stand on the jobs of a workflow', () => {
  const [job] = deriveSettled([jobFact('test')], [workflow('active', { runs: 'failing' })]);

  expect(job).toMatchObject({ lastRuns: 'failing' });
});
