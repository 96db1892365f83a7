import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/model/fact.ts';
import { repoPath } from '../../../src/model/location.ts';
import { gatherFacts } from '../../../src/pipeline.ts';
import { modelTables } from '../../support/model-tables.ts';
import { tools } from '../../support/tools.ts';

type Files = Readonly<Record<string, string>>;

function gather(files: Files) {
  const texts = new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  return gatherFacts([...texts.keys()].sort(), texts, [], tools, modelTables);
}

function place({ at, disabled }: Fact) {
  return `${at.path}:${at.line}${disabled === undefined ? '' : ` (${disabled})`}`;
}

function images(files: Files) {
  return gather(files).facts.flatMap((fact) => (fact.kind === 'image' ? [`${place(fact)} ${fact.reference}`] : []));
}

function resources(files: Files, type: string) {
  return gather(files).facts.flatMap((fact) => (fact.kind === 'resource' && fact.type === type ? [fact] : []));
}

const head = 'apiVersion: v2\nname: answers\nversion: 0.1.0\nappVersion: "7"\n';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "answers.fullname" . }}
spec:
  replicas: {{ .Values.replicas }}
  template:
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          {{- with .Values.env }}
          env:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          resources: {}
`;

const values = 'replicas: 1\nimage: { repository: acme/answers, tag: "" }\nenv: []\n';

const chart = {
  'chart/Chart.yaml': head,
  'chart/values.yaml': values,
  'chart/templates/deployment.yaml': deployment,
};

describe('a template', () => {
  it('has the values of the chart, and leaves out what only a cluster knows', () => {
    const [found] = resources(chart, 'Deployment');

    expect(found).toMatchObject({
      at: { path: 'chart/templates/deployment.yaml', line: 2 },
      name: '{{ include "answers.fullname" . }}',
    });
    expect(found?.attributes).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      'spec.replicas': '1',
      'spec.template.spec.containers.0.name': 'answers',
      'spec.template.spec.containers.0.image': 'acme/answers:7',
      'spec.template.spec.containers.0.resources': '{}',
    });
    expect(images(chart)).toEqual(['chart/templates/deployment.yaml:11 acme/answers:7']);
  });

  it('has the values of production where there are some', () => {
    const production = 'replicas: 3\nimage: { tag: 4f2c1e9 }\nenv:\n  - { name: LEVEL, value: info }\n';
    const files = { ...chart, 'chart/values-prod.yaml': production, 'chart/values-dev.yaml': 'image: { tag: dev }\n' };

    const [found] = resources(files, 'Deployment');

    expect(found?.attributes).toMatchObject({
      'spec.replicas': '3',
      'spec.template.spec.containers.0.image': 'acme/answers:4f2c1e9',
      'spec.template.spec.containers.0.env.0.value': 'info',
    });
    expect(images(files)).toEqual(['chart/templates/deployment.yaml:11 acme/answers:4f2c1e9']);
  });

  it('keeps its lines below what values bring', () => {
    const template = `${deployment}---\napiVersion: v1\nkind: Service\nmetadata: { name: answers }\n`;
    const files = {
      ...chart,
      'chart/values.yaml': 'env: [{ name: A, value: "1" }, { name: B, value: "2" }]\n',
      'chart/templates/deployment.yaml': template,
    };

    expect(resources(files, 'Service').map(({ at }) => at.line)).toEqual([19]);
  });

  it('hides secrets that values bring', () => {
    const files = { ...chart, 'chart/values.yaml': `${values.replace('[]', '[{ name: API_KEY, value: sk-1 }]')}` };

    const [found] = resources(files, 'Deployment');

    expect(found?.attributes['spec.template.spec.containers.0.env.0.value']).toBe('(hidden)');
  });

  it.each([
    ['by its defaults', {}, ' (.Values.monitor.enabled is false or empty)'],
    ['by its defaults, but on in an environment', { 'chart/values-qa.yaml': 'monitor: { enabled: true }\n' }, ''],
  ])('is switched off %s', (_, more, expected) => {
    const template = '{{- if .Values.monitor.enabled }}\napiVersion: v1\nkind: ServiceMonitor\n{{- end }}\n';
    const files = {
      ...chart,
      'chart/values.yaml': 'monitor: { enabled: false }\n',
      'chart/templates/monitor.yaml': template,
      ...more,
    };

    expect(resources(files, 'ServiceMonitor').map(place)).toEqual([`chart/templates/monitor.yaml:3${expected}`]);
  });

  it('may come from a named one, also of a chart that it depends on', () => {
    const files = {
      'chart/Chart.yaml': head,
      'chart/values.yaml': values,
      'chart/templates/all.yaml': '{{ include "common.deployment" . }}\n',
      'common/Chart.yaml': 'apiVersion: v2\nname: common\ntype: library\n',
      'common/templates/_all.tpl': `{{- define "common.deployment" -}}\n${deployment}{{- end }}\n`,
    };

    expect(images(files)).toEqual(['chart/templates/all.yaml:1 acme/answers:7']);
  });

  it('of a chart within a chart has the values that the outer one gives', () => {
    const files = {
      'app/Chart.yaml': 'apiVersion: v2\nname: app\n',
      'app/values.yaml': 'answers: { image: { tag: "9" } }\nglobal: { level: info }\n',
      'app/charts/answers/Chart.yaml': head,
      'app/charts/answers/values.yaml': values,
      'app/charts/answers/templates/deployment.yaml': deployment,
    };

    expect(images(files)).toEqual(['app/charts/answers/templates/deployment.yaml:11 acme/answers:9']);
  });

  it('without values is read with its gaps', () => {
    const files = { 'chart/Chart.yaml': head, 'chart/templates/deployment.yaml': deployment };

    expect(resources(files, 'Deployment')).toHaveLength(1);
    expect(images(files)).toEqual([]);
  });

  it('that values make faulty is read with its gaps', () => {
    const template = 'apiVersion: v1\nkind: Service\nspec:\n  a: {{ .Values.a }}\n  type: ClusterIP\n';
    const files = {
      'chart/Chart.yaml': head,
      'chart/values.yaml': 'a: "[1"\n',
      'chart/templates/service.yaml': template,
    };

    const { diagnostics } = gather(files);

    expect(diagnostics).toEqual([]);
    expect(resources(files, 'Service')[0]?.attributes['spec.type']).toBe('ClusterIP');
  });
});

describe('a chart', () => {
  it('is a resource that names the environments that it has values for', () => {
    const files = { ...chart, 'chart/values-dev.yaml': 'replicas: 1\n', 'chart/values-prod.yaml': 'replicas: 2\n' };

    expect(resources(files, 'chart')).toEqual([
      {
        kind: 'resource',
        at: { path: 'chart/Chart.yaml', line: 2 },
        role: 'product',
        tool: 'helm',
        type: 'chart',
        name: 'answers',
        attributes: {
          apiVersion: 'v2',
          name: 'answers',
          version: '0.1.0',
          appVersion: '7',
          'environments.0': 'dev',
          'environments.1': 'prod',
        },
      },
    ]);
  });

  it.each([
    ['in its folder', 'chart/env/prod/values.yaml', 'replicas: 2\n', ['prod']],
    ['beside it, with its keys', 'deploy/values/prod.yaml', 'replicas: 2\n', ['prod']],
    ['beside it, for something else', 'deploy/values/prod.yaml', 'grafana: {}\n', []],
    ['with which it is tried out', 'chart/ci/test-values.yaml', 'replicas: 2\n', []],
    ['for all environments', 'deploy/values/common.yaml', 'replicas: 2\n', []],
  ])('has values %s', (_, path, text, expected) => {
    const [found] = resources({ ...chart, [path]: text }, 'chart');

    const environments = Object.entries(found?.attributes ?? {}).filter(([key]) => key.startsWith('environments.'));

    expect(environments.map(([, name]) => name)).toEqual(expected);
  });

  it('is told from another by its name in the path of values', () => {
    const files = {
      'a/Chart.yaml': 'apiVersion: v2\nname: answers\n',
      'a/values.yaml': 'replicas: 1\n',
      'b/Chart.yaml': 'apiVersion: v2\nname: search\n',
      'b/values.yaml': 'replicas: 1\n',
      'values/prod/search.yaml': 'replicas: 2\n',
    };

    const found = resources(files, 'chart').map(({ name, attributes }) => [name, attributes['environments.0']]);

    expect(found).toEqual([
      ['answers', undefined],
      ['search', 'prod'],
    ]);
  });

  it('whose head names nothing is none', () => {
    expect(resources({ 'chart/Chart.yaml': '# later\n' }, 'chart')).toEqual([]);
  });
});

describe('images of values', () => {
  const library = { 'chart/Chart.yaml': head, 'chart/templates/all.yaml': '{{ include "lib.all" . }}\n' };

  it('are told where no template of the repository uses them', () => {
    const files = { ...library, 'chart/values.yaml': 'image: { repository: acme/answers, tag: "7" }\n' };

    expect(images(files)).toEqual(['chart/values.yaml:1 acme/answers:7']);
  });

  it('are those of production', () => {
    const files = {
      ...library,
      'chart/values.yaml': 'image: { repository: localhost/answers, tag: dev }\n',
      'chart/values-prod.yaml': 'image: { repository: acme/answers, tag: "7" }\n',
      'chart/values-qa.yaml': 'image: { repository: acme/answers, tag: "8" }\n',
    };

    expect(images(files)).toEqual(['chart/values-prod.yaml:1 acme/answers:7']);
  });
});
