import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Sha = z.string().regex(/^[0-9a-f]{40,64}$/);

/** What of an event names the base of a change. https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const Event = z.object({
  pull_request: z.object({ base: z.object({ sha: Sha }) }).optional(),
  merge_group: z.object({ base_sha: Sha }).optional(),
});

export type ChangeBase =
  | { readonly base: { readonly revisions: readonly string[]; readonly isAsked: false } }
  | { readonly isUnchanged: true };

/**
 * The base that the event of a run names: of a pull request or of a group in the merge queue. Any other event proposes
 * no change. Takes the runner's variables.
 */
export function readChangeBase(env: NodeJS.ProcessEnv): ChangeBase {
  const { pull_request: pull, merge_group: group } = readEvent(env.GITHUB_EVENT_PATH);
  const sha = pull?.base.sha ?? group?.base_sha;
  const branch = env.GITHUB_BASE_REF ? [`origin/${env.GITHUB_BASE_REF}`] : [];
  const revisions = [...(sha === undefined ? [] : [sha]), ...branch];
  return revisions.length > 0 ? { base: { revisions, isAsked: false } } : { isUnchanged: true };
}

function readEvent(path: string | undefined): z.infer<typeof Event> {
  if (path === undefined) return {};
  try {
    const parsed = Event.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    // A run without an event, as on a developer's machine, proposes no change.
    return {};
  }
}
