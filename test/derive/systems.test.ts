import { expect, test } from 'vitest';
import { discoverSystems } from '../../src/derive/systems.ts';
import type { DependencyFact, Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';

function file(path: string): Fact {
  const name = path.split('/').at(-1) ?? path;
  return { kind: 'file', at: { path: repoPath(path), line: 1 }, role: 'product', name };
}

function dependency(path: string): DependencyFact {
  return {
    kind: 'dependency',
    at: { path: repoPath(path), line: 3 },
    role: 'product',
    ecosystem: 'pypi',
    name: 'openai',
    scope: 'product',
  };
}

/** Each mark is a manifest that names an AI dependency, and the kind of system that this speaks for. Images run. */
function discover(images: readonly string[], marked: Readonly<Record<string, string>>) {
  const files = images.map(file);
  const marks = new Map<Fact, readonly string[]>([
    ...files.map((fact) => [fact, ['system/runs']] as const),
    ...Object.entries(marked).map(([path, kind]) => [dependency(path), [`system/${kind}`]] as const),
  ]);
  const systems = discoverSystems([...marks.keys()], marks, 'my-repo');
  return systems.map(({ name, root, kind }) => `${name} ${root || '.'} ${kind}`);
}

const cases: readonly [
  sentence: string,
  images: readonly string[],
  marked: Readonly<Record<string, string>>,
  found: readonly string[],
][] = [
  [
    'a manifest at the top with an image is one system, named after the repository',
    ['Dockerfile'],
    { 'pyproject.toml': 'llm-app' },
    ['my-repo . llm-app'],
  ],
  [
    'a system that is alone is the whole repository, wherever its manifest stands',
    ['src/api/Dockerfile'],
    { 'src/api/requirements.txt': 'rag' },
    ['my-repo . rag'],
  ],
  [
    'services with images of their own in a folder of services are systems of their own',
    ['services/a/Dockerfile', 'services/b/Dockerfile'],
    { 'services/a/requirements.txt': 'rag', 'services/b/requirements.txt': 'llm-app' },
    ['a services/a rag', 'b services/b llm-app'],
  ],
  [
    'an application, its worker and its library at the top are one product',
    ['backend/Dockerfile', 'worker/Dockerfile'],
    { 'backend/pyproject.toml': 'llm-app', 'worker/pyproject.toml': 'llm-app', 'core/pyproject.toml': 'rag' },
    ['my-repo . rag'],
  ],
  [
    'a model that is trained here and a language model that is called are two systems',
    ['scoring/Dockerfile', 'assistant/Dockerfile'],
    { 'scoring/requirements.txt': 'ml-service', 'assistant/requirements.txt': 'agent' },
    ['assistant assistant agent', 'scoring scoring ml-service'],
  ],
  [
    'a folder that trains the model of a service is no system beside it',
    ['services/a/Dockerfile', 'services/b/Dockerfile'],
    {
      'services/a/requirements.txt': 'ml-service',
      'services/b/requirements.txt': 'agent',
      'ml/requirements.txt': 'training-only',
    },
    ['a services/a ml-service', 'b services/b agent'],
  ],
  [
    'nor is one that scores with it and has no image of its own',
    ['services/a/Dockerfile', 'services/b/Dockerfile'],
    {
      'services/a/requirements.txt': 'ml-service',
      'services/b/requirements.txt': 'agent',
      'ml/conda.yaml': 'batch-ml',
    },
    ['a services/a ml-service', 'b services/b agent'],
  ],
  [
    'a batch that nothing else serves is a system, with an image elsewhere',
    ['deploy/Dockerfile'],
    { 'forecast/pyproject.toml': 'batch-ml' },
    ['my-repo . batch-ml'],
  ],
  [
    'a model that only evaluations, notebooks and tools use makes no system',
    ['Dockerfile'],
    { 'evals/requirements.txt': 'llm-app', 'tools/triage/package.json': 'agent', 'notebooks/conda.yaml': 'batch-ml' },
    [],
  ],
  [
    'what lies inside another component is part of it',
    ['Dockerfile'],
    { 'pyproject.toml': 'llm-app', 'worker/requirements.txt': 'agent' },
    ['my-repo . agent'],
  ],
  ['a library ships nothing that runs, so it is no system', [], { 'pyproject.toml': 'llm-app' }, []],
  ['a repository without AI has no system', ['Dockerfile'], {}, []],
];

test('a library that is published runs nowhere, whatever it uses', () => {
  const [image, publish, manifest] = [file('Dockerfile'), file('release.yml'), dependency('pyproject.toml')];
  const marks = new Map<Fact, readonly string[]>([
    [image, ['system/runs']],
    [publish, ['system/library']],
    [manifest, ['system/llm-app']],
  ]);

  expect(discoverSystems([image, publish, manifest], marks, 'my-repo')).toEqual([]);
});

test.each(cases)('%s', (_, images, marked, found) => {
  expect(discover(images, marked)).toEqual(found);
});

test('infrastructure at the top does not swallow the services that it runs', () => {
  const images = ['services/a/Dockerfile', 'services/b/Dockerfile'].map(file);
  const resource: Fact = {
    kind: 'resource',
    at: { path: repoPath('infra/openai.bicep'), line: 1 },
    role: 'product',
    tool: 'bicep',
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name: 'chat',
    attributes: {},
  };
  const marks = new Map<Fact, readonly string[]>([
    ...images.map((fact) => [fact, ['system/runs']] as const),
    [dependency('services/a/requirements.txt'), ['system/rag']],
    [dependency('services/b/requirements.txt'), ['system/llm-app']],
    [resource, ['system/llm-app']],
  ]);

  expect(discoverSystems([...marks.keys()], marks, 'my-repo').map(({ root }) => root)).toEqual([
    'services/a',
    'services/b',
  ]);
});
