import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../test/support/github/operations.ts';
import { reach } from '../test/support/github/schemas.ts';

/** GitHub's own description of its API, in the version that the contract is tested against. */
const source = '@octokit/openapi@23.0.2';
const member = 'package/generated/api.github.com.json';

const root = join(import.meta.dirname, '..');
export const descriptionPath = join(root, '.contract/github.json');

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

/** Fetches the description once and keeps of it what is called, with all that this refers to. */
function fetchDescription(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'stagegate-contract-'));
  try {
    const packed = run('npm', ['pack', source, '--silent', '--pack-destination', scratch], scratch).trim();
    // The other files of the package are 390 MB.
    run('tar', ['-xzf', packed, member], scratch);
    const description: unknown = JSON.parse(readFileSync(join(scratch, member), 'utf8'));
    mkdirSync(join(root, '.contract'), { recursive: true });
    writeFileSync(descriptionPath, JSON.stringify(reach(description, operations)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (!existsSync(descriptionPath)) fetchDescription();
