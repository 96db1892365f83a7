import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Report } from '../src/model/report.ts';
import { exampleRepository } from './support/git-repository.ts';
import { availableNodes } from './support/nodes.ts';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'dist/action/index.js');

/** Starts the bundle as a runner does: inputs and paths of files as environment, an event, a workspace. */
function runAction(node: string, inputs: Readonly<Record<string, string>>, workspace: string, baseSha?: string) {
  const scratch = mkdtempSync(join(tmpdir(), 'stagegate-action-'));
  const [output, summary, event] = ['output', 'summary', 'event.json'].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [output, summary]) writeFileSync(path, '');
  writeFileSync(
    event,
    JSON.stringify({
      action: 'opened',
      number: 1,
      pull_request: { number: 1, ...(baseSha === undefined ? {} : { base: { sha: baseSha } }) },
    }),
  );
  const child = spawnSync(node, [bundle], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: scratch,
    },
  });
  const outputs = Object.fromEntries(
    [...readFileSync(output, 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  );
  return { status: child.status, log: child.stdout + child.stderr, outputs, summary: readFileSync(summary, 'utf8') };
}

/** A copy of the example, so that a policy can be put into it. */
function exampleWith(policy?: string): string {
  const workspace = join(mkdtempSync(join(tmpdir(), 'stagegate-example-')), 'rag-service');
  cpSync(join(root, 'examples/rag-service'), workspace, { recursive: true });
  if (policy !== undefined) writeFileSync(join(workspace, 'stagegate.yml'), policy);
  return workspace;
}

const target = (stage: number) => `version: 1\nsystems:\n  rag-service:\n    root: .\n    target: ${stage}\n`;

describe.each(availableNodes())('on Node $version', ({ path: node }) => {
  test('sets every output and passes without a target', { timeout: 30_000 }, () => {
    const { status, outputs } = runAction(node, {}, exampleWith());

    expect(status).toBe(0);
    expect(outputs).toMatchObject({ stage: '2', 'stage-at-most': '2', passed: 'true' });
    expect(Number(outputs.findings)).toBeGreaterThanOrEqual(0);
    const report = Report.parse(JSON.parse(readFileSync(outputs['report-path'] ?? '', 'utf8')));
    expect(report.systems.map(({ name }) => name)).toEqual(['rag-service']);
    expect(readFileSync(outputs['badge-path'] ?? '', 'utf8')).toMatch(/^<svg [\s\S]*2 · Automated/);
  });

  test('fails for target 4, with annotations and a summary', { timeout: 30_000 }, () => {
    const { status, log, outputs, summary } = runAction(node, {}, exampleWith(target(4)));

    expect(status).toBe(1);
    expect(outputs.passed).toBe('false');
    expect(log).toMatch(/^::error [^\n]*title=Stage 3 needs%3A production-sampling/m);
    expect(log.match(/^::(?:error|warning|notice) .*file=/gm)?.length).toBeGreaterThan(0);
    expect(summary).toContain('Stage 2');
  });

  test('observes without failing', { timeout: 30_000 }, () => {
    expect(runAction(node, { mode: 'observe' }, exampleWith(target(4))).status).toBe(0);
  });

  test('in ratchet fails for what a pull request loses, and only for that', { timeout: 30_000 }, () => {
    const repository = exampleRepository('version: 1\nmode: ratchet\nsystems:\n  rag-service: { target: 4 }\n');
    const base = repository.git('rev-parse', 'HEAD').trim();
    expect(runAction(node, {}, repository.folder, base).status).toBe(0);
    repository.remove('.github/workflows/evals.yml');

    const { status, log, summary } = runAction(node, {}, repository.folder, base);

    expect(status).toBe(1);
    expect(log).toMatch(/^::error [^\n]*title=No longer proven%3A eval-in-ci \(on-change\)/m);
    expect(summary).toContain('`.github/workflows/evals.yml:20` proved it on the base');
  });

  test('in ratchet says how to fetch a base that is not there', { timeout: 30_000 }, () => {
    const { status, log } = runAction(node, { mode: 'ratchet' }, exampleWith(), `${'0'.repeat(39)}1`);

    expect(status).toBe(1);
    expect(log).toContain('fetch-depth: 0');
    expect(log).toContain('incomplete');
  });

  test('says which line of a policy is wrong', { timeout: 30_000 }, () => {
    const { status, log } = runAction(node, {}, exampleWith('version: 1\nsytems: {}\n'));

    expect(status).toBe(1);
    expect(log).toContain('stagegate.yml:2:1');
    expect(log).toContain('did you mean systems?');
    expect(log).not.toContain('    at ');
  });

  test('annotates from the top of the workspace if it scans a folder below', { timeout: 30_000 }, () => {
    const workspace = exampleWith(target(4));
    const { log } = runAction(node, { path: 'rag-service' }, join(workspace, '..'));

    expect(log).toMatch(/file=rag-service\//);
  });

  test('refuses an input that is none', { timeout: 30_000 }, () => {
    const { status, log } = runAction(node, { mode: 'ratchett' }, exampleWith());

    expect(status).toBe(1);
    expect(log).toContain('mode has to be observe, ratchet or enforce');
  });
});

test('every input that the code reads is declared, and the other way round', () => {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const code = readFileSync(join(root, 'src/action/inputs.ts'), 'utf8');
  const read = [...code.matchAll(/^ {2}'?([a-z-]+)'?: optionalText/gm)].map(([, name]) => name);

  expect(Object.keys(inputs).sort()).toEqual(read.sort());
});
