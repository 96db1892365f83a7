import * as z from 'zod';
import type { KnownSetting } from '../../model/setting.ts';
import type { Answer } from '../answer.ts';
import type { GitHub } from '../client.ts';

const Repository = z.object({
  default_branch: z.string(),
  private: z.boolean(),
  fork: z.boolean(),
  archived: z.boolean(),
  pushed_at: z.string().nullish(),
});
export type Repository = z.infer<typeof Repository>;

/** Which repository on GitHub. */
export type Name = { readonly owner: string; readonly repo: string };

/** https://docs.github.com/en/rest/repos/repos#get-a-repository */
export function readRepository(github: GitHub, name: Name): Promise<Answer<Repository>> {
  return github.read('GET /repos/{owner}/{repo}', name, Repository);
}

export function repositorySetting(name: Name, found: Repository): KnownSetting {
  return {
    topic: 'repository',
    name: `${name.owner}/${name.repo}`,
    values: {
      'default-branch': found.default_branch,
      private: String(found.private),
      fork: String(found.fork),
      archived: String(found.archived),
    },
  };
}
