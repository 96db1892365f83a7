import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import examples from '@octokit/webhooks-examples/api.github.com/index.json' with { type: 'json' };
import { vi } from 'vitest';
import { runAction } from '../../src/action/run-action.ts';

const root = join(import.meta.dirname, '../..');

export type ActionRun = {
  readonly workspace: string;
  readonly event: string;
  readonly payload?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};

export type ActionResult = {
  readonly status: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
};

type Files = { readonly env: Readonly<Record<string, string>>; read(): Pick<ActionResult, 'outputs' | 'summary'> };

/** Inputs, an event and paths of files, as a runner hands them in. */
function layOut({ workspace, event, payload = {}, inputs = {}, env = {} }: ActionRun): Files {
  const scratch = mkdtempSync(join(tmpdir(), 'stagegate-action-'));
  const file = (name: string, text = '') => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };
  const output = file('output');
  // The runner's toolkit remembers where this is.
  writeFileSync(summaryPath, '');
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summaryPath,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'shop/answers',
      RUNNER_TEMP: scratch,
      ...Object.fromEntries(named),
      ...env,
    },
    read: () => {
      const found = readFileSync(output, 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
      const outputs = Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
      return { outputs, summary: readFileSync(summaryPath, 'utf8') };
    },
  };
}

const summaryPath = join(mkdtempSync(join(tmpdir(), 'stagegate-summary-')), 'summary');

/** Starts the action from its source as a process of its own. */
export async function startAction(run: ActionRun): Promise<ActionResult> {
  const { env, read } = layOut(run);
  const hook = join(root, 'test/support/json-hook.ts');
  const child = spawn(process.execPath, ['--no-warnings', '--import', hook, join(root, 'src/action.ts')], {
    cwd: run.workspace,
    env: { PATH: process.env.PATH, ...env },
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => chunks.push(String(data)));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, log: chunks.join(''), ...read() };
}

/** Runs the action in this process, which spares its start. */
export async function runActionHere(run: ActionRun): Promise<ActionResult> {
  const { env, read } = layOut(run);
  const [folder, before, code] = [process.cwd(), process.env, process.exitCode];
  const chunks: string[] = [];
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    process.chdir(run.workspace);
    process.env = { PATH: before.PATH, ...env };
    process.exitCode = undefined;
    await runAction();
    return { status: Number(process.exitCode ?? 0), log: chunks.join(''), ...read() };
  } finally {
    output.mockRestore();
    process.chdir(folder);
    process.env = before;
    process.exitCode = code;
  }
}

type Json = Readonly<Record<string, unknown>>;

/** GitHub's own example of an event, the first of an action if one is named. */
export function examplePayload(name: string, action?: string): Json {
  const all: readonly { readonly name: string; readonly examples: readonly Json[] }[] = examples;
  const found = all
    .find((event) => event.name === name)
    ?.examples.find((payload) => action === undefined || payload.action === action);
  if (!found) throw new Error(`there is no example of ${name}`);
  return found;
}

/** The example of a pull request, on these commits; from a fork if that is named. */
export function pullRequest(baseSha: string, fork?: string): Json {
  const payload = examplePayload('pull_request', 'opened');
  const pull = toJson(payload.pull_request);
  const [base, head] = [toJson(pull.base), toJson(pull.head)];
  const repo = { ...toJson(head.repo), full_name: fork ?? toJson(base.repo).full_name };
  return { ...payload, pull_request: { ...pull, base: { ...base, sha: baseSha }, head: { ...head, repo } } };
}

export function toJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A copy of a repository without the history of its base, as a checkout of depth 1 leaves it. */
export function shallowCopy(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'stagegate-shallow-')), 'answers');
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith('/.git') });
  return copy;
}
