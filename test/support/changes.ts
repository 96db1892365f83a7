import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { type RunOptions, run } from '../../src/run.ts';
import type { Repository } from './git-repository.ts';

const all = loadRulesFolder().ruleSet;
/** Few rules, so that a file shows one thing and a run is short. */
const wanted = /^(?:eval-in-ci\/promptfoo-on-change$|rollback-procedure\/|skip\/model-registry\/|system\/|activity\/)/;
export const ruleSet = { ...all, rules: all.rules.filter(({ id }) => wanted.test(id)) };

/** The workflow of the example that evaluates each change, and what is told of its loss. */
export const evals = '.github/workflows/evals.yml';
export const lostEvaluation = 'error regression:rag-service:eval-in-ci:on-change';

/** A policy for the example: keys of the system, and keys of the top. */
export function policy(rest = '', top = 'mode: ratchet'): string {
  return `version: 1\n${top}\nsystems:\n  rag-service:\n    root: .\n${rest}`;
}

/** Runs on the working tree, against the last commit if nothing else is said. */
export function check({ folder }: Repository, options: Partial<RunOptions> = {}) {
  const base = { revisions: ['HEAD'], isAsked: true };
  return run({ directory: folder, today: '2026-11-24', version: '0.0.0', base, ...options }, ruleSet);
}

const ofChange: ReadonlySet<string> = new Set(['regression', 'policy-change']);

/** The exit code, and level and id of what a change is told: every error, and what is only told of changes. */
export async function told(repository: Repository, options: Partial<RunOptions> = {}) {
  const { report, exitCode } = await check(repository, options);
  const findings = report.findings.filter(({ kind, level }) => ofChange.has(kind) || level === 'error');
  return { exitCode, findings: findings.map(({ level, id }) => `${level} ${id}`), report };
}
