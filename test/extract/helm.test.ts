import { describe, expect, it } from 'vitest';
import { valuesSizeLimit } from '../../src/extract/helm/values-file.ts';
import { helm } from '../../src/extract/helm.ts';
import { flatEntryLimit } from '../../src/lib/flatten-yaml.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string, path = 'deploy/vllm/values-prod.yaml') {
  return helm.extract(sourceFile(path, text), tools);
}

function images(text: string, path?: string) {
  return extract(text, path).facts.flatMap((fact) =>
    fact.kind === 'image' ? [`${fact.at.line} ${fact.reference}${fact.disabled ? ` (${fact.disabled})` : ''}`] : [],
  );
}

function attributes(text: string, path?: string) {
  return extract(text, path).facts.find((fact) => fact.kind === 'resource')?.attributes;
}

describe('claims', () => {
  it.each([
    ['charts/app/values.yaml', true],
    ['charts/app/values.prod.yml', true],
    ['charts/app/prod-values.yaml', true],
    ['deploy/values/prod.yaml', true],
    ['deploy/values/prod/app.yaml', true],
    ['helm/env.d/dev/values.oidc.yaml.gotmpl', true],
    ['charts/app/Chart.yaml', true],
    ['charts/app/templates/_helpers.tpl', true],
    ['charts/app/values.schema.json', false],
    ['charts/app/templates/values.yaml', false],
    ['src/default_values.py', false],
    ['config/eigenvalues.yaml', false],
  ])('%s: %s', (path, expected) => {
    expect(helm.claims(repoPath(path))).toBe(expected);
  });
});

describe('values', () => {
  it('are a resource at their first key, with the images that they name', () => {
    expect(
      extract('# of the model server\nreplicas: 2\nimage:\n  repository: vllm/vllm-openai\n  tag: v0.11.0\n'),
    ).toEqual({
      facts: [
        {
          kind: 'resource',
          at: { path: 'deploy/vllm/values-prod.yaml', line: 2 },
          role: 'product',
          tool: 'helm',
          type: 'values',
          name: 'vllm/values-prod.yaml',
          attributes: { replicas: '2', 'image.repository': 'vllm/vllm-openai', 'image.tag': 'v0.11.0' },
        },
        {
          kind: 'image',
          at: { path: 'deploy/vllm/values-prod.yaml', line: 4 },
          role: 'product',
          reference: 'vllm/vllm-openai:v0.11.0',
          repository: 'vllm/vllm-openai',
          tag: 'v0.11.0',
        },
      ],
      diagnostics: [],
    });
  });

  it('that a template fills in are left out', () => {
    const text = 'image:\n  repository: acme/a\n  tag: {{ .Values.version }}\nreplicas: 1\n';

    expect(attributes(text, 'env/values.yaml.gotmpl')).toEqual({ 'image.repository': 'acme/a', replicas: '1' });
    expect(images(text, 'env/values.yaml.gotmpl')).toEqual([]);
  });

  it.each([
    ['an empty file', ''],
    ['only comments', '# none\n'],
    ['a list', '- a\n'],
  ])('of %s are no resource', (_, text) => {
    expect(extract(text)).toEqual({ facts: [], diagnostics: [] });
  });

  it('that are no YAML give a diagnostic', () => {
    expect(extract('a: [1\nb: 2\n')).toMatchObject({ facts: [], diagnostics: [{ code: 'file-unparsed' }] });
  });

  it('of the longest size are read, longer ones are not', () => {
    expect(extract('a: 1\n'.padEnd(valuesSizeLimit, '#')).facts).toHaveLength(1);
    expect(extract('a: 1\n'.padEnd(valuesSizeLimit + 1, '#')).diagnostics).toMatchObject([{ code: 'file-unparsed' }]);
  });

  it('that are too many are told', () => {
    const text = Array.from({ length: flatEntryLimit + 1 }, (_, index) => `k${index}: 1\n`).join('');

    expect(extract(text).diagnostics).toMatchObject([{ code: 'limit-reached' }]);
  });
});

describe('images', () => {
  it.each([
    ['parts', 'image: { registry: ghcr.io, repository: acme/a, tag: 1.0 }\n', ['1 ghcr.io/acme/a:1.0']],
    ['a digest', 'image: { repository: a, digest: "sha256:0f" }\n', ['1 a@sha256:0f']],
    ['a digest without its kind', 'image: { repository: a, digest: 0f }\n', ['1 a@sha256:0f']],
    ['both', 'image: { repository: a, tag: "1", digest: "sha256:0f" }\n', ['1 a:1@sha256:0f']],
    ['a name in place of a repository', 'image: { name: a, tag: 1 }\n', ['1 a:1']],
    ['a part of the product', 'api:\n  image:\n    repository: a\n    tag: 1\n', ['3 a:1']],
    ['another name', 'sidecarImage: { repository: a, tag: 1 }\n', ['1 a:1']],
    ['a policy beside it', 'proxy: { repository: a, tag: 1, pullPolicy: Always }\n', ['1 a:1']],
    ['a whole reference', 'image: acme/a:1\n', ['1 acme/a:1']],
    ['a reference beside its tag', 'image: acme/a\ntag: v1\n', ['1 acme/a:v1']],
    ['an item of a list', 'jobs:\n  - image: a:1\n', ['2 a:1']],
    ['a port', 'image: "localhost:5000/a"\n', []],
    ['a repository whose tag the chart chooses', 'image: { repository: a, tag: "" }\n', []],
    ['a name alone', 'image: a\n', []],
    ['a repository of code', 'git: { repository: acme/a, tag: v1 }\n', []],
    ['an address', 'image: { repository: "https://a/b", tag: 1 }\n', []],
    ['choices', 'versions:\n  - natsImage: nats:2.8\n', []],
    ['a picture', 'image: assets/logo.png\n', []],
  ])('of %s', (_, text, expected) => {
    expect(images(text)).toEqual(expected);
  });

  it('of a part that is switched off are switched off', () => {
    const text = 'redis:\n  enabled: false\n  master: { image: { repository: r, tag: 1 } }\n';

    expect(images(text)).toEqual(['3 r:1 (redis.enabled: false)']);
  });
});

describe('secrets', () => {
  it.each([
    ['by its name', 'apiKey: sk-1\n', 'apiKey', '(hidden)'],
    ['by its map', 'secrets: { OPENAI: sk-1 }\n', 'secrets.OPENAI', '(hidden)'],
    ['by a map of another name', 'appSecrets: { data: { A: sk-1 } }\n', 'appSecrets.data.A', '(hidden)'],
    ['by the name beside it', 'env: [{ name: API_KEY, value: sk-1 }]\n', 'env.0.value', '(hidden)'],
    ['in an address', 'url: postgres://me:pass@db/x\n', 'url', 'postgres://db/x'],
    ['that is only named', 'secret: { name: api, key: token, enabled: true }\n', 'secret.key', 'token'],
    ['that is a switch', 'secrets: { create: false }\n', 'secrets.create', 'false'],
    ['that stands elsewhere', 'existingSecret: api\n', 'existingSecret', 'api'],
    ['that is none', 'env: [{ name: LEVEL, value: info }]\n', 'env.0.value', 'info'],
  ])('%s', (_, text, path, expected) => {
    expect(attributes(text)?.[path]).toBe(expected);
  });
});
