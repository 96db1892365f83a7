import * as z from 'zod';
import type { KnownSetting } from '../../model/setting.ts';
import type { Answer } from '../answer.ts';
import type { GitHub } from '../client.ts';
import type { RulesReading } from './branch.ts';
import type { Name } from './repository.ts';

const Rule = z.object({
  type: z.string(),
  ruleset_id: z.int().optional(),
  parameters: z
    .object({
      required_approving_review_count: z.int().optional(),
      require_code_owner_review: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      dismiss_stale_reviews_on_push: z.boolean().optional(),
      required_status_checks: z.array(z.object({ context: z.string() })).optional(),
      strict_required_status_checks_policy: z.boolean().optional(),
    })
    .optional(),
});
type Rule = z.infer<typeof Rule>;

const Ruleset = z.object({
  name: z.string(),
  bypass_actors: z
    .array(z.object({ actor_id: z.int().nullish(), actor_type: z.string(), bypass_mode: z.string().optional() }))
    .optional(),
});
type Ruleset = z.infer<typeof Ruleset>;

/** Rulesets that are asked one by one whom they let by. */
export const rulesetLimit = 20;

const pageSize = 100;
/** Rules of one branch; nobody has more in earnest. */
const pageLimit = 5;

/**
 * The active rules of rulesets on a branch, a setting for each ruleset. Whom a ruleset lets by is told only to those who
 * may change it. https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
 */
export async function readRulesets(github: GitHub, name: Name, branch: string): Promise<RulesReading> {
  const found = await readRules(github, name, branch);
  if (!found.ok) return { ok: false, refusal: found, permission: 'metadata: read' };
  const telling = found.value.filter(({ type }) =>
    ['pull_request', 'required_status_checks', 'merge_queue'].includes(type),
  );
  const ids = [...new Set(telling.map((rule) => rule.ruleset_id))];
  const rules = await Promise.all(
    ids.map(async (id, index) => {
      const details = id === undefined || index >= rulesetLimit ? undefined : await readRuleset(github, name, id);
      const own = telling.filter((rule) => rule.ruleset_id === id);
      return describeRuleset(id, own, details?.ok ? details.value : undefined);
    }),
  );
  return { ok: true, rules };
}

async function readRules(github: GitHub, name: Name, branch: string): Promise<Answer<readonly Rule[]>> {
  const all: Rule[] = [];
  for (let page = 1; page <= pageLimit; page += 1) {
    const answer = await github.read(
      'GET /repos/{owner}/{repo}/rules/branches/{branch}',
      { ...name, branch, per_page: pageSize, page },
      z.array(Rule),
    );
    if (!answer.ok) return answer;
    all.push(...answer.value);
    if (answer.value.length < pageSize) return { ok: true, value: all };
  }
  return { ok: false, reason: 'limited', message: `more than ${pageSize * pageLimit} rules` };
}

/** https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset */
function readRuleset(github: GitHub, name: Name, id: number): Promise<Answer<Ruleset>> {
  return github.read('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { ...name, ruleset_id: id }, Ruleset);
}

function describeRuleset(id: number | undefined, rules: readonly Rule[], details: Ruleset | undefined): KnownSetting {
  const reviews = rules.filter(({ type }) => type === 'pull_request').map(({ parameters }) => parameters ?? {});
  const checks = rules.flatMap(({ parameters }) => parameters?.required_status_checks ?? []);
  const asks = (key: 'require_code_owner_review' | 'require_last_push_approval' | 'dismiss_stale_reviews_on_push') =>
    String(reviews.some((review) => review[key] === true));
  return {
    topic: 'branch-rule',
    name: details?.name ?? `ruleset ${id ?? ''}`.trim(),
    values: {
      source: 'ruleset',
      bypass: describeBypass(details),
      ...(reviews.length === 0
        ? {}
        : {
            reviews: String(Math.max(...reviews.map((review) => review.required_approving_review_count ?? 0))),
            'code-owners': asks('require_code_owner_review'),
            'last-push-approval': asks('require_last_push_approval'),
            'dismiss-stale': asks('dismiss_stale_reviews_on_push'),
          }),
      ...(rules.some(({ type }) => type === 'merge_queue') ? { 'merge-queue': 'true' } : {}),
      ...Object.fromEntries(checks.map(({ context }, index) => [`checks.${index}`, context])),
    },
  };
}

/** Roles below maintainer: who has one of these is everybody who can push, or can read. 1 read, 3 triage, 4 write. */
const everyonesRoles: readonly unknown[] = [1, 3, 4];

function describeBypass(details: Ruleset | undefined): string {
  const actors = details?.bypass_actors;
  if (actors === undefined) return 'unread';
  if (actors.length === 0) return 'none';
  const isForAll = actors.some(
    (actor) => actor.actor_type === 'RepositoryRole' && everyonesRoles.includes(actor.actor_id),
  );
  return isForAll ? 'everyone' : 'some';
}
