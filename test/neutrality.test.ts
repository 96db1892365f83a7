import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../src/run.ts';
import { measuredNames } from './support/measured-names.ts';
import { ruleSet, today } from './support/real-model.ts';

const root = join(import.meta.dirname, '..');
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
const paths = listed
  .toString('utf8')
  .split('\0')
  .filter((path) => path !== '' && !path.startsWith('dist/'));

test('a name that is measured on would be found', () => {
  const made = new Set([digest('acme/answers')]);

  expect(namesIn('fits `Acme/Answers@1` alone', made)).toEqual(['acme/answers']);
  expect(namesIn('src/acme/answers/app.py', made)).toEqual(['acme/answers']);
  expect(namesIn('acme answers', made)).toEqual([]);
});

test('no rule, test, table or text names a repository that rules are measured on', () => {
  const found = paths.flatMap((path) => {
    const names = namesIn(`${path}\n${readText(path)}`, measuredNames);
    return names.map((name) => `${path}: ${name}`);
  });

  expect(found).toEqual([]);
});

test('this repository holds no AI system, though it speaks of little else', async () => {
  const { report } = await run({ directory: root, today, version: '0.0.0' }, ruleSet);

  expect(report.systems).toEqual([]);
  expect(report.findings).toEqual([]);
});

function readText(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    // Deleted, and not yet committed.
    return '';
  }
}

/** The words and runs of path segments of a text whose digest is known. */
function namesIn(text: string, digests: ReadonlySet<string>): readonly string[] {
  const words = new Set(text.toLowerCase().match(/\w[\w.-]*(?:\/\w[\w.-]*)*/g) ?? []);
  const candidates = new Set([...words].flatMap(runsOf));
  return [...candidates].filter((candidate) => digests.has(digest(candidate)));
}

function runsOf(word: string): readonly string[] {
  const parts = word.split('/').slice(0, 12);
  return parts.flatMap((_, start) =>
    parts.slice(start).map((_, length) => parts.slice(start, start + length + 1).join('/')),
  );
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}
