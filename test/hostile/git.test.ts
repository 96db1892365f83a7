import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleRepository, makeRepository, type Repository } from '../support/git-repository.ts';
import { scan } from '../support/scan.ts';
import { scratchFolder } from '../support/scratch.ts';

/** A command that leaves a trace. */
function trapIn(folder: string) {
  const trace = join(folder, 'trace');
  return { command: `touch ${trace}; cat`, hasRun: () => existsSync(trace) };
}

describe('what a repository makes git run is not run', () => {
  const settings: readonly (readonly [string, (repository: Repository, command: string) => void])[] = [
    ['a monitor of files', ({ git }, command) => void git('config', 'core.fsmonitor', command)],
    ['a way to connect', ({ git }, command) => void git('config', 'core.sshCommand', command)],
    [
      'a pager and an editor',
      ({ git }, command) => void ['core.pager', 'core.editor'].map((key) => git('config', key, command)),
    ],
    ['a helper for credentials', ({ git }, command) => void git('config', 'credential.helper', `!${command}`)],
    [
      'a filter, a text conversion and a merge driver',
      ({ git, write }, command) => {
        for (const key of [
          'filter.x.clean',
          'filter.x.smudge',
          'filter.x.process',
          'diff.x.textconv',
          'diff.x.command',
          'merge.x.driver',
        ])
          git('config', key, command);
        write('.gitattributes', '* filter=x diff=x merge=x\n');
      },
    ],
    [
      'hooks',
      ({ folder }, command) => {
        mkdirSync(join(folder, '.git/hooks'), { recursive: true });
        for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
          writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
      },
    ],
    [
      'a file that its configuration includes',
      ({ folder, git }, command) => {
        writeFileSync(join(folder, '.git/more'), `[core]\n\tfsmonitor = "${command}"\n`);
        git('config', 'include.path', 'more');
      },
    ],
    [
      'a place to fetch what is missing from',
      ({ git }, command) => {
        git('config', 'remote.origin.url', `ext::sh -c "${command}"`);
        git('config', 'extensions.partialClone', 'origin');
      },
    ],
  ];

  test.each(settings)('%s', async (_, set) => {
    const repository = exampleRepository();
    const { command, hasRun } = trapIn(scratchFolder({}));
    set(repository, command);
    repository.write('later.md', '# Later\n');

    const { report } = await scan(repository.folder);

    expect(hasRun()).toBe(false);
    expect(report.systems).toHaveLength(1);
  });
});

test('a .git file that leads elsewhere brings nothing from there', async () => {
  const other = makeRepository();
  other.write('canary.md', '# Canary\n');
  other.commit();
  const folder = scratchFolder({ 'README.md': '# A\n', '.git': `gitdir: ${join(other.folder, '.git')}\n` });

  const { report } = await scan(folder);

  expect(JSON.stringify(report)).not.toContain('canary');
  expect(report.scan).toMatchObject({ read: 1, complete: true });
});

test('a work tree that is said to be elsewhere is not looked at', async () => {
  const outside = scratchFolder({ 'canary.md': '# Canary\n' });
  const repository = makeRepository();
  repository.write('README.md', '# A\n');
  repository.commit();
  repository.git('config', 'core.worktree', outside);

  const { report } = await scan(repository.folder);

  expect(JSON.stringify(report)).not.toContain('canary');
  expect(report.scan.read).toBe(1);
});

test('a submodule is another repository, and a pointer to a large file holds no text of it', async () => {
  const repository = makeRepository();
  repository.write('README.md', '# A\n');
  repository.write('evals/cases.jsonl', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n');
  const commit = repository.commit();
  repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},vendor/module`);

  const { report } = await scan(repository.folder);

  expect(report.scan.files).toBe(2);
  expect(report.scan.complete).toBe(true);
});

test('a broken repository is walked, and says so', async () => {
  const folder = scratchFolder({ 'README.md': '# A\n', '.git/HEAD': 'nonsense', '.git/config': '[core' });

  const { report, messages } = await scan(folder);

  expect(report.scan.read).toBe(1);
  expect(messages).toContainEqual(expect.stringMatching(/^no-git: /));
});
