import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNamedPolicy, readPolicyFile, readUpperPolicy } from '../../src/io/policy-file.ts';
import { repoPath } from '../../src/model/location.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stagegate-policy-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the policy of a folder', () => {
  test.each([
    ['at the top', { 'stagegate.yml': 'a', '.github/stagegate.yml': 'b' }, 'a'],
    ['in .github', { '.github/stagegate.yml': 'b' }, 'b'],
    ['nowhere', { 'README.md': '' }, undefined],
  ])('stands %s', (_, files, text) => {
    expect(readPolicyFile(folderWith(files))?.text).toBe(text);
  });

  test('is not read through a link that leads out of it', () => {
    const outside = folderWith({ 'secret.txt': 'token' });
    const folder = folderWith({});
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'stagegate.yml'));

    expect(() => readPolicyFile(folder)).toThrow('stagegate.yml is a link');
  });

  test('can be named wherever it lies', () => {
    const outside = folderWith({ 'p.yml': 'p' });

    const file = readNamedPolicy(folderWith({}), join(outside, 'p.yml'));

    expect(file.text).toBe('p');
    expect(file).not.toHaveProperty('path');
  });

  test('that is named and is not there says so', () => {
    expect(() => readPolicyFile(folderWith({}), '/nowhere/p.yml')).toThrow('/nowhere/p.yml is no file');
  });
});

describe('what a policy extends', () => {
  const files = { 'org.yml': 'top', '.github/org.yml': 'beside', '.github/deep/x.yml': 'deep' };
  const inGithub = { path: repoPath('.github/stagegate.yml') };

  test.each([
    ['a path beside it', 'org.yml', inGithub, 'beside'],
    ['a path below it', 'deep/x.yml', inGithub, 'deep'],
    ['a path from the top', '.github/org.yml', inGithub, 'beside'],
    ['a path up to the top', '../org.yml', inGithub, 'top'],
    ['a path from the top, by a policy that lies outside', 'org.yml', {}, 'top'],
  ])('is read by %s', (_, path, from, text) => {
    expect(readUpperPolicy(folderWith(files), path, from)).toMatchObject({ ok: true, file: { text } });
  });

  test.each([
    [
      'a path out of the folder',
      '../../org.yml',
      'leads out of the scanned folder; name it by the option --org-policy',
    ],
    ['an absolute path', '/etc/passwd', 'leads out of the scanned folder'],
    ['a path to nothing', 'none.yml', 'there is no file .github/none.yml or none.yml'],
  ])('is refused for %s', (_, path, reason) => {
    const read = readUpperPolicy(folderWith(files), path, inGithub);

    expect(read).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  test('is not read through a link that leads out', () => {
    const folder = folderWith({});
    symlinkSync(join(folderWith({ 'o.yml': 'x' }), 'o.yml'), join(folder, 'org.yml'));

    expect(readUpperPolicy(folder, 'org.yml', {})).toEqual({
      ok: false,
      reason: 'org.yml is a link',
    });
  });
});
