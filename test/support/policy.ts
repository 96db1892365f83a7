import { UserError } from '../../src/lib/user-error.ts';
import { type ParsedPolicy, type PolicyContext, parsePolicy } from '../../src/policy/parse.ts';

/** A repository with a few folders, and a model with a few names. */
export const policyContext: PolicyContext = {
  aspects: new Set([
    'eval-in-ci/harness',
    'eval-in-ci/on-change',
    'incident-runbooks/exercised',
    'cost-attribution/per-user',
    'compliance-posture/documented',
    'compliance-posture/documented:eu-ai-act',
    'compliance-posture/documented:mas',
  ]),
  capabilities: new Set(['model-registry', 'feature-store']),
  regimes: new Set(['eu-ai-act', 'mas']),
  directoryExists: (root) => ['services', 'services/a', 'services/b', 'services/assistant'].includes(root),
};

export function parse(text: string): ParsedPolicy {
  return parsePolicy(text, 'stagegate.yml', policyContext);
}

/** All that a broken policy is told. */
export function refusal(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('the policy was accepted');
}

/** The first line of each mistake, `line:column  message`. */
export function mistakesOf(text: string): readonly string[] {
  return refusal(text)
    .split('\n')
    .filter((line) => line.startsWith('stagegate.yml:'))
    .map((line) => line.slice('stagegate.yml:'.length));
}

/** A broken policy in words, its text, and what is told of it: `line:column  message` of each mistake. */
export type BrokenPolicy = readonly [sentence: string, text: string, ...told: string[]];

/** A policy with one system, `a`, whose own keys begin on line 5. */
export function withSystem(keys: string): string {
  const lines = keys.split('\n').map((line) => `    ${line}\n`);
  return `version: 1\nsystems:\n  a:\n    root: services/a\n${lines.join('')}`;
}

/** `withSystem` with one entry of its list `attest` or `waive`; the entry begins on line 6. */
export function withEntry(list: 'attest' | 'waive', keys: readonly string[]): string {
  return withSystem([`${list}:`, ...keys.map((key, index) => `${index === 0 ? '  - ' : '    '}${key}`)].join('\n'));
}
