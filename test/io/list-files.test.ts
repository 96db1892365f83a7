import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { depthLimit, listFiles } from '../../src/io/list-files.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-list-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    stdio: 'ignore',
  });
}

describe('in a git repository', () => {
  test('gives no file that was deleted and is still tracked', async () => {
    git('init');
    write('a.txt');
    write('b.txt');
    git('add', '.');
    rmSync(join(folder, 'a.txt'));

    expect((await listFiles(folder)).paths).toEqual(['b.txt']);
  });

  test('gives tracked files and new ones, sorted, but none that are ignored', async () => {
    git('init');
    write('b.txt');
    write('a/ü.txt');
    write('.gitignore', 'ignored.txt\n');
    git('add', '.');
    write('new.txt');
    write('ignored.txt');

    expect(await listFiles(folder)).toEqual({
      paths: ['.gitignore', 'a/ü.txt', 'b.txt', 'new.txt'],
      complete: true,
      diagnostics: [],
    });
  });

  test('leaves links and submodules out', async () => {
    git('init');
    write('a.txt');
    symlinkSync('/etc/passwd', join(folder, 'out'));
    symlinkSync('a.txt', join(folder, 'in'));
    git('add', '.');
    git('update-index', '--add', '--cacheinfo', '160000,0123456789012345678901234567890123456789,module');

    expect((await listFiles(folder)).paths).toEqual(['a.txt']);
  });

  test('lists a folder inside a repository from there', async () => {
    git('init');
    write('sub/a.txt');
    git('add', '.');

    expect((await listFiles(join(folder, 'sub'))).paths).toEqual(['a.txt']);
  });

  test('runs no program that the repository names', async () => {
    git('init');
    git('config', 'core.fsmonitor', `touch ${join(folder, 'ran')}; false`);
    write('a.txt');

    expect((await listFiles(folder)).paths).toEqual(['a.txt']);
  });
});

describe('outside git', () => {
  test('walks, honours .gitignore of each folder, and says that it walked', async () => {
    write('.gitignore', 'node_modules/\n');
    write('node_modules/x/index.js');
    write('sub/.gitignore', '*.log\n');
    write('sub/a.log');
    write('sub/a.txt');
    write('a.log');

    const { paths, complete, diagnostics } = await listFiles(folder);

    expect(paths).toEqual(['.gitignore', 'a.log', 'sub/.gitignore', 'sub/a.txt']);
    expect(complete).toBe(true);
    expect(diagnostics.map(({ code }) => code)).toEqual(['no-git']);
  });

  test('follows no link, not even in a circle', async () => {
    write('a/b.txt');
    symlinkSync('..', join(folder, 'a/up'));

    expect((await listFiles(folder)).paths).toEqual(['a/b.txt']);
  });

  test('is incomplete below the depth limit, complete at it', async () => {
    write(`${'d/'.repeat(depthLimit)}a.txt`);

    expect((await listFiles(folder)).complete).toBe(true);

    write(`${'d/'.repeat(depthLimit + 1)}b.txt`);

    expect((await listFiles(folder)).complete).toBe(false);
  });
});

test('is incomplete above the limit of files, complete at it', async () => {
  for (const name of ['a', 'b', 'c']) write(name);

  expect((await listFiles(folder, 3)).complete).toBe(true);
  const limited = await listFiles(folder, 2);

  expect(limited.paths).toHaveLength(2);
  expect(limited.complete).toBe(false);
  expect(limited.diagnostics.at(-1)).toMatchObject({ level: 'error', code: 'too-many-files' });
});
