import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../src/extract/kubernetes.ts';
import { kustomize, kustomizeSizeLimit } from '../../src/extract/kustomize.ts';
import { flatEntryLimit } from '../../src/lib/flatten-yaml.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

const path = 'deploy/overlays/prod/kustomization.yaml';

function extract(text: string) {
  return kustomize.extract(sourceFile(path, text), tools);
}

function attributes(text: string) {
  return extract(text).facts.find((fact) => fact.kind === 'resource')?.attributes;
}

function images(text: string) {
  return extract(text).facts.flatMap((fact) => (fact.kind === 'image' ? [`${fact.at.line} ${fact.reference}`] : []));
}

describe('claims', () => {
  it.each([
    ['deploy/base/kustomization.yaml', true],
    ['kustomization.yml', true],
    ['deploy/Kustomization', true],
    ['deploy/kustomization-notes.yaml', false],
  ])('%s: %s', (name, expected) => {
    expect(kustomize.claims(repoPath(name))).toBe(expected);
  });
});

describe('a kustomization', () => {
  const text = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: answers
resources:
  - ../../base
images:
  - name: answers
    newName: ghcr.io/acme/answers
    newTag: 4f2c1e9
patches:
  - path: replicas.yaml
`;

  it('is a resource that is called by its folder, and an image of each new tag', () => {
    expect(extract(text)).toEqual({
      facts: [
        {
          kind: 'resource',
          at: { path, line: 2 },
          role: 'product',
          tool: 'kustomize',
          type: 'Kustomization',
          name: 'deploy/overlays/prod',
          attributes: {
            apiVersion: 'kustomize.config.k8s.io/v1beta1',
            kind: 'Kustomization',
            namespace: 'answers',
            'resources.0': '../../base',
            'images.0.name': 'answers',
            'images.0.newName': 'ghcr.io/acme/answers',
            'images.0.newTag': '4f2c1e9',
            'patches.0.path': 'replicas.yaml',
          },
        },
        {
          kind: 'image',
          at: { path, line: 9 },
          role: 'product',
          reference: 'ghcr.io/acme/answers:4f2c1e9',
          repository: 'ghcr.io/acme/answers',
          tag: '4f2c1e9',
        },
      ],
      diagnostics: [],
    });
  });

  it('is no object of a cluster', () => {
    expect(kubernetes.extract(sourceFile(path, text), tools)).toEqual({ facts: [], diagnostics: [] });
  });

  it('may leave out its kind', () => {
    expect(extract('# base\nresources: [a.yaml]\n').facts).toMatchObject([{ type: 'Kustomization', at: { line: 2 } }]);
  });

  it.each([
    ['an object that a cluster knows', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n'],
    ['an empty file', ''],
    ['a list', '- a\n'],
  ])('is not %s', (_, other) => {
    expect(extract(other)).toEqual({ facts: [], diagnostics: [] });
  });
});

describe('images', () => {
  it.each([
    ['a tag', 'images:\n  - { name: a, newTag: v1 }\n', ['2 a:v1']],
    ['a digest', 'images:\n  - name: a\n    digest: sha256:0f\n', ['3 a@sha256:0f']],
    ['both', 'images:\n  - { name: a, newTag: v1, digest: "sha256:0f" }\n', ['2 a:v1@sha256:0f']],
    ['a name alone', 'images:\n  - { name: a, newName: b }\n', []],
    ['nothing', 'images: []\n', []],
  ])('of %s', (_, text, expected) => {
    expect(images(text)).toEqual(expected);
  });
});

describe('secrets', () => {
  it.each([
    [
      'of a secret',
      'secretGenerator: [{ name: a, literals: [USER=me] }]\n',
      'secretGenerator.0.literals.0',
      'USER=(hidden)',
    ],
    [
      'by name',
      'configMapGenerator: [{ literals: [API_KEY=x] }]\n',
      'configMapGenerator.0.literals.0',
      'API_KEY=(hidden)',
    ],
    ['that are none', 'configMapGenerator: [{ literals: [A=x] }]\n', 'configMapGenerator.0.literals.0', 'A=x'],
  ])('%s', (_, text, key, expected) => {
    expect(attributes(text)?.[key]).toBe(expected);
  });
});

describe('a file', () => {
  it('that is no YAML gives a diagnostic', () => {
    expect(extract('a: [1\nb: 2\n')).toMatchObject({ facts: [], diagnostics: [{ code: 'file-unparsed' }] });
  });

  it('of the longest size is read, a longer one is not', () => {
    expect(extract('a: 1\n'.padEnd(kustomizeSizeLimit, '#')).facts).toHaveLength(1);
    expect(extract('a: 1\n'.padEnd(kustomizeSizeLimit + 1, '#')).diagnostics).toMatchObject([
      { code: 'file-unparsed' },
    ]);
  });

  it('that holds too many values tells so', () => {
    const text = Array.from({ length: flatEntryLimit + 1 }, (_, index) => `k${index}: 1\n`).join('');

    expect(extract(text).diagnostics).toMatchObject([{ code: 'limit-reached' }]);
  });
});
