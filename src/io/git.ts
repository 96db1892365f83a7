import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A listing of 200,000 long paths still fits. */
const outputLimit = 256 * 1024 * 1024;

const timeout = 60_000;

/**
 * Runs git on a folder that may be a stranger's: no hooks, no file-system monitor, no pager, no prompts, no network, and
 * no refusal because another user owns the folder. Gives standard output, undefined if git is absent or says no.
 */
export async function runGit(directory: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await execute('git', guard(directory, args), {
      encoding: 'utf8',
      maxBuffer: outputLimit,
      timeout,
      env: environment(),
    });
    return stdout;
  } catch {
    // No git, no repository, or a refusal: the caller falls back to a walk, and says so.
    return undefined;
  }
}

/** The same for what is asked for one after the other, with `input` on standard input, and output that is not all text. */
export function runGitSync(
  directory: string,
  args: readonly string[],
  input = '',
  limit = outputLimit,
): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', guard(directory, args), {
    input,
    maxBuffer: limit,
    timeout,
    env: environment(),
  });
  return error === undefined && status === 0 ? stdout : undefined;
}

function guard(directory: string, args: readonly string[]): readonly string[] {
  const settings = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    `safe.directory=${directory}`,
    'core.quotePath=false',
  ];
  return [...settings.flatMap((setting) => ['-c', setting]), '-C', directory, ...args];
}

/**
 * Without what leads git elsewhere than to the folder, as a hook's environment does. Objects that a partial clone left out
 * are not fetched, and no replacement stands for a commit. https://git-scm.com/docs/git#_environment_variables
 */
function environment(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  };
}
