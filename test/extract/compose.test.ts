// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of compose files.
import { describe, expect, it } from 'vitest';
import { compose, composeSizeLimit } from '../../src/extract/compose.ts';
import { flatEntryLimit } from '../../src/lib/flatten-yaml.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string) {
  return compose.extract(sourceFile('compose.yaml', text), tools);
}

function attributes(service: string) {
  const [resource] = extract(`services:\n  api:\n${service.replace(/^/gm, '    ')}`).facts;
  return resource?.kind === 'resource' ? resource.attributes : undefined;
}

describe('claims', () => {
  it.each([
    ['compose.yaml', true],
    ['compose.yml', true],
    ['docker-compose.yml', true],
    ['deploy/docker-compose.prod.yml', true],
    ['compose-e2e.yml', true],
    ['compose.with_model.override.yml', true],
    ['test-docker-compose.yml', true],
    ['decompose.yaml', false],
    ['composer.yaml', false],
    ['compose.json', false],
    ['.github/workflows/compose.yml', false],
  ])('%s: %s', (path, expected) => {
    expect(compose.claims(repoPath(path))).toBe(expected);
  });
});

describe('a service', () => {
  it('is a resource at its name, and its image a fact of its own', () => {
    const { facts, diagnostics } = extract(`services:
  api:
    image: ghcr.io/acme/api:\${TAG}
    ports: ['8080:8080']
  db:
    image: postgres:17
`);

    expect(diagnostics).toEqual([]);
    expect(facts).toEqual([
      {
        kind: 'resource',
        at: { path: 'compose.yaml', line: 2 },
        role: 'product',
        tool: 'compose',
        type: 'service',
        name: 'api',
        attributes: { image: 'ghcr.io/acme/api:${TAG}', 'ports.0': '8080:8080' },
      },
      {
        kind: 'image',
        at: { path: 'compose.yaml', line: 3 },
        role: 'product',
        reference: 'ghcr.io/acme/api:${TAG}',
        repository: 'ghcr.io/acme/api',
        tag: '${TAG}',
      },
      expect.objectContaining({ kind: 'resource', name: 'db' }),
      expect.objectContaining({ kind: 'image', repository: 'postgres', tag: '17' }),
    ]);
  });

  it.each([
    ['as a map', 'environment:\n  LOG_LEVEL: info\n'],
    ['as a list', 'environment:\n  - LOG_LEVEL=info\n'],
    ['from a merged map', 'x: &env { LOG_LEVEL: info }\nenvironment:\n  <<: *env\n'],
  ])('has its settings under their names, %s', (_, text) => {
    expect(attributes(text)).toMatchObject({ 'environment.LOG_LEVEL': 'info' });
  });

  it.each([
    ['of a map', 'environment:\n  LOG_LEVEL:\n'],
    ['of a list', 'environment:\n  - LOG_LEVEL\n'],
  ])('takes a setting %s without a value from where it is started', (_, text) => {
    expect(attributes(text)).toMatchObject({ 'environment.LOG_LEVEL': '${LOG_LEVEL}' });
  });

  it.each([
    ['API_KEY: sk-1234', '(hidden)'],
    ["API_KEY: ''", ''],
    ['API_KEY: ${API_KEY}', '${API_KEY}'],
    ['API_KEY: ${API_KEY:-sk-1234}', '(hidden)'],
  ])('shows %s as %s', (setting, expected) => {
    expect(attributes(`environment:\n  ${setting}\n`)?.['environment.API_KEY']).toBe(expected);
  });

  it('keeps an equals sign in a value', () => {
    expect(attributes('environment:\n  - OPTIONS=a=b\n')).toEqual({ 'environment.OPTIONS': 'a=b' });
  });

  it('takes over what it merges', () => {
    const { facts } = extract('x-base: &base\n  image: acme/api:1\nservices:\n  api:\n    <<: *base\n');

    expect(facts).toMatchObject([
      { kind: 'image', at: { line: 2 } },
      { kind: 'resource', at: { line: 4 } },
    ]);
  });
});

describe('a file', () => {
  it.each([
    ['is empty', ''],
    ['has no services', 'volumes: { data: {} }\n'],
    ['has services of another form', 'services: [a]\n'],
  ])('that %s gives nothing', (_, text) => {
    expect(extract(text)).toEqual({ facts: [], diagnostics: [] });
  });

  it('that is not valid YAML gives a diagnostic', () => {
    const { facts, diagnostics } = extract('services:\n  api: {image: x\n');

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'file-unparsed', at: { path: 'compose.yaml' } }]);
  });

  it('of the longest size is read', () => {
    const text = 'services:\n  api:\n    image: x\n';

    expect(extract(text.padEnd(composeSizeLimit, '#')).facts).toHaveLength(2);
  });

  it('that is longer is not', () => {
    const { facts, diagnostics } = extract('services:\n'.padEnd(composeSizeLimit + 1, '#'));

    expect(facts).toEqual([]);
    expect(diagnostics[0]?.code).toBe('file-unparsed');
  });

  it('tells that a service has more values than are read', () => {
    const ports = Array.from({ length: flatEntryLimit + 1 }, () => '      - 1\n').join('');

    const { facts, diagnostics } = extract(`services:\n  api:\n    ports:\n${ports}`);

    expect(facts).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'limit-reached', at: { line: 2 } }]);
  });
});
