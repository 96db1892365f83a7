import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../scripts/compile-rules.ts';

import { runCli } from '../src/commands/program.ts';
import { fileSizeLimit } from '../src/io/read-files.ts';
import { reportFormats } from '../src/report/formats.ts';
import { coverRule } from '../src/rules/coverage.ts';
import { exampleRepository } from './support/git-repository.ts';

const root = join(import.meta.dirname, '..');
const example = join(root, 'examples/rag-service');

async function stagegate(...args: readonly string[]) {
  const written: string[] = [];
  const errors: string[] = [];
  const code = await runCli(args, {
    write: (text) => void written.push(text),
    error: (text) => void errors.push(text),
    colors: false,
    width: 100,
  });
  return { code, out: written.join(''), errors: errors.join('') };
}

function scratchCopy(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'stagegate-cli-')), 'rag-service');
  cpSync(example, folder, { recursive: true });
  return folder;
}

function policyFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'stagegate-policy-')), 'stagegate.yml');
  writeFileSync(path, text);
  return path;
}

describe('check', () => {
  test('names the stage of the example and the two practices that it lacks', async () => {
    const { code, out } = await stagegate('check', example);

    expect(code).toBe(0);
    expect(out).toContain('Stage 2 · Automated');
    expect(out).toContain('✗ production-sampling');
    expect(out).toContain('✗ drift-detection');
    expect(out.match(/^ {2}[✗◐] /gm)).toHaveLength(2);
  });

  test('writes JSON that fits the published schema, with all of the model in every system', async () => {
    const schema = JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8'));
    const { model } = loadRulesFolder().ruleSet;

    const report = JSON.parse((await stagegate('check', example, '--format', 'json')).out);

    const validate = new Ajv2020().compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    for (const system of report.systems) {
      expect(Object.keys(system.practices)).toEqual(model.practices.map(({ id }) => id));
      expect(Object.keys(system.capabilities)).toEqual(model.capabilities.map(({ id }) => id));
      expect(Object.keys(system.symptoms)).toEqual(model.symptoms.map(({ id }) => id));
      for (const { id, aspects } of model.practices) {
        expect(Object.keys(system.practices[id].aspects)).toEqual(aspects.map((aspect) => aspect.id));
      }
    }
  });

  test.each(reportFormats)('as %s fails for a target that is not met', async (format) => {
    const policy = policyFile('version: 1\nsystems:\n  rag-service: { target: 4 }\n');

    expect((await stagegate('check', example, '--policy', policy, '--format', format)).code).toBe(1);
  });

  test('of a folder that is not there says so', async () => {
    const { code, out, errors } = await stagegate('check', join(example, 'nowhere'));

    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('check the path');
  });

  test('of a file says so', async () => {
    expect((await stagegate('check', join(example, 'README.md'))).errors).toContain('is a file');
  });

  test('with a broken policy tells line, key and hint, and exits with 2', async () => {
    const { code, errors } = await stagegate(
      'check',
      example,
      '--policy',
      policyFile('version: 1\nsystems:\n  a:\n    lifecyle: pilot\n'),
    );

    expect(code).toBe(2);
    expect(errors).toContain(':4:5  systems.a.lifecyle is not a key here; did you mean lifecycle?');
  });

  test('that could not read everything exits with 3 and prints no pass', async () => {
    const folder = scratchCopy();
    writeFileSync(join(folder, 'infra/huge.tf'), '#'.repeat(fileSizeLimit + 1));

    const { code, out } = await stagegate('check', folder);

    expect(code).toBe(3);
    expect(out).toContain('incomplete');
    expect(out).not.toMatch(/^✓/m);
  });

  test('of a folder without an AI system says so and passes', async () => {
    const { code, out } = await stagegate('check', mkdtempSync(join(tmpdir(), 'stagegate-empty-')));

    expect(code).toBe(0);
    expect(out).toMatch(/no AI system/i);
  });

  test('of a system that is none names those there are', async () => {
    expect((await stagegate('check', example, '--system', 'rag')).errors).toContain('there is rag-service');
  });

  test('gives the same bytes twice but for the time it took', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await stagegate('check', example, '--format', 'json')).out),
    );

    expect(first?.replace(/"milliseconds": \d+/, '')).toBe(second?.replace(/"milliseconds": \d+/, ''));
  });

  test('writes to a file if asked', async () => {
    const output = join(mkdtempSync(join(tmpdir(), 'stagegate-out-')), 'deep/report.json');

    expect((await stagegate('check', example, '--format', 'json', '--output', output)).out).toBe('');
    expect(JSON.parse(readFileSync(output, 'utf8')).version).toBe(1);
  });
});

