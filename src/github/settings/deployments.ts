import * as z from 'zod';
import { groupBy } from '../../lib/group-by.ts';
import type { KnownSetting } from '../../model/setting.ts';
import type { GitHub } from '../client.ts';
import type { Name } from './repository.ts';
import { settleBy } from './unread.ts';

const Deployment = z.object({
  environment: z.string(),
  created_at: z.string(),
  creator: z.object({ login: z.string() }).nullish(),
});
const Deployments = z.array(Deployment);

const pageSize = 100;

/**
 * A setting for each environment that was deployed to lately and for each that did: how often, and when last.
 * https://docs.github.com/en/rest/deployments/deployments#list-deployments
 */
export async function readDeployments(github: GitHub, name: Name): Promise<readonly KnownSetting[]> {
  const found = await github.read(
    'GET /repos/{owner}/{repo}/deployments',
    { ...name, per_page: pageSize },
    Deployments,
  );
  if (!found.ok) {
    const settle = settleBy(found, 'deployments: read');
    return [{ topic: 'deployment', name: '*', unread: found.reason, settle }];
  }
  const groups = groupBy(found.value, ({ environment, creator }) => JSON.stringify([environment, creator?.login]));
  return [...groups.values()].map((group): KnownSetting => {
    const [first] = group;
    const last = group.map(({ created_at: at }) => at.slice(0, 10)).sort();
    const by = first?.creator?.login;
    return {
      topic: 'deployment',
      name: first?.environment ?? '',
      values: { count: String(group.length), last: last.at(-1) ?? '', ...(by === undefined ? {} : { by }) },
    };
  });
}
