import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Sha = z.string().regex(/^[0-9a-f]{40,64}$/);

/** What of an event names the base of a change. https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const Change = z.object({
  pull_request: z.object({ base: z.object({ sha: Sha }) }).optional(),
  merge_group: z.object({ base_sha: Sha }).optional(),
});

const Repository = z.object({ full_name: z.string() });

/** What of it tells where to write. */
const Place = z.object({
  pull_request: z
    .object({
      number: z.int(),
      base: z.object({ repo: Repository }),
      head: z.object({ sha: Sha, repo: Repository.nullable() }),
    })
    .optional(),
  merge_group: z.object({ head_sha: Sha }).optional(),
  repository: z.object({ default_branch: z.string() }).optional(),
});

export type ChangeBase =
  | { readonly base: { readonly revisions: readonly string[]; readonly isAsked: false } }
  | { readonly isUnchanged: true };

/** What started a run. */
export type RunEvent = {
  readonly name: string;
  /** What the base is, where a change is proposed. */
  readonly change: ChangeBase;
  readonly baseSha?: string;
  /** The commit that is judged, as people see it: not the merge that a runner makes. */
  readonly headSha?: string;
  /** The number of the pull request. */
  readonly pull?: number;
  /** The change comes from another repository, so that the token only reads. */
  readonly isFork: boolean;
  readonly isDefaultBranch: boolean;
};

/** Reads the event of a run from the runner's variables. An event that proposes no change has no base. */
export function readEvent(env: NodeJS.ProcessEnv): RunEvent {
  const payload = readPayload(env.GITHUB_EVENT_PATH);
  const name = env.GITHUB_EVENT_NAME ?? '';
  const parsed = Place.safeParse(payload);
  const { pull_request: pull, merge_group: group, repository } = parsed.success ? parsed.data : {};
  const headSha = pull?.head.sha ?? group?.head_sha ?? env.GITHUB_SHA;
  const baseSha = readBaseSha(payload);
  return {
    name,
    change: readChange(baseSha, env),
    ...(baseSha === undefined ? {} : { baseSha }),
    ...(headSha === undefined ? {} : { headSha }),
    ...(pull === undefined ? {} : { pull: pull.number }),
    isFork: pull !== undefined && pull.head.repo?.full_name !== pull.base.repo.full_name,
    isDefaultBranch: isDefaultBranch(name, env.GITHUB_REF, repository?.default_branch),
  };
}

/** A schedule runs on no other branch. */
function isDefaultBranch(name: string, ref: string | undefined, branch: string | undefined): boolean {
  if (!['push', 'schedule', 'workflow_dispatch'].includes(name)) return false;
  return name === 'schedule' || (branch !== undefined && ref === `refs/heads/${branch}`);
}

function readBaseSha(payload: unknown): string | undefined {
  const parsed = Change.safeParse(payload);
  if (!parsed.success) return undefined;
  return parsed.data.pull_request?.base.sha ?? parsed.data.merge_group?.base_sha;
}

function readChange(sha: string | undefined, env: NodeJS.ProcessEnv): ChangeBase {
  const branch = env.GITHUB_BASE_REF ? [`origin/${env.GITHUB_BASE_REF}`] : [];
  const revisions = [...(sha === undefined ? [] : [sha]), ...branch];
  return revisions.length > 0 ? { base: { revisions, isAsked: false } } : { isUnchanged: true };
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // A run without an event, as on a developer's machine, proposes no change.
    return {};
  }
}
