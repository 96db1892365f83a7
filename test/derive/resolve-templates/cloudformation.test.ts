// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are references of CloudFormation.
import { describe, expect, test } from 'vitest';
import { resourcesOf } from '../../support/resources.ts';

/** The attributes of a resource with these properties, in a template with these other sections. */
function attributesOf(properties: string, sections = '') {
  const indented = properties.replace(/^/gm, '      ');
  const text = `${sections}\nResources:\n  R:\n    Type: AWS::X::Y\n    Properties:\n${indented}\n`;
  return resourcesOf({ 'template.yaml': text }).resources.find(({ name }) => name === 'R')?.attributes;
}

const parameters =
  'Parameters:\n  P: { Type: String, Default: p }\n  Q: { Type: String }\n  Env: { Type: String, Default: dev }\n';

describe('properties', () => {
  const cases: readonly (readonly [name: string, properties: string, expected: object])[] = [
    ['scalars', 'A: b\nC: 3.10\nD: true', { A: 'b', C: '3.10', D: 'true' }],
    ['lists', 'A: [b, c]', { A: 'b,c', 'A.0': 'b', 'A.1': 'c' }],
    ['maps in lists', 'A: [{ B: c }]', { 'A.0.B': 'c' }],
    ['a parameter with a default', 'A: !Ref P', { A: 'p' }],
    ['one without', 'A: !Ref Q', { A: '${Q}' }],
    ['the long form', 'A: { Ref: P }', { A: 'p' }],
    [
      'another resource',
      'A: !GetAtt Topic.Arn\nB: { "Fn::GetAtt": [Topic, Arn] }',
      { A: '${Topic.Arn}', B: '${Topic.Arn}' },
    ],
    ['a substitution', 'A: !Sub "x-${P}-${AWS::Region}-${!z}"', { A: 'x-p-${AWS::Region}-${z}' }],
    ['a substitution with values', 'A: !Sub ["x-${v}-${Q}", { v: !Ref P }]', { A: 'x-p-${Q}' }],
    ['a join', 'A: !Join ["-", [a, !Ref P, !Ref Q]]', { A: 'a-p-${Q}' }],
    ['a part of a split', 'A: !Select [1, !Split [",", "a,b"]]', { A: 'b' }],
    ['a map', 'A: !FindInMap [M, a, b]', { A: 'c' }],
    ['the entry for production', 'A: !FindInMap [M, !Ref Env, b]', { A: 'd' }],
    ['a map by the region', 'A: !FindInMap [M, !Ref "AWS::Region", b]', { A: '!FindInMap [M, ${AWS::Region}, b]' }],
    ['a known choice', 'A: !If [IsP, a, b]', { A: 'a' }],
    ['an open choice', 'A: !If [IsQ, a, b]', { A: '!If [IsQ, a, b]' }],
    ['the long form of a choice', 'A: { "Fn::If": [IsP, a, b] }', { A: 'a' }],
    ['nothing', 'A: !If [IsP, !Ref "AWS::NoValue", b]\nB: [!Ref "AWS::NoValue", c]', { B: 'c', 'B.0': 'c' }],
    ['another function', 'A: !ImportValue x', { A: '!ImportValue x' }],
    ['a secret', 'MasterUserPassword: hunter2', { MasterUserPassword: '(hidden)' }],
    [
      'a secret in a list',
      'Environment: [{ Name: API_TOKEN, Value: hunter2 }]',
      { 'Environment.0.Name': 'API_TOKEN', 'Environment.0.Value': '(hidden)' },
    ],
    ['a secret of elsewhere', 'Password: "{{resolve:secretsmanager:x}}"', { Password: '{{resolve:secretsmanager:x}}' }],
  ];

  test.each(cases)('%s', (_, properties, expected) => {
    const sections = `${parameters}Conditions:\n  IsP: !Equals [!Ref P, p]\n  IsQ: !Equals [!Ref Q, q]\nMappings:\n  M: { a: { b: c }, prod: { b: d } }`;

    const attributes = attributesOf(properties, sections);

    expect(attributes).toEqual(expected);
  });
});

