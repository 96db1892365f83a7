import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRepository } from '../support/git-repository.ts';
import { scan } from '../support/scan.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Evidence that would count if it were read. */
const runbook = `# Incident runbook

## Wrong answers

1. Switch the feature off: \`flags set answers off\`.
2. Tell the owner on call.
3. Roll back: \`make rollback\`.
`;

describe('a link', () => {
  test('out of the folder leads nowhere: what lies there is not read', async () => {
    const outside = scratchFolder({ 'runbook.md': `${runbook}\ncanary-of-the-outside\n` });
    const repository = makeRepository();
    symlinkSync(join(outside, 'runbook.md'), join(repository.folder, 'runbook.md'));
    symlinkSync(outside, join(repository.folder, 'docs'));
    repository.write('README.md', '# Service\n');
    repository.commit();

    const { report, exitCode } = await scan(repository.folder);

    expect(exitCode).toBe(0);
    expect(report.scan.files).toBe(1);
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  test('in place of a folder that git tracks is not followed, and is told', async () => {
    const outside = scratchFolder({ 'runbook.md': `${runbook}\ncanary-of-the-outside\n` });
    const repository = makeRepository();
    repository.write('docs/runbook.md', runbook);
    repository.commit();
    repository.remove('docs');
    symlinkSync(outside, join(repository.folder, 'docs'));

    const { report, messages } = await scan(repository.folder);

    expect(JSON.stringify(report)).not.toContain('canary');
    expect(messages.filter((message) => message.includes('canary'))).toEqual([]);
    expect(report.scan.read).toBe(0);
  });

  test('in a circle ends', async () => {
    const folder = scratchFolder({ 'a/README.md': '# A\n' });
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('self', join(folder, 'self'));

    expect((await scan(folder)).report.scan.files).toBe(1);
  });
});

test('a pipe and a device are passed over, without a wait', async () => {
  const folder = scratchFolder({ 'README.md': '# A\n' });
  execFileSync('mkfifo', [join(folder, 'Dockerfile')]);
  symlinkSync('/dev/zero', join(folder, 'requirements.txt'));

  const { report, exitCode } = await scan(folder);

  expect(report.scan.files).toBe(1);
  expect(exitCode).toBe(0);
});

test('a gigabyte is not read, and what it hides is no gap', async () => {
  const folder = scratchFolder({ 'requirements.txt': 'openai==2.6.1\n', Dockerfile: 'FROM python:3.13\n' });
  writeFileSync(join(folder, 'RUNBOOK.md'), '');
  truncateSync(join(folder, 'RUNBOOK.md'), 2 ** 30);

  const { report, exitCode, messages } = await scan(folder);

  expect(messages).toContain('file-unread: has 1073741824 bytes, more than the 4194304 that are read (RUNBOOK.md)');
  expect(exitCode).toBe(3);
  expect(report.systems[0]?.practices['incident-runbooks']?.aspects.runbook?.status).toBe('unknown');
});

/** Folders in folders: a chain of fifty, moved to the end of the next one, and so on, since no call takes the whole path. */
function nestFolders(top: string, depth: number): void {
  const chain = Array.from({ length: 50 }, () => 'd').join('/');
  for (let made = 0; made < depth; made += 50) {
    mkdirSync(join(top, 'next', chain), { recursive: true });
    if (made > 0) renameSync(join(top, 'd'), join(top, 'next', chain, 'd'));
    renameSync(join(top, 'next/d'), join(top, 'd'));
    rmdirSync(join(top, 'next'));
  }
}

test('five thousand folders in each other are listed as far as the limit, and the scan is incomplete', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-deep-'));
  nestFolders(folder, 5_000);

  const { exitCode, messages } = await scan(folder);

  expect(exitCode).toBe(3);
  expect(messages).toContainEqual(expect.stringMatching(/^too-deep: folders below (d\/)+d were not looked at$/));
  execFileSync('rm', ['-rf', folder]);
});

test('two hundred thousand files are listed and the scan is whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-many-'));
  for (let at = 0; at < 200; at++) {
    mkdirSync(join(folder, `d${at}`));
    writeFileSync(join(folder, `d${at}/0.bin`), '');
    // Names of one file are made faster than files.
    for (let name = 1; name < 1_000; name++) linkSync(join(folder, `d${at}/0.bin`), join(folder, `d${at}/${name}.bin`));
  }

  const { report, exitCode } = await scan(folder);

  expect([report.scan.files, report.scan.complete, exitCode]).toEqual([200_000, true, 0]);
  execFileSync('rm', ['-rf', folder]);
}, 180_000);

test('names that differ in case, and names that look alike, are files of their own', async () => {
  const [composed, decomposed] = ['caf\u00e9.md', 'cafe\u0301.md'];
  const folder = scratchFolder({
    'README.md': '# A\n',
    'readme.md': '# B\n',
    [composed]: '# C\n',
    [decomposed]: '# D\n',
  });

  expect((await scan(folder)).report.scan).toMatchObject({ files: 4, read: 4, complete: true });
});

test('names with line breaks, escapes and directions stay inside their quotes', async () => {
  const names = [
    'a\nb.md',
    'a\u001b[31m.md',
    '::error::x.md',
    'a\u202egnp.md',
    '<img src=x>.md',
    '-rf.md',
    "a'$(id).md",
  ];
  const folder = scratchFolder(Object.fromEntries(names.map((name) => [name, runbook])));

  const { report } = await scan(folder);

  expect(report.scan).toMatchObject({ files: names.length, read: names.length, complete: true });
});

test('a name that is no UTF-8 is passed over or read, and costs nothing else', async () => {
  const folder = scratchFolder({ 'README.md': '# A\n' });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]), '# B\n');

  const { report, exitCode } = await scan(folder);

  expect(report.scan.read).toBeGreaterThanOrEqual(1);
  expect(exitCode).toBe(0);
});
