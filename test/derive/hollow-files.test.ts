import { describe, expect, it } from 'vitest';
import { describeFile } from '../../src/derive/hollow-files.ts';
import { repoPath } from '../../src/model/location.ts';

const why = (path: string, text: string | undefined) => describeFile(repoPath(path), text).disabled;

it('says where a file is, what it is for and what it is called', () => {
  const file = describeFile(repoPath('docs/runbook.md'), '# Runbook');

  expect(file).toEqual({ kind: 'file', at: { path: 'docs/runbook.md', line: 1 }, role: 'docs', name: 'runbook.md' });
});

describe('a file without content', () => {
  it.each([
    ['nothing at all', 'evals/golden.jsonl', '', 'it is empty'],
    ['white space', 'prompts/answer.txt', ' \r\n\t\n', 'it is empty'],
    ['owners that are commented out', '.github/CODEOWNERS', '# * @team\n', 'it holds only comments'],
    [
      'YAML that is commented out',
      'overlays/production/kustomization.yaml',
      '# resources:\n#   - ../base\n',
      'it holds only comments',
    ],
    ['Bicep that is commented out', 'infra/main.bicep', '/*\nresource a\n*/\n// more\n', 'it holds only comments'],
    ['Terraform that is commented out', 'infra/prod.tfvars', '# a = 1\n// b = 2\n', 'it holds only comments'],
    ['a document of a comment', 'docs/runbook.md', '<!-- write\nme -->\n', 'it holds only comments'],
    ['a template of a comment', 'prompts/answer.j2', '{# to do #}', 'it holds only comments'],
    ['an empty list', 'evals/cases.yaml', '---\n[]\n', 'it is empty'],
    ['an empty object', 'evals/cases.json', '{ }\n', 'it is empty'],
    ['a table that has only a head', 'evals/cases.csv', 'question,answer\n', 'it holds no rows'],
    ['records of nothing', 'evals/cases.jsonl', '{}\n{}\n', 'it is empty'],
    ['a note to oneself', 'prompts/answer.md', 'TODO: write the prompt\n', 'it is left to be written'],
  ])('%s', (_, path, text, expected) => {
    const found = why(path, text);

    expect(found).toBe(expected);
  });
});

describe('a file with content', () => {
  it.each([
    ['one that was not read', 'evals/cases.parquet', undefined],
    ['an empty module', 'app/__init__.py', ''],
    ['settings as the tool has them', 'vercel.json', '{}\n'],
    ['a heading is no comment', 'prompts/answer.md', '# You answer questions\n'],
    ['a table with a row', 'evals/cases.csv', 'question,answer\nwho,me\n'],
    ['one record among empty ones', 'evals/cases.jsonl', '{}\n{"question": "who"}\n'],
    [
      'a prompt that speaks of things to be done',
      'prompts/tasks.md',
      'You keep the TODO list of a family and answer what is still open on it.',
    ],
    ['an owner below a comment', 'CODEOWNERS', '# owners\n* @team\n'],
    ['a setting below a comment', 'infra/prod.tfvars', '# size\nreplicas = 4\n'],
  ])('%s', (_, path, text) => {
    const found = why(path, text);

    expect(found).toBeUndefined();
  });
});