describe('conditions', () => {
  const cases: readonly (readonly [name: string, condition: string, presence: object])[] = [
    ['true', '!Equals [a, a]', {}],
    ['false', '!Equals [a, b]', { disabled: 'its condition is false: C' }],
    ['of a parameter', '!Equals [!Ref P, p]', {}],
    ['of one that nobody knows', '!Equals [!Ref Q, q]', { conditional: 'only if C' }],
    ['of an empty one', '!Not [!Equals [!Ref Email, ""]]', { conditional: 'only if Email is set' }],
    ['for production', '!Equals [!Ref Env, production]', {}],
    ['for others', '!Equals [!Ref Env, dev]', { disabled: 'its condition is false: C' }],
    [
      'all of several',
      '!And [!Equals [a, a], !Equals [a, b], !Equals [!Ref Q, q]]',
      { disabled: 'its condition is false: C' },
    ],
    ['any of several', '!Or [!Equals [!Ref Q, q], { "Fn::Equals": [a, a] }]', {}],
    ['another one', '!Not [!Condition D]', {}],
    ['another one in the long form', '{ "Fn::Not": [{ Condition: D }] }', {}],
  ];

  test.each(cases)('%s', (_, condition, presence) => {
    const { resources } = resourcesOf({
      'template.yaml': `${parameters}  Email: { Type: String, Default: "" }
Conditions:
  C: ${condition}
  D: !Equals [a, b]
Resources:
  R:
    Type: AWS::X::Y
    Condition: C
    DeletionPolicy: Retain
`,
    });

    const { disabled, conditional, attributes } = resources[0] ?? {};
    expect({ ...(disabled && { disabled }), ...(conditional && { conditional }) }).toEqual(presence);
    expect(attributes).toEqual({ Condition: 'C', DeletionPolicy: 'Retain' });
  });
});

test('a resource of a template has its place and its type', () => {
  const { resources } = resourcesOf({
    'infra/stack.json': '{\n  "Resources": {\n    "Alarm": {\n      "Type": "AWS::CloudWatch::Alarm"\n    }\n  }\n}',
  });

  expect(resources).toEqual([
    {
      kind: 'resource',
      at: { path: 'infra/stack.json', line: 3 },
      role: 'product',
      tool: 'cloudformation',
      type: 'AWS::CloudWatch::Alarm',
      name: 'Alarm',
      attributes: {},
    },
  ]);
});

test('what holds for all functions of SAM holds for each', () => {
  const { resources } = resourcesOf({
    'template.yaml': `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.12
    Timeout: 3
    Environment: { Variables: { LOG: json, A: general } }
    Layers: [base]
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 30
      Environment: { Variables: { A: own } }
      Layers: [more]
      AutoPublishAlias: live
  T:
    Type: AWS::SNS::Topic
`,
  });

  expect(resources.map(({ attributes }) => attributes)).toEqual([
    {
      Runtime: 'python3.12',
      Timeout: '30',
      'Environment.Variables.LOG': 'json',
      'Environment.Variables.A': 'own',
      Layers: 'base,more',
      'Layers.0': 'base',
      'Layers.1': 'more',
      AutoPublishAlias: 'live',
    },
    {},
  ]);
});

test('a stack within the stack has what it is called with', () => {
  const { resources } = resourcesOf({
    'main.yaml':
      'Resources:\n  Api:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./nested/api.yaml\n      Parameters: { Size: 4 }\n',
    'nested/api.yaml':
      'Parameters:\n  Size: { Type: Number, Default: 1 }\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: { A: !Ref Size }\n',
  });

  expect(resources.map(({ name, at, attributes }) => [name, at.path, attributes.A])).toEqual([
    ['Api', 'main.yaml', undefined],
    ['Api.Q', 'nested/api.yaml', '4'],
  ]);
});

test('resources inside a serverless.yml', () => {
  const { resources } = resourcesOf({
    'serverless.yml':
      'service: a\nresources:\n  Resources:\n    T:\n      Type: AWS::SNS::Topic\n      Properties: { TopicName: "${self:service}-t" }\n',
  });

  expect(resources.filter(({ tool }) => tool === 'cloudformation')).toMatchObject([
    { type: 'AWS::SNS::Topic', name: 'T', attributes: { TopicName: '${self:service}-t' } },
  ]);
});
