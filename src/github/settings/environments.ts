import * as z from 'zod';
import type { KnownSetting } from '../../model/setting.ts';
import type { GitHub } from '../client.ts';
import type { Name } from './repository.ts';
import { settleBy } from './unread.ts';

const Environment = z.object({
  name: z.string(),
  protection_rules: z
    .array(
      z.object({
        type: z.string(),
        wait_timer: z.int().optional(),
        prevent_self_review: z.boolean().optional(),
        reviewers: z.array(z.unknown()).optional(),
      }),
    )
    .optional(),
  deployment_branch_policy: z
    .object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
});
type Environment = z.infer<typeof Environment>;

const Environments = z.object({ total_count: z.int(), environments: z.array(Environment) });

const CustomRules = z.object({
  custom_deployment_protection_rules: z.array(z.object({ enabled: z.boolean() })).optional(),
});

const pageSize = 100;
const permission = 'actions: read';

/** Environments that are asked one by one which services have to agree. */
export const customRuleLimit = 10;

/** A setting for each environment. https://docs.github.com/en/rest/deployments/environments#list-environments */
export async function readEnvironments(github: GitHub, name: Name): Promise<readonly KnownSetting[]> {
  const found = await github.read(
    'GET /repos/{owner}/{repo}/environments',
    { ...name, per_page: pageSize },
    Environments,
  );
  if (!found.ok)
    return [{ topic: 'environment', name: '*', unread: found.reason, settle: settleBy(found, permission) }];
  const { environments, total_count: count } = found.value;
  const open = environments.filter((environment) => countReviewers(environment) === 0);
  const settings = await Promise.all(
    environments.map((environment) =>
      open.indexOf(environment) < customRuleLimit ? readOne(github, name, environment) : describe(environment),
    ),
  );
  if (count <= environments.length) return settings.length > 0 ? settings : [none];
  const settle = `attest it: only the first ${pageSize} environments are read`;
  return [...settings, { topic: 'environment', name: '*', unread: 'limited', settle }];
}

/** That there are none is known too. */
const none: KnownSetting = { topic: 'environment', name: '' };

async function readOne(github: GitHub, name: Name, environment: Environment): Promise<KnownSetting> {
  if (countReviewers(environment) > 0) return describe(environment);
  const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules';
  const answer = await github.read(route, { ...name, environment_name: environment.name }, CustomRules);
  const rules = answer.ok ? (answer.value.custom_deployment_protection_rules ?? []) : [];
  return describe(environment, rules.filter(({ enabled }) => enabled).length);
}

function countReviewers({ protection_rules: rules = [] }: Environment): number {
  return rules.flatMap(({ type, reviewers = [] }) => (type === 'required_reviewers' ? reviewers : [])).length;
}

function describe(environment: Environment, customRules = 0): KnownSetting {
  const { name, protection_rules: rules = [], deployment_branch_policy: policy } = environment;
  return {
    topic: 'environment',
    name,
    values: {
      reviewers: String(countReviewers(environment)),
      'prevent-self-review': String(rules.some((rule) => rule.prevent_self_review === true)),
      'wait-timer': String(Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0))),
      branches: policy == null ? 'any' : policy.protected_branches ? 'protected' : 'chosen',
      'custom-rules': String(customRules),
    },
  };
}
