import { describe, expect, it } from 'vitest';
import { kubernetes, manifestSizeLimit } from '../../src/extract/kubernetes.ts';
import { flatEntryLimit } from '../../src/lib/flatten-yaml.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string) {
  return kubernetes.extract(sourceFile('deploy/app.yaml', text), tools);
}

function resources(text: string) {
  return extract(text).facts.filter((fact) => fact.kind === 'resource');
}

function images(text: string) {
  return extract(text).facts.flatMap((fact) => (fact.kind === 'image' ? [fact.reference] : []));
}

function object(kind: string, body: string) {
  return `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: answers\n${body}`;
}

describe('claims', () => {
  it.each([
    ['deploy/app.yaml', true],
    ['charts/app/templates/deployment.yml', true],
    ['app.tmpl.yml', true],
    ['.github/workflows/ci.yml', false],
    ['compose.yaml', false],
    ['docker-compose.prod.yml', false],
    ['app.json', false],
  ])('%s: %s', (path, expected) => {
    expect(kubernetes.claims(repoPath(path))).toBe(expected);
  });
});

describe('an object', () => {
  it('is a resource at its kind, and the images of its pods are facts of their own', () => {
    const { facts, diagnostics } = extract(`# the service
apiVersion: apps/v1
kind: Deployment
metadata:
  name: answers
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: answers
          image: ghcr.io/acme/answers:4f2c1e9
`);

    expect(diagnostics).toEqual([]);
    expect(facts).toEqual([
      {
        kind: 'resource',
        at: { path: 'deploy/app.yaml', line: 3 },
        role: 'product',
        tool: 'kubernetes',
        type: 'Deployment',
        name: 'answers',
        attributes: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          'metadata.name': 'answers',
          'spec.replicas': '2',
          'spec.template.spec.containers.0.name': 'answers',
          'spec.template.spec.containers.0.image': 'ghcr.io/acme/answers:4f2c1e9',
        },
      },
      {
        kind: 'image',
        at: { path: 'deploy/app.yaml', line: 12 },
        role: 'product',
        reference: 'ghcr.io/acme/answers:4f2c1e9',
        repository: 'ghcr.io/acme/answers',
        tag: '4f2c1e9',
      },
    ]);
  });

  it('is one of several in a file', () => {
    const found = resources(`${object('Service', '')}---\n${object('Role', '')}`);

    expect(found.map(({ type, at }) => [type, at.line])).toEqual([
      ['Service', 2],
      ['Role', 7],
    ]);
  });

  it('is an item of a list', () => {
    const found = resources(
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata: { name: a }\n',
    );

    expect(found.map(({ type, name, at }) => [type, name, at.line])).toEqual([['Service', 'a', 5]]);
  });

  it('may have no name', () => {
    expect(resources('apiVersion: v1\nkind: Job\nmetadata: { generateName: train- }\n')[0]?.name).toBe('');
  });

  it('that is suspended is switched off, with its images', () => {
    const { facts } = extract(
      object('CronJob', 'spec:\n  suspend: true\n  jobTemplate: { spec: { image: "acme/a:1" } }\n'),
    );

    expect(facts.map(({ disabled }) => disabled)).toEqual(['suspend: true', 'suspend: true']);
  });

  it.each([
    ['a file of something else', 'services: { api: { image: x } }\n'],
    ['a kind without a version', 'kind: pipeline\nname: x\n'],
    ['a version without a kind', 'apiVersion: 1\ndatasources: []\n'],
    ['a kind that is a map', 'apiVersion: v1\nkind: { a: 1 }\n'],
    ['both in a comment', '# apiVersion: v1\n# kind: Deployment\na: 1\n'],
  ])('is not %s', (_, text) => {
    expect(extract(text)).toEqual({ facts: [], diagnostics: [] });
  });
});

describe('images', () => {
  it.each([
    ['containers of all sorts', 'spec:\n  initContainers: [{ image: a }]\n  containers: [{ image: b }]\n', ['a', 'b']],
    ['a custom object', 'spec:\n  predictor: { containers: [{ image: "a:1" }] }\n', ['a:1']],
    ['a digest', 'spec:\n  containers: [{ image: "a@sha256:0f" }]\n', ['a@sha256:0f']],
    ['an icon', 'spec:\n  image: icons/logo.png\n', []],
    ['the schema of an image', 'spec:\n  properties: { image: { type: string } }\n', []],
    ['an image in data', 'data:\n  image: a\n', []],
  ])('of %s', (_, body, expected) => {
    expect(images(object('Pod', body))).toEqual(expected);
  });
});

