import { describe, expect, it } from 'vitest';
import { repoPath } from '../../src/model/location.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { modelTables } from '../support/model-tables.ts';
import { tools } from '../support/tools.ts';

type Files = Readonly<Record<string, string>>;

function gather(files: Files) {
  const texts = new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  return gatherFacts([...texts.keys()].sort(), texts, [], tools, modelTables).facts;
}

function images(files: Files) {
  return gather(files).flatMap((fact) =>
    fact.kind === 'image'
      ? [`${fact.at.path} ${fact.reference}${fact.disabled === undefined ? '' : ` (${fact.disabled})`}`]
      : [],
  );
}

function attributes(files: Files) {
  return gather(files).find(({ kind, at }) => kind === 'resource' && at.path === 'base/app.yaml');
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: answers }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: api
          image: answers:dev
`;

const base = { 'base/kustomization.yaml': 'resources: [app.yaml]\n', 'base/app.yaml': deployment };

function overlay(body: string) {
  return `resources: [../../base]\n${body}`;
}

describe('an image', () => {
  it('is replaced by that of a layer above', () => {
    const files = {
      ...base,
      'overlays/prod/kustomization.yaml': overlay('images: [{ name: answers, newTag: "7" }]\n'),
    };

    expect(images(files)).toEqual([
      'base/app.yaml answers:dev (replaced in overlays/prod/kustomization.yaml)',
      'overlays/prod/kustomization.yaml answers:7',
    ]);
    expect(attributes(files)).toMatchObject({
      attributes: { 'spec.template.spec.containers.0.image': 'answers:7' },
    });
  });

  it.each([
    ['a new name', 'images: [{ name: answers, newName: acme/answers }]\n', 'acme/answers:dev'],
    ['a digest', 'images: [{ name: answers, digest: "sha256:0f" }]\n', 'answers@sha256:0f'],
    ['another image', 'images: [{ name: search, newTag: "7" }]\n', 'answers:dev'],
    ['nothing new', 'images: [{ name: answers }]\n', 'answers:dev'],
  ])('takes %s from a layer above', (_, body, expected) => {
    expect(attributes({ ...base, 'overlays/prod/kustomization.yaml': overlay(body) })).toMatchObject({
      attributes: { 'spec.template.spec.containers.0.image': expected },
    });
  });

  it.each([
    ['a patch', 'patches: [{ path: patch.yaml }]\n'],
    ['a patch as it was once written', 'patchesStrategicMerge: [patch.yaml]\n'],
  ])('is replaced by that of %s for the same container', (_, body) => {
    const patch = deployment.replace('answers:dev', 'acme/answers:7').replace('replicas: 1', 'replicas: 3');
    const files = {
      ...base,
      'overlays/prod/kustomization.yaml': overlay(body),
      'overlays/prod/patch.yaml': patch,
    };

    expect(images(files)).toEqual([
      'base/app.yaml answers:dev (replaced in overlays/prod/kustomization.yaml)',
      'overlays/prod/patch.yaml acme/answers:7',
    ]);
    expect(attributes(files)).toMatchObject({ attributes: { 'spec.replicas': '3' } });
  });

  it.each([
    ['another object', deployment.replace('name: answers', 'name: search')],
    ['another container', deployment.replace('name: api', 'name: proxy')],
  ])('is not by a patch for %s', (_, patch) => {
    const files = {
      ...base,
      'overlays/prod/kustomization.yaml': overlay('patches: [{ path: patch.yaml }]\n'),
      'overlays/prod/patch.yaml': patch,
    };

    expect(images(files)[0]).toBe('base/app.yaml answers:dev');
  });

  it.each([
    ['production alone', 'prod', 'dev', 'answers:7'],
    ['one of two that are no production', 'qa', 'dev', 'answers:dev'],
  ])('that is replaced for %s', (_, one, other, expected) => {
    const files = {
      ...base,
      [`overlays/${one}/kustomization.yaml`]: overlay('images: [{ name: answers, newTag: "7" }]\n'),
      [`overlays/${other}/kustomization.yaml`]: overlay(''),
    };

    expect(attributes(files)).toMatchObject({ attributes: { 'spec.template.spec.containers.0.image': expected } });
  });

  it('is replaced through layers between, of which the upper wins', () => {
    const files = {
      ...base,
      'common/kustomization.yaml': 'resources: [../base]\nimages: [{ name: answers, newTag: "6" }]\n',
      'overlays/prod/kustomization.yaml': 'resources: [../../common]\nimages: [{ name: answers, newTag: "7" }]\n',
    };

    expect(attributes(files)).toMatchObject({
      attributes: { 'spec.template.spec.containers.0.image': 'answers:7' },
    });
  });
});

describe('replicas', () => {
  it('are those of the layer above', () => {
    const files = { ...base, 'overlays/prod/kustomization.yaml': overlay('replicas: [{ name: answers, count: 4 }]\n') };

    expect(attributes(files)).toMatchObject({ attributes: { 'spec.replicas': '4' } });
  });
});

describe('layers', () => {
  it('that hold each other, name what is elsewhere or leave the repository do no harm', () => {
    const files = {
      'a/kustomization.yaml': 'resources: [../b, "https://github.com/acme/x?ref=v1", ../../../out]\n',
      'b/kustomization.yaml': 'resources: [../a, app.yaml]\n',
      'b/app.yaml': deployment,
    };

    expect(images(files)).toEqual(['b/app.yaml answers:dev']);
  });
});