test.each([
  ['a misspelt option', ['check', '.', '--formt', 'json'], 'Did you mean --format?'],
  ['a format that is none', ['check', '.', '--format', 'xml'], 'Allowed choices are text, json'],
  ['a day that is none', ['check', '.', '--today', '2026-02-30'], 'a day that exists'],
  ['a format of the list that is none', ['rules', '--format', 'yaml'], 'Allowed choices are text, json'],
  ['a misspelt command', ['chek'], 'check'],
])('%s exits with 2 and a hint', async (_, args, hint) => {
  const { code, errors } = await stagegate(...args);

  expect(code).toBe(2);
  expect(errors).toContain(hint);
});

test('--version and --help exit with 0', async () => {
  expect((await stagegate('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await stagegate('--help')).code).toBe(0);
});

describe('check with a base', { timeout: 30_000 }, () => {
  test.each(reportFormats)('as %s fails in ratchet for what a change loses', async (format) => {
    const repository = exampleRepository();
    repository.remove('.github/workflows/evals.yml');

    const args = ['check', repository.folder, '--mode', 'ratchet', '--base', 'main', '--format', format];

    expect((await stagegate(...args)).code).toBe(1);
  });

  test('passes where nothing is lost', async () => {
    const { folder } = exampleRepository();

    const { code, out } = await stagegate('check', folder, '--mode', 'ratchet', '--base', 'HEAD');

    expect(code).toBe(0);
    expect(out).toContain('Gate passed (ratchet)');
  });

  test('that is none is incomplete and names the option', async () => {
    const { code, out } = await stagegate('check', example, '--mode', 'ratchet');

    expect(code).toBe(3);
    expect(out).toContain('--base origin/main');
  });
});

describe('compare and history', { timeout: 30_000 }, () => {
  async function reportsOfChange() {
    const repository = exampleRepository();
    const [base, head] = ['base', 'head'].map((name) => join(repository.folder, '..', `${name}.json`)) as [
      string,
      string,
    ];
    await stagegate('check', repository.folder, '--format', 'json', '--output', base);
    repository.remove('.github/workflows/evals.yml');
    repository.commit();
    await stagegate('check', repository.folder, '--format', 'json', '--output', head);
    return { base, head, folder: join(repository.folder, '..') };
  }

  test('tell from two reports what was lost, and how a stage moved', async () => {
    const { base, head, folder } = await reportsOfChange();
    const file = join(folder, 'deep/history.jsonl');

    expect((await stagegate('compare', base, head)).out).toContain('✗ eval-in-ci/on-change  proven → absent');
    expect(JSON.parse((await stagegate('compare', base, base, '--format', 'json')).out).systems).toEqual([]);
    expect(await stagegate('history', 'append', file, base, '--today', '2026-11-01')).toMatchObject({ code: 0 });
    expect((await stagegate('history', 'append', file, base, '--today', '2026-11-02')).out).toContain('already');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"cut`);
    await stagegate('history', 'append', file, head, '--today', '2026-11-08');
    const { out, errors } = await stagegate('history', 'show', file);
    expect(out).toMatch(/2026-11-08 .* by a change of the repository\n.*eval-in-ci\/harness/);
    expect(errors).toBe(`${file}:2  is no result of this version and was passed over\n`);
    expect(JSON.parse((await stagegate('history', 'show', file, '--format', 'json')).out)).toHaveLength(1);
  });

  test('keep no result of a scan that did not finish', async () => {
    const { base, folder } = await reportsOfChange();
    const report = JSON.parse(readFileSync(base, 'utf8'));
    writeFileSync(base, JSON.stringify({ ...report, scan: { ...report.scan, complete: false } }));

    expect((await stagegate('history', 'append', join(folder, 'h.jsonl'), base)).code).toBe(3);
    expect((await stagegate('history', 'show', join(folder, 'h.jsonl'))).code).toBe(2);
  });

  test('refuse what is no report', async () => {
    expect(await stagegate('compare', policyFile('version: 1\n'), policyFile('{}'))).toMatchObject({
      code: 2,
      out: '',
    });
  });
});

describe('explain', () => {
  test('tells of a practice what counts and how to get there', async () => {
    const { out } = await stagegate('explain', 'eval-in-ci');

    expect(out).toContain('eval-in-ci/on-change');
    expect(out).toContain('Enough alone:');
    expect(out).toContain('To get there:');
  });

  test.each(['eval-in-ci/on-change', 'model-registry', 'manual-deploy-script'])('knows %s', async (name) => {
    expect((await stagegate('explain', name)).out).toContain(name);
  });

  test('tells of every rule what it looks for', async () => {
    for (const { id } of loadRulesFolder().loaded) {
      expect((await stagegate('explain', id)).out).toContain('It looks for:');
    }
  });

  test('of a misspelt name hints', async () => {
    expect(await stagegate('explain', 'evals-in-ci')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('did you mean eval-in-ci?'),
    });
  });
});

describe('rules', () => {
  test('lists all, and fewer with a filter', async () => {
    const all = (await stagegate('rules')).out;
    const some = (await stagegate('rules', 'drift-detection')).out;

    expect(some.length).toBeLessThan(all.length);
    expect(some).toContain('drift-detection/');
  });

  test('a filter that fits none says so, and how to see them all', async () => {
    const { out } = await stagegate('rules', 'zzz');

    expect(out).toMatch(
      /^none of \d+ rules has zzz in its id, its title or its targets; stagegate rules lists them all\n$/,
    );
  });

  test('lists as JSON', async () => {
    expect(JSON.parse((await stagegate('rules', '--format', 'json')).out)[0]).toHaveProperty('id');
  });
});

describe('facts', () => {
  test('tells of a job what it does, and why its path has its role', async () => {
    const { code, out } = await stagegate('facts', example, '--kind', 'job');

    expect(code).toBe(0);
    expect(out).toContain('product (GitHub runs workflows whatever they are called)');
    expect(out).toMatch(/ activities +\S*deploys/);
    expect(out).toMatch(/ needs-activity +builds-image, tests/);
    expect(out).not.toMatch(/^\S+:\d+ {2}(?!job$)/m);
  });

  test('as JSON are those of the files that are asked for', async () => {
    const args = ['--path', '**/*.py', '--kind', 'import', '--kind', 'file', '--format', 'json'];

    const facts: readonly { readonly kind: string; readonly path: string }[] = JSON.parse(
      (await stagegate('facts', example, ...args)).out,
    );

    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['file', 'import']));
    expect(facts.every(({ path }) => path.endsWith('.py'))).toBe(true);
  });

  test('hold code that no rule asks about, since somebody may be about to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-facts-'));
    writeFileSync(join(folder, 'app.py'), 'import acme_rarely\n\nacme_rarely.start(level=3)\n');

    expect((await stagegate('facts', folder)).out).toContain('acme_rarely.start');
  });

  test('of a misspelt kind hint', async () => {
    expect(await stagegate('facts', example, '--kind', 'jobs')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('did you mean job?'),
    });
  });
});

