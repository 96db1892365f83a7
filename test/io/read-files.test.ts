import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFiles } from '../../src/io/read-files.ts';
import { repoPath } from '../../src/model/location.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-read-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const limits = { fileSize: 10, totalSize: 15 };

function read(...names: readonly string[]) {
  return readFiles(folder, names.map(repoPath), limits);
}

function write(name: string, text: string | Buffer): void {
  writeFileSync(join(folder, name), text);
}

test('reads text as UTF-8 and counts its bytes', () => {
  write('a', 'ü');

  expect([...read('a').texts.values(), read('a').bytes]).toEqual(['ü', 2]);
});

test('drops a byte order mark and keeps what is no UTF-8 readable', () => {
  write('bom', '\ufeffa');
  write('latin', Buffer.from([0x61, 0xe9]));

  expect([...read('bom', 'latin').texts.values()]).toEqual(['a', 'a\ufffd']);
});

test('passes over what is no text', () => {
  write('binary', Buffer.from([0x61, 0]));

  expect(read('binary')).toMatchObject({ unread: [], diagnostics: [] });
  expect(read('binary').texts.size).toBe(0);
});

test('reads a file of the size limit and tells of a larger one', () => {
  write('ten', 'x'.repeat(10));
  write('eleven', 'x'.repeat(11));

  const { texts, unread, diagnostics } = read('ten', 'eleven');

  expect([...texts.keys()]).toEqual(['ten']);
  expect(unread).toEqual(['eleven']);
  expect(diagnostics).toEqual([
    {
      level: 'warning',
      code: 'file-unread',
      message: 'has 11 bytes, more than the 10 that are read',
      at: { path: 'eleven' },
    },
  ]);
});

test('stops at the total and names what was left', () => {
  write('a', 'x'.repeat(10));
  write('b', 'x'.repeat(6));
  write('c', 'x'.repeat(5));

  expect(read('a', 'b', 'c').unread).toEqual(['b']);
});

test('a file that is gone is no trouble', () => {
  expect(read('gone')).toMatchObject({ unread: [], diagnostics: [] });
});

test('follows no link out of the folder', () => {
  symlinkSync('/etc/hostname', join(folder, 'out'));

  expect(read('out')).toMatchObject({ unread: ['out'] });
  expect(read('out').texts.size).toBe(0);
});

test('does not wait at a pipe', () => {
  execFileSync('mkfifo', [join(folder, 'pipe')]);

  expect(read('pipe').diagnostics[0]?.message).toBe('is no regular file');
});
