import * as z from 'zod';
import type { KnownSetting } from '../../model/setting.ts';
import type { GitHub } from '../client.ts';
import type { RulesReading } from './branch.ts';
import type { Name } from './repository.ts';

const Branch = z.object({ protected: z.boolean() });

const Protection = z.object({
  required_status_checks: z
    .object({ contexts: z.array(z.string()).optional(), checks: z.array(z.object({ context: z.string() })).optional() })
    .optional(),
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.int().optional(),
      require_code_owner_reviews: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      dismiss_stale_reviews: z.boolean().optional(),
      bypass_pull_request_allowances: z.record(z.string(), z.array(z.unknown())).optional(),
    })
    .optional(),
  enforce_admins: z.object({ enabled: z.boolean() }).optional(),
});
type Protection = z.infer<typeof Protection>;

/**
 * The classic protection of a branch. Whether there is one everybody may know, what it asks for only administrators.
 * https://docs.github.com/en/rest/branches/branch-protection#get-branch-protection
 */
export async function readProtection(github: GitHub, name: Name, branch: string): Promise<RulesReading> {
  const found = await github.read('GET /repos/{owner}/{repo}/branches/{branch}', { ...name, branch }, Branch);
  if (!found.ok) return { ok: false, refusal: found, permission: 'contents: read' };
  if (!found.value.protected) return { ok: true, rules: [] };
  const details = await github.read(
    'GET /repos/{owner}/{repo}/branches/{branch}/protection',
    { ...name, branch },
    Protection,
  );
  if (details.ok) return { ok: true, rules: [describeProtection(details.value)] };
  // Rulesets alone protect a branch too, and then there is none of these.
  if (details.reason === 'missing' && /branch not protected/i.test(details.message)) return { ok: true, rules: [] };
  return { ok: false, refusal: details, permission: 'administration: read' };
}

function describeProtection(protection: Protection): KnownSetting {
  const { required_status_checks: status, required_pull_request_reviews: reviews } = protection;
  const checks = [...new Set([...(status?.contexts ?? []), ...(status?.checks ?? []).map(({ context }) => context)])];
  const isPassed = Object.values(reviews?.bypass_pull_request_allowances ?? {}).some((actors) => actors.length > 0);
  return {
    topic: 'branch-rule',
    name: 'branch protection',
    values: {
      source: 'protection',
      bypass: isPassed || protection.enforce_admins?.enabled !== true ? 'some' : 'none',
      ...(reviews === undefined
        ? {}
        : {
            reviews: String(reviews.required_approving_review_count ?? 0),
            'code-owners': String(reviews.require_code_owner_reviews === true),
            'last-push-approval': String(reviews.require_last_push_approval === true),
            'dismiss-stale': String(reviews.dismiss_stale_reviews === true),
          }),
      ...Object.fromEntries(checks.map((context, index) => [`checks.${index}`, context])),
    },
  };
}