describe('rules coverage', () => {
  const { ruleSet } = loadRulesFolder();

  test('tells on how many rules each target rests', async () => {
    const { code, out } = await stagegate('rules', 'coverage');

    expect(code).toBe(0);
    expect(out).toMatch(/^incident-runbooks\/exercised +\d+ enough alone, \d+ as one of two/m);
    expect(out).toMatch(/^ {4}documents \d+/m);
  });

  test('leaves no target of the model without a rule that can decide it', async () => {
    const covered: readonly { target: string; strengths: Record<string, number> }[] = JSON.parse(
      (await stagegate('rules', 'coverage', '--format', 'json')).out,
    );
    const decided = covered.filter(({ strengths: { proves = 0, shows = 0, signs = 0 } }) => proves + shows + signs > 0);

    expect(covered.length).toBe(
      ruleSet.model.practices.flatMap(({ aspects }) => aspects).length +
        ruleSet.model.capabilities.length +
        ruleSet.model.symptoms.length,
    );
    expect(decided).toEqual(covered);
  });

  test('of a match tells where it looks, and not what it must not find', () => {
    expect(
      coverRule({
        within: 'system',
        all: [
          { fact: 'resource', type: ['cloud_bucket', '/^cloud_(queue|topic)$/', 'Rollout'] },
          {
            any: [
              { fact: 'call', language: 'go' },
              { fact: 'dependency', ecosystem: 'npm' },
            ],
          },
          { not: { fact: 'section' } },
        ],
      }),
    ).toEqual(['code: go', 'dependencies: npm', 'infrastructure: cloud']);
  });
});

describe('init', () => {
  test('writes a policy that check accepts, and never overwrites one', async () => {
    const folder = scratchCopy();
    expect((await stagegate('init', folder)).code).toBe(2);
    writeFileSync(join(folder, 'stagegate.yml'), '');
    expect(readFileSync(join(folder, 'stagegate.yml'), 'utf8')).toBe('');
  });

  test('declares what was found', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'stagegate-init-')), 'rag-service');
    cpSync(example, folder, { recursive: true, filter: (source) => !source.endsWith('stagegate.yml') });

    const { code, out } = await stagegate('init', folder);

    expect([code, out]).toEqual([0, expect.stringContaining('rag-service')]);
    expect((await stagegate('check', folder)).code).toBe(0);
  });

  test('asks about the profile where something speaks for one, with its place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-init-'));
    writeFileSync(join(folder, 'Dockerfile'), 'FROM python:3.13-slim\n');
    writeFileSync(join(folder, 'requirements.txt'), 'openai==2.6.1\ndjango-allauth==65.12.1\n');

    await stagegate('init', folder);

    expect(readFileSync(join(folder, 'stagegate.yml'), 'utf8')).toContain(`
    # Customers or the public? End users sign in (requirements.txt:2)
    # audience: customers # internal | customers | public
`);
  });
});