describe('secrets', () => {
  it.each([
    ['the data of a Secret', 'Secret', 'data:\n  user: bWU=\n', 'data.user', '(hidden)'],
    ['its plain data', 'Secret', 'stringData:\n  user: me\n', 'stringData.user', '(hidden)'],
    ['a ConfigMap with a key', 'ConfigMap', 'data:\n  API_KEY: sk-1\n', 'data.API_KEY', '(hidden)'],
    ['a ConfigMap', 'ConfigMap', 'data:\n  LEVEL: info\n', 'data.LEVEL', 'info'],
    ['a variable', 'Pod', 'spec:\n  env: [{ name: API_KEY, value: sk-1 }]\n', 'spec.env.0.value', '(hidden)'],
    ['a variable without one', 'Pod', 'spec:\n  env: [{ name: LEVEL, value: info }]\n', 'spec.env.0.value', 'info'],
  ])('%s', (_, kind, body, path, expected) => {
    expect(resources(object(kind, body))[0]?.attributes[path]).toBe(expected);
  });
});

describe('a template', () => {
  const chart = `{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "app.name" . }}-api
  labels:
    {{- include "app.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  paused: false
  template:
    spec:
      containers:
        - image: "{{ .Values.image }}:1"
        - image: busybox:1.36
{{- end }}
`;

  it('gives what it writes itself, with its lines', () => {
    const [resource] = resources(chart);

    expect(resource).toMatchObject({ type: 'Deployment', name: '{{ include "app.name" . }}-api', at: { line: 3 } });
    expect(resource?.attributes).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      'spec.paused': 'false',
      'spec.template.spec.containers.1.image': 'busybox:1.36',
    });
  });

  it('gives no image that it fills in', () => {
    expect(images(chart)).toEqual(['busybox:1.36']);
  });

  it('of a kind that it fills in gives nothing', () => {
    expect(extract('apiVersion: v1\nkind: {{ .Values.kind }}\n')).toEqual({ facts: [], diagnostics: [] });
  });

  it('leaves placeholders alone that somebody else fills in later', () => {
    const rule = object('PrometheusRule', 'spec:\n  message: "{{ $value }} errors"\n');

    expect(resources(rule)[0]?.attributes['spec.message']).toBe('{{ $value }} errors');
  });

  it('that is no valid YAML even so gives what can be read, and a diagnostic', () => {
    const { facts, diagnostics } = extract(`${object('Service', 'spec: {{ .Values.spec }}\n')}a: [1\n`);

    expect(facts).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed' }]);
  });
});

describe('a file', () => {
  it('loses only its faulty documents', () => {
    const { facts, diagnostics } = extract(`${object('Service', '')}---\n${object('Role', 'rules: [1\n')}`);

    expect(facts).toMatchObject([{ type: 'Service' }]);
    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'file-unparsed', at: { path: 'deploy/app.yaml' } }]);
  });

  it('of the longest size is read', () => {
    expect(extract(object('Service', '').padEnd(manifestSizeLimit, '#')).facts).toHaveLength(1);
  });

  it('that is longer is not', () => {
    const { facts, diagnostics } = extract(object('Service', '').padEnd(manifestSizeLimit + 1, '#'));

    expect(facts).toEqual([]);
    expect(diagnostics[0]?.code).toBe('file-unparsed');
  });

  it('that is longer and defines a type is no loss', () => {
    const text = object('CustomResourceDefinition', '').padEnd(manifestSizeLimit + 1, '#');

    expect(extract(text)).toEqual({ facts: [], diagnostics: [] });
  });

  it.each([
    ['tells that an object has more values than are read', 'ConfigMap', ['limit-reached']],
    ['does not of the definition of a type', 'CustomResourceDefinition', []],
  ])('%s', (_, kind, codes) => {
    const values = Array.from({ length: flatEntryLimit }, (_value, index) => `  k${index}: 1\n`).join('');

    const { diagnostics } = extract(object(kind, `data:\n${values}`));

    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
