import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A listing of 200,000 long paths still fits. */
const outputLimit = 256 * 1024 * 1024;

/**
 * Runs git on a folder that may be a stranger's: no hooks, no file-system monitor, no pager, no prompts, and no refusal
 * because another user owns the folder. Gives standard output, undefined if git is absent or says no.
 */
export async function runGit(directory: string, args: readonly string[]): Promise<string | undefined> {
  const guards = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    `safe.directory=${directory}`,
    'core.quotePath=false',
  ];
  try {
    const { stdout } = await execute('git', [...guards.flatMap((guard) => ['-c', guard]), '-C', directory, ...args], {
      encoding: 'utf8',
      maxBuffer: outputLimit,
      timeout: 60_000,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    });
    return stdout;
  } catch {
    // No git, no repository, or a refusal: the caller falls back to a walk, and says so.
    return undefined;
  }
}
