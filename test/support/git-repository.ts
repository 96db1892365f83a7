import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Repository = {
  readonly folder: string;
  write(path: string, text: string): void;
  edit(path: string, change: (text: string) => string): void;
  remove(path: string): void;
  move(from: string, to: string): void;
  git(...args: readonly string[]): string;
  /** Commits everything that there is and gives the commit's id. */
  commit(message?: string): string;
};

/** An empty repository in a temporary folder. Its name, author and dates are fixed, so that ids are too. */
export function makeRepository(parent = mkdtempSync(join(tmpdir(), 'stagegate-git-'))): Repository {
  const folder = join(parent, 'rag-service');
  const at = (path: string) => join(folder, path);
  mkdirSync(folder, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...author },
    });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  return {
    folder,
    write,
    edit: (path, change) => write(path, change(git('show', `HEAD:${path}`))),
    remove: (path) => rmSync(at(path), { recursive: true }),
    move: (from, to) => {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    git,
    commit: (message = 'a change') => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

/** The example of the repository as a commit on main, with a policy of its own if one is given. */
export function exampleRepository(policy?: string): Repository {
  const repository = makeRepository();
  cpSync(join(root, 'examples/rag-service'), repository.folder, { recursive: true });
  if (policy !== undefined) repository.write('stagegate.yml', policy);
  repository.commit('base');
  return repository;
}

const author = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2026-11-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};
