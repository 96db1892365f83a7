import { describe, expect, test } from 'vitest';
import { assessFiles, type Files, provenIn, readRepository } from './support/assessed-files.ts';
import { system } from './support/evidence.ts';
import { commentOut, mapFiles, restyleYaml, sayCommands } from './support/transform-files.ts';

const same = (text: string) => text;
const regimes = ['eu-ai-act', 'gdpr'];
const repositories = [
  ['aws-rag', system({ name: 'pension-answers', kind: 'rag', regimes }), 'pension'],
  ['azure-agent', system({ name: 'depot-planner', kind: 'agent', regimes }), 'depot'],
  ['gcp-llm-app', system({ name: 'triage-desk', kind: 'llm-app', regimes }), 'triage'],
  ['onprem-ml', system({ name: 'arrears-model', kind: 'ml-service', regimes }), 'arrears'],
] as const;

/** Where a pipeline has to lie is no matter of taste. */
const fixed = /^(?:\.github\/|\.gitlab-ci\.yml|azure-pipelines\.yml|Jenkinsfile|CODEOWNERS)/;

/** Aspects that a pipeline proves by what it runs. */
const byCommands = ['ci-cd-deployment/automated-deploy', 'eval-in-ci/on-change', 'quality-gates/gate'];

describe.each(repositories)('%s', (name, declared, word) => {
  const files = readRepository(name);
  const before = assessFiles(files, declared);

  test('has something to lose', () => {
    expect(provenIn(before).length).toBeGreaterThan(8);
    expect(provenIn(before)).toContain('ci-cd-deployment/automated-deploy');
  });

  test.each<readonly [string, (files: Files) => Files]>([
    ['the order of files', (all) => Object.fromEntries(Object.entries(all).reverse())],
    ['the end of lines', (all) => mapFiles(all, (text) => text.replaceAll('\n', '\r\n'))],
    ['the style of YAML', restyleYaml],
    ['the name of the system', (all) => renameWord(all, word)],
    ['the names of folders', renameFolders],
    ['files beside it that say nothing of it', (all) => ({ ...all, ...unrelated })],
    ['the same files once more, as an example', (all) => ({ ...all, ...under(all, 'examples/copy') })],
    ['the same files once more, of somebody else', (all) => ({ ...all, ...under(all, 'vendor/copy') })],
  ])('%s changes nothing', (_, change) => {
    const after = assessFiles(change(files), declared);

    expect(after).toEqual(before);
  });

  test.each<readonly [string, (files: Files) => Files]>([
    ['all that stands in an example', (all) => under(all, 'examples/copy')],
    ['all that is of somebody else', (all) => under(all, 'third_party/copy')],
    ['all that is commented out', commentOut],
    ['all that is empty', (all) => mapFiles(all, () => '')],
  ])('%s proves nothing', (_, change) => {
    const after = assessFiles(change(files), declared);

    expect(provenIn(after)).toEqual([]);
  });

  test('a pipeline that only says its commands loses what they prove, and wins nothing', () => {
    const after = assessFiles(sayCommands(files), declared);

    expect(provenIn(after).filter((aspect) => byCommands.includes(aspect))).toEqual([]);
    expect(provenIn(before)).toEqual(expect.arrayContaining([...provenIn(after)]));
  });
});

function under(files: Files, folder: string): Files {
  return mapFiles(files, same, (path) => `${folder}/${path}`);
}

function renameWord(files: Files, word: string): Files {
  const change = (text: string) => text.replaceAll(word, 'zephyr');
  return mapFiles(files, change, change);
}

function renameFolders(files: Files): Files {
  const change = (text: string) => text.replace(/\binfra\//g, 'platform/').replace(/\bdocs\//g, 'documentation/');
  const words = (text: string) => change(text).replace(/-chdir=infra\b/g, '-chdir=platform');
  return mapFiles(files, words, (path) => (fixed.test(path) ? path : change(path)));
}

const unrelated: Files = {
  'tools/rename.py': 'import sys\nprint(sys.argv[1].lower())\n',
  'assets/logo.svg': '<svg/>\n',
  'docs/glossary.md': '# Glossary\n\n## Depot\n\nWhere vehicles stand at night.\n',
  'translations/de.json': '{ "title": "Antworten" }\n',
  '.editorconfig': 'root = true\n',
};
