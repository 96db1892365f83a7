import { describe, expect, it } from 'vitest';
import { helmfile, helmfileSizeLimit } from '../../src/extract/helmfile.ts';
import { flatEntryLimit } from '../../src/lib/flatten-yaml.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string, path = 'deploy/helmfile.yaml') {
  return helmfile.extract(sourceFile(path, text), tools);
}

function resources(text: string, path?: string) {
  return extract(text, path).facts.flatMap((fact) => (fact.kind === 'resource' ? [fact] : []));
}

describe('claims', () => {
  it.each([
    ['helmfile.yaml', true],
    ['deploy/helmfile.yaml.gotmpl', true],
    ['deploy/helmfile-prod.yml', true],
    ['helmfile.d/10-answers.yaml', true],
    ['.github/workflows/helmfile-lint.yaml', false],
    ['deploy/my-helmfile.txt', false],
  ])('%s: %s', (path, expected) => {
    expect(helmfile.claims(repoPath(path))).toBe(expected);
  });
});

describe('a helmfile', () => {
  it('gives its environments and its releases with what holds for all', () => {
    const { facts, diagnostics } = extract(`environments:
  staging:
    values: [env/staging.yaml]
  prod:
---
helmDefaults:
  atomic: true
  wait: true
releases:
  - name: answers
    namespace: answers
    chart: ./chart
    version: 1.2.3
    wait: false
    values:
      - env/{{ .Environment.Name }}.yaml
      - image: { repository: ghcr.io/acme/answers, tag: 4f2c1e9 }
`);

    expect(diagnostics).toEqual([]);
    expect(facts).toMatchObject([
      {
        tool: 'helmfile',
        type: 'environment',
        name: 'staging',
        at: { line: 2 },
        attributes: { 'values.0': 'env/staging.yaml' },
      },
      { tool: 'helmfile', type: 'environment', name: 'prod', at: { line: 4 }, attributes: {} },
      {
        tool: 'helmfile',
        type: 'release',
        name: 'answers',
        at: { path: 'deploy/helmfile.yaml', line: 10 },
        attributes: {
          name: 'answers',
          namespace: 'answers',
          chart: './chart',
          version: '1.2.3',
          wait: 'false',
          'values.1.image.repository': 'ghcr.io/acme/answers',
          'values.1.image.tag': '4f2c1e9',
          atomic: 'true',
        },
      },
      { kind: 'image', reference: 'ghcr.io/acme/answers:4f2c1e9', at: { line: 17 } },
    ]);
  });

  it('that is a template is read without what it fills in', () => {
    const text = `releases:
{{- if eq .Environment.Name "prod" }}
  - name: {{ .Values.name }}-api
    chart: acme/api
    version: {{ .Values.version }}
{{- end }}
`;

    expect(resources(text, 'helmfile.yaml.gotmpl')).toMatchObject([
      { name: '{{ .Values.name }}-api', at: { line: 3 }, attributes: { chart: 'acme/api' } },
    ]);
    expect(resources(text, 'helmfile.yaml.gotmpl')[0]?.attributes).not.toHaveProperty('version');
  });

  it('with a release that is not installed has it switched off, with its images', () => {
    const text = 'releases:\n  - name: a\n    installed: false\n    values: [{ image: { repository: r, tag: 1 } }]\n';

    expect(extract(text).facts.map(({ disabled }) => disabled)).toEqual(['installed: false', 'installed: false']);
  });

  it('hides secrets', () => {
    const text = 'releases:\n  - name: a\n    set: [{ name: apiKey, value: sk-1 }]\n';

    expect(resources(text)[0]?.attributes['set.0.value']).toBe('(hidden)');
  });

  it.each([
    ['nothing', ''],
    ['a release without a name', 'releases: [{ chart: a }]\n'],
    ['releases that are no list', 'releases: { a: 1 }\n'],
    ['a list', '- a\n'],
  ])('with %s gives nothing', (_, text) => {
    expect(extract(text)).toEqual({ facts: [], diagnostics: [] });
  });

  it('that is no YAML gives a diagnostic', () => {
    expect(extract('a: [1\nb: 2\n')).toMatchObject({ facts: [], diagnostics: [{ code: 'file-unparsed' }] });
  });

  it('of the longest size is read, a longer one is not', () => {
    const text = 'releases: [{ name: a }]\n';

    expect(extract(text.padEnd(helmfileSizeLimit, '#')).facts).toHaveLength(1);
    expect(extract(text.padEnd(helmfileSizeLimit + 1, '#')).diagnostics).toMatchObject([{ code: 'file-unparsed' }]);
  });

  it('with too many values in a release tells so', () => {
    const values = Array.from({ length: flatEntryLimit }, (_, index) => `    k${index}: 1\n`).join('');

    expect(extract(`releases:\n  - name: a\n${values}`).diagnostics).toMatchObject([{ code: 'limit-reached' }]);
  });
});
