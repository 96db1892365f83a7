import { runGit } from '../io/git.ts';
import { UserError } from '../lib/user-error.ts';
import type { RunEvent } from './event.ts';

/**
 * Throws a UserError where a workflow that has secrets and a token that writes has checked out what a stranger wrote: a
 * `pull_request_target` that is on another commit than the base's.
 * https://docs.github.com/en/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout
 */
export async function refuseForkHead(event: RunEvent, directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (event.name !== 'pull_request_target' || !event.isFork) return;
  const commit = (await runGit(directory, ['rev-parse', '--verify', 'HEAD']))?.trim();
  if (commit === undefined || commit === event.baseSha || commit === env.GITHUB_SHA) return;
  throw new UserError(
    `pull_request_target runs with secrets and a token that may write, and here the code of a fork is checked out (${commit.slice(0, 12)}); let the workflow run on pull_request, where a token that only reads is enough`,
  );
}
