import type { Patience } from '../../../src/github/patience.ts';
import { usualPatience } from '../../../src/github/patience.ts';
import type { State } from './state.ts';

/** Waits that are over at once. */
export const hasty: Patience = { ...usualPatience, second: 1, timeout: 300 };

/** A pull request needs so many approvals, by a ruleset. */
export function reviewRule(count: number, ruleset = 7) {
  return {
    type: 'pull_request',
    ruleset_id: ruleset,
    ruleset_source_type: 'Repository',
    ruleset_source: 'shop/answers',
    parameters: {
      required_approving_review_count: count,
      require_code_owner_review: false,
      require_last_push_approval: false,
      dismiss_stale_reviews_on_push: true,
      required_review_thread_resolution: false,
    },
  };
}

export function checkRule(contexts: readonly string[], ruleset = 7) {
  return {
    type: 'required_status_checks',
    ruleset_id: ruleset,
    ruleset_source_type: 'Repository',
    ruleset_source: 'shop/answers',
    parameters: {
      required_status_checks: contexts.map((context) => ({ context })),
      strict_required_status_checks_policy: true,
    },
  };
}

export function environment(name: string, reviewers: readonly string[] = []) {
  const asked = reviewers.map((slug) => ({ type: 'User', reviewer: { login: slug } }));
  const rule = { id: 1, node_id: 'x', type: 'required_reviewers', prevent_self_review: true, reviewers: asked };
  return { name, protection_rules: reviewers.length === 0 ? [] : [rule], deployment_branch_policy: null };
}

/** A repository whose owners have set all that can be asked for. */
export function wellSet(): Partial<State> {
  return {
    rules: [reviewRule(1), checkRule(['evaluate'])],
    rulesets: { 7: { id: 7, name: 'main', source: 'shop/answers', bypass_actors: [] } },
    environments: [environment('production', ['amara'])],
    workflows: [
      { id: 1, path: '.github/workflows/deploy.yml', state: 'active' },
      { id: 2, path: '.github/workflows/old.yml', state: 'disabled_manually' },
      { id: 3, path: 'dynamic/dependabot/dependabot-updates', state: 'active' },
    ],
    runs: [{ workflow_id: 1, conclusion: 'success', created_at: '2026-11-20T10:00:00Z' }],
    deployments: [{ environment: 'production', created_at: '2026-11-20T10:00:00Z', by: 'github-actions[bot]' }],
  };
}
