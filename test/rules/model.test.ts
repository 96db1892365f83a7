import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { MaturityModel } from '../../src/model/maturity.ts';

const folder = join(import.meta.dirname, '../../rules');
const texts = {
  'model.yml': readFileSync(join(folder, 'model.yml'), 'utf8'),
  'data/regimes.yml': readFileSync(join(folder, 'data/regimes.yml'), 'utf8'),
};

const model = MaturityModel.parse(parse(texts['model.yml']));
const aspects = model.practices.flatMap((practice) => practice.aspects);

/** Practices with their stage and aspects; optional ones in brackets. */
const table: readonly [practice: string, stage: number, aspects: string][] = [
  ['ci-cd-deployment', 2, 'automated-deploy, code-review'],
  ['versioned-artifacts', 2, 'versioned, immutable-reference'],
  ['config-as-code', 2, 'config-as-code, environment-promotion'],
  ['structured-logging', 2, 'structured, request-response, latency, cost'],
  ['rollback-procedure', 2, 'documented'],
  ['eval-in-ci', 3, 'harness, curated-test-set, on-change'],
  ['production-sampling', 3, 'sampling, scoring, drift-alert'],
  ['cost-attribution', 3, 'per-use-case, per-model, [per-user]'],
  ['latency-monitoring', 3, 'percentiles, alerts'],
  ['drift-detection', 3, 'shift, alert'],
  ['fast-rollback', 3, 'one-step'],
  ['quality-gates', 4, 'gate'],
  ['production-approval', 4, 'approval'],
  ['audit-logs', 4, 'recorded, retained'],
  ['compliance-posture', 4, 'documented per regime'],
  ['incident-runbooks', 4, 'runbook, exercised within 12 months'],
  ['third-party-review', 4, 'review within 12 months'],
];

function repeated(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

describe('the model', () => {
  test('has four stages in order', () => {
    const stages = model.stages.map(({ stage, name }) => `${stage} ${name}`);

    expect(stages).toEqual(['1 Manual', '2 Automated', '3 Observed', '4 Governed']);
  });

  test('has 17 practices with 33 aspects, each where the table has it', () => {
    const found = model.practices.map((practice) => [
      practice.id,
      practice.stage,
      practice.aspects
        .map((aspect) => {
          const months = aspect['within-months'];
          const id = aspect.optional ? `[${aspect.id}]` : aspect.id;
          return `${id}${aspect.per ? ` per ${aspect.per}` : ''}${months ? ` within ${months} months` : ''}`;
        })
        .join(', '),
    ]);

    expect(found).toEqual(table);
    expect([model.practices.length, aspects.length]).toEqual([17, 33]);
  });

  test('takes 4 to 8 weeks for Stage 2 and 8 to 16 for Stage 3', () => {
    const [two, three] = [2, 3].map((stage) =>
      model.practices
        .filter((practice) => practice.stage === stage)
        .reduce<readonly number[]>(([low = 0, high = 0], { weeks }) => [low + weeks[0], high + weeks[1]], []),
    );

    expect(two).toEqual([4, 8]);
    expect(three).toEqual([8, 16]);
  });

  test('plans in whole and half weeks', () => {
    const odd = model.practices.filter(({ weeks }) => weeks.some((count) => !Number.isInteger(count * 2)));

    expect(odd).toEqual([]);
  });

  test('skips five capabilities below their scale', () => {
    const thresholds = model.capabilities.map(({ id, justified }) => [id, justified.scale, justified.from]);

    expect(thresholds).toEqual([
      ['feature-store', 'models-sharing-features', 10],
      ['experiment-tracking', 'experiments', 200],
      ['model-registry', 'models-in-production', 20],
      ['prediction-observability', 'predictions-per-day', 10_000_000],
      ['automl', 'small-models-trained', 10],
    ]);
    expect(model['high-volume']).toEqual({ scale: 'predictions-per-day', from: 10_000_000 });
  });

  test('knows five symptoms of Stage 1', () => {
    expect(model.symptoms.map(({ id }) => id)).toEqual([
      'manual-deploy-script',
      'env-files-committed',
      'informal-log-monitoring',
      'no-regression-tests',
      'rollback-by-redeploy',
    ]);
  });

  test('names nothing twice', () => {
    const named = [...model.practices, ...model.capabilities, ...model.symptoms].map(({ id }) => id);
    const parts = model.practices.flatMap(({ id, aspects: own }) => own.map((aspect) => `${id}/${aspect.id}`));

    expect(repeated(named)).toEqual([]);
    expect(repeated(parts)).toEqual([]);
  });

  test('says what is missing in a clause of one line that can be continued', () => {
    const clause = /^[a-z][^\n]* found$/;

    expect(aspects.map(({ missing }) => missing).filter((missing) => !clause.test(missing))).toEqual([]);
  });

  test('gives reasons and fixes as whole sentences, and no fix twice', () => {
    const fixes = [...aspects, ...model.symptoms].map(({ fix }) => fix);
    const reasons = [...model.practices, ...model.capabilities, ...model.symptoms].map(({ why }) => why);
    const sentences = [...fixes, ...reasons, ...model.capabilities.map(({ instead }) => instead)];

    expect(sentences.filter((text) => !/^[A-Z][^\n]*\.$/.test(text))).toEqual([]);
    expect(repeated(fixes)).toEqual([]);
  });
});

const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/);
const Regimes = z.strictObject({
  'as-of': day,
  regimes: z.array(
    z
      .strictObject({
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        name: z.string().min(1),
        status: z.enum(['in force', 'phased', 'enacted', 'guidance', 'standard']),
        since: day.optional(),
        dates: z.record(day, z.string().min(1)).optional(),
        about: z.string().regex(/^[^\n]+\.$/),
        write: z.string().regex(/^[^\n]+[^\n.]$/),
        documents: z.array(z.string().trim().min(4)).min(1).optional(),
        aliases: z.array(z.string().trim().min(3)).min(1),
      })
      .refine(({ since, dates }) => since === undefined || dates === undefined, 'either since or dates'),
  ),
});

describe('the regimes', () => {
  const { regimes, 'as-of': asOf } = Regimes.parse(parse(texts['data/regimes.yml']));

  test('include those that the model speaks of', () => {
    const ids = regimes.map(({ id }) => id);

    expect(ids).toEqual(expect.arrayContaining(['eu-ai-act', 'nist-ai-rmf', 'iso-42001', 'gdpr', 'mas', 'hkma']));
  });

  test('have an id and words of their own, whatever the case', () => {
    expect(repeated(regimes.map(({ id }) => id))).toEqual([]);
    expect(repeated(regimes.map(({ name }) => name))).toEqual([]);
    expect(repeated(regimes.flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase())))).toEqual([]);
  });

  test('say that parts are still to come only where a date is', () => {
    const coming = regimes.filter(({ dates }) => Object.keys(dates ?? {}).some((date) => date > asOf));
    const phased = regimes.filter(({ status }) => status === 'phased');

    expect(phased.map(({ id }) => id)).toEqual(coming.map(({ id }) => id));
  });

  test('are enacted, not in force, as long as their only date is still to come', () => {
    const laws = regimes.filter(({ status, since }) => since && (status === 'in force' || status === 'enacted'));

    expect(laws.filter(({ status, since = '' }) => (status === 'enacted') !== since > asOf)).toEqual([]);
  });
});

test.each(Object.entries(texts))('no line of %s is wider than 119 characters', (_, text) => {
  expect(text.split('\n').filter((line) => line.length > 119)).toEqual([]);
});
