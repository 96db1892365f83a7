import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Base, blobId, commitReader, readBase, readBaseTexts } from '../../src/io/commit.ts';
import { repoPath } from '../../src/model/location.ts';
import { makeRepository, type Repository } from '../support/git-repository.ts';

async function baseOf({ folder }: Repository, ...revisions: readonly string[]): Promise<Base> {
  const base = await readBase(folder, revisions.length > 0 ? revisions : ['HEAD']);
  if (!base) throw new Error('there is no base');
  return base;
}

async function textOf(repository: Repository, path: string, limits?: Parameters<typeof readBaseTexts>[3]) {
  const { texts, unread } = readBaseTexts(repository.folder, await baseOf(repository), [repoPath(path)], limits);
  return texts.get(repoPath(path)) ?? (unread.length > 0 ? 'unread' : undefined);
}

describe('the files of a commit', () => {
  test('are listed without a checkout, whatever the working tree has', async () => {
    const repository = makeRepository();
    repository.write('a.txt', 'old');
    repository.write('deep/ü – b.txt', 'x');
    repository.commit();
    repository.write('a.txt', 'new');
    repository.write('c.txt', 'new');
    repository.remove('deep');

    expect([...(await baseOf(repository)).files.keys()]).toEqual(['a.txt', 'deep/ü – b.txt']);
    expect(await textOf(repository, 'a.txt')).toBe('old');
  });

  test('are those below the folder, with paths from there', async () => {
    const repository = makeRepository();
    repository.write('top.txt', 'x');
    repository.write('services/rag/a.txt', 'below');
    repository.commit();
    const inner = { ...repository, folder: join(repository.folder, 'services/rag') };

    expect([...(await baseOf(inner)).files.keys()]).toEqual(['a.txt']);
    expect(await textOf(inner, 'a.txt')).toBe('below');
  });

  test('are neither links nor submodules', async () => {
    const repository = makeRepository();
    repository.write('a.txt', 'x');
    symlinkSync('/etc/hostname', join(repository.folder, 'link.txt'));
    const commit = repository.commit();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`);
    repository.git('commit', '--quiet', '--message', 'module');

    expect([...(await baseOf(repository)).files.keys()]).toEqual(['a.txt']);
  });

  test('keep the ids that git gives to texts, in either format of objects', async () => {
    for (const format of ['sha1', 'sha256']) {
      const repository = makeRepository();
      repository.git('init', '--quiet', `--object-format=${format}`, join(repository.folder, 'in'));
      const inner = { ...repository, folder: join(repository.folder, 'in') };
      writeFileSync(join(inner.folder, 'a.txt'), 'ä\n');
      const git = (...args: readonly string[]) => repository.git('-C', 'in', ...args);
      git('add', '.');
      git('commit', '--quiet', '--message', 'x');
      const [id = ''] = (await baseOf(inner)).files.values();

      expect(id).toBe(git('hash-object', 'a.txt').trim());
      expect(blobId('ä\n', id)).toBe(id);
    }
  });
});

describe('a file of a commit', () => {
  test('is read as it is stored, and nothing that the repository names is run', async () => {
    const repository = makeRepository();
    const trap = join(mkdtempSync(join(tmpdir(), 'stagegate-trap-')), 'sprung');
    repository.write('.gitattributes', '*.bin filter=trap diff=trap\n');
    repository.write('a.bin', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n');
    repository.commit();
    for (const key of ['filter.trap.smudge', 'filter.trap.clean', 'diff.trap.textconv', 'core.fsmonitor'])
      repository.git('config', key, `touch ${trap}; cat`);
    repository.write('.git/hooks/post-checkout', `#!/bin/sh\ntouch ${trap}\n`);

    expect(await textOf(repository, 'a.bin')).toMatch(/^version https:\/\/git-lfs/);
    expect(existsSync(trap)).toBe(false);
  });

  test('keeps the ends of its lines and loses its byte order mark', async () => {
    const repository = makeRepository();
    repository.write('a.txt', '\ufeffone\r\ntwo\r\n');
    repository.commit();

    expect(await textOf(repository, 'a.txt')).toBe('one\r\ntwo\r\n');
  });

  test('that is binary gives no text, and is no trouble', async () => {
    const repository = makeRepository();
    repository.write('a.txt', 'a\0b');
    repository.commit();

    expect(await textOf(repository, 'a.txt')).toBeUndefined();
  });

  test('is read up to a size, in all and each', async () => {
    const repository = makeRepository();
    repository.write('a.txt', 'x'.repeat(10));
    repository.write('b.txt', 'y'.repeat(10));
    repository.commit();
    const paths = ['a.txt', 'b.txt'].map(repoPath);
    const read = async (fileSize: number, totalSize: number) =>
      readBaseTexts(repository.folder, await baseOf(repository), paths, { fileSize, totalSize }).unread;

    expect(await read(10, 20)).toEqual([]);
    expect(await read(9, 20)).toEqual(paths);
    expect(await read(10, 19)).toEqual(['b.txt']);
  });

  test('whose object the clone lacks is unread', async () => {
    const repository = makeRepository();
    repository.write('a.txt', 'x');
    repository.commit();
    const id = repository.git('rev-parse', 'HEAD:a.txt').trim();
    repository.remove(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);

    expect(await textOf(repository, 'a.txt')).toBe('unread');
  });

  test('is fetched from nowhere, if a partial clone left it out', async () => {
    const repository = makeRepository();
    repository.write('a.txt', 'x');
    repository.commit();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const partial = mkdtempSync(join(tmpdir(), 'stagegate-partial-'));
    repository.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${repository.folder}`, partial);

    expect(await textOf({ ...repository, folder: partial }, 'a.txt')).toBe('unread');
  });
});

describe('the base', () => {
  test('is compared from where the change left it', async () => {
    const repository = makeRepository();
    const fork = repository.commit();
    repository.git('branch', 'change');
    const tip = repository.commit('tip');
    repository.git('checkout', '--quiet', 'change');
    repository.commit('change');

    expect(await readBase(repository.folder, ['main'])).toMatchObject({ tip, fork });
  });

  test('is itself where a shallow clone tells nothing of what both came from', async () => {
    const repository = makeRepository();
    repository.commit();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    const head = repository.commit('other');
    const tip = repository.git('rev-parse', 'main').trim();

    expect(await readBase(repository.folder, ['main'])).toMatchObject({ tip, fork: tip });
    expect(head).not.toBe(tip);
  });

  test('is not there in a clone that is too shallow, outside git, and for a name that is an option', async () => {
    const repository = makeRepository();
    const old = repository.commit();
    repository.commit();
    const shallow = mkdtempSync(join(tmpdir(), 'stagegate-shallow-'));
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, shallow);

    expect(await readBase(shallow, [old])).toBeUndefined();
    expect(await readBase(mkdtempSync(join(tmpdir(), 'stagegate-bare-')), ['HEAD'])).toBeUndefined();
    expect(await readBase(repository.folder, ['--all', ''])).toBeUndefined();
  });
});

describe('a file of a commit by its path', () => {
  function read({ folder }: Repository, ...paths: readonly string[]) {
    const { texts, diagnostics } = commitReader(folder, 'HEAD')(paths.map(repoPath));
    return [...texts.values(), ...diagnostics.map(({ message }) => message)];
  }

  test('is read where it is there, and is no trouble where it is not', () => {
    const repository = makeRepository();
    repository.write('a b.yml', 'x');
    repository.write('folder/c.yml', 'y');
    repository.commit();

    expect(read(repository, 'none.yml', 'a b.yml', 'folder', 'folder/c.yml', 'line\nfeed.yml')).toEqual(['x', 'y']);
  });

  test('is what a link leads to, inside the commit', () => {
    const repository = makeRepository();
    repository.write('config/gate.yml', 'x');
    symlinkSync('config/gate.yml', join(repository.folder, 'in.yml'));
    symlinkSync('/etc/hostname', join(repository.folder, 'out.yml'));
    symlinkSync('nowhere.yml', join(repository.folder, 'dangling.yml'));
    repository.commit();

    expect(read(repository, 'out.yml', 'dangling.yml', 'in.yml')).toEqual(['x']);
  });

  test('stands in the scanned folder, not at the top of the clone', () => {
    const repository = makeRepository();
    repository.write('a.yml', 'top');
    repository.write('services/rag/a.yml', 'below');
    repository.commit();

    expect(read({ ...repository, folder: join(repository.folder, 'services/rag') }, 'a.yml')).toEqual(['below']);
  });

  test('that is too large is told', () => {
    const repository = makeRepository();
    repository.write('a.yml', 'x'.repeat(11));
    repository.commit();
    const { texts, diagnostics } = commitReader(repository.folder, 'HEAD')([repoPath('a.yml')], {
      fileSize: 10,
      totalSize: 100,
    });

    expect([texts.size, diagnostics[0]?.message]).toEqual([0, 'has 11 bytes, more than the 10 that are read']);
  });
});
