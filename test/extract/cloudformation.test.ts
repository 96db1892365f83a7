import { expect, test } from 'vitest';
import { cloudformation, templateSizeLimit } from '../../src/extract/cloudformation.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string, path = 'template.yaml') {
  return cloudformation.extract(sourceFile(path, text), tools);
}

test.each([
  ['template.yaml', true],
  ['infra/stack.template', true],
  ['cloudformation/queue.json', true],
  ['my-template.json', true],
  ['data/users.json', false],
  ['package.json', false],
  ['.github/workflows/ci.yml', false],
])('claims %s: %s', (path, expected) => {
  const claimed = cloudformation.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

test.each([
  ['something else', 'a: 1\n'],
  ['resources of something else', 'Resources:\n  A:\n    Type: other\n'],
  ['a type without resources', 'Type: AWS::S3::Bucket\n'],
])('%s is no template', (_, text) => {
  const extraction = extract(text);

  expect(extraction).toEqual({ facts: [], diagnostics: [] });
});

test('parameters, conditions, mappings and resources with their lines', () => {
  const { parts } = extract(`
AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Size: { Type: Number, Default: 2 }
  Password: { Type: String, Default: x }
  Key: { Type: String, NoEcho: true }
  Ami: { Type: AWS::SSM::Parameter::Value<String>, Default: /aws/ami }
Conditions:
  Big: !Equals [!Ref Size, 3]
Mappings:
  M: { a: { b: c } }
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Condition: Big
`);

  expect(parts).toMatchObject([
    {
      inputs: [
        { name: 'Size', isSecret: false, default: { value: '2' } },
        { name: 'Password', isSecret: true },
        { name: 'Key', isSecret: true },
        { name: 'Ami', isSecret: true },
      ],
      locals: [{ name: 'Conditions.Big' }, { name: 'Mappings.M' }],
      declared: [{ type: 'AWS::SQS::Queue', name: 'Queue', line: 13, condition: { name: 'Conditions.Big' } }],
    },
  ]);
});

test.each([
  ['YAML', 'Resources:\n  A: {Type: AWS::S3::Bucket\n', 3],
  ['JSON', '{ "Resources": { "A": { "Type": "AWS::S3::Bucket" }\n', 2],
])('%s that is broken gives a diagnostic', (language, text, line) => {
  const { diagnostics } = extract(text);

  expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { line } }]);
  expect(diagnostics[0]?.message).toContain(`not valid ${language}`);
});

test.each([
  [templateSizeLimit, 1, 0],
  [templateSizeLimit + 1, 0, 1],
])('a template of %i characters', (size, templates, diagnostics) => {
  const text = 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n'.padEnd(size, '#');

  const extraction = extract(text);

  expect(extraction.parts ?? []).toHaveLength(templates);
  expect(extraction.diagnostics).toHaveLength(diagnostics);
});
