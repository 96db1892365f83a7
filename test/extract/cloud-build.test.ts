// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the shell's.
import { describe, expect, it } from 'vitest';
import { cloudBuild } from '../../src/extract/cloud-build.ts';
import { repoPath } from '../../src/model/location.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string, path = 'cloudbuild.yaml') {
  return readPipeline(cloudBuild, path, text);
}

describe('claims', () => {
  it.each([
    ['cloudbuild.yaml', true],
    ['app/cloudbuild-deploy.yml', true],
    ['cloudbuild/prod.yaml', true],
    ['ci/prod.cloudbuild.json', true],
    ['cloud-run.yaml', false],
  ])('%s: %s', (path, expected) => {
    const claimed = cloudBuild.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('steps', () => {
  it('use an image and run its arguments, each in its line', () => {
    const { steps } = read(`steps:
- name: gcr.io/cloud-builders/docker
  args: [build, -t, "eu.gcr.io/acme/answers:$SHORT_SHA", .]
- name: 'gcr.io/google.com/cloudsdktool/cloud-sdk:slim'
  entrypoint: gcloud
  args:
  - run
  - deploy
  - answers
- name: python:3.12
  args: ['-m', 'pytest', '-k', 'not slow']
- name: gcr.io/cloud-builders/gcloud
`);

    expect(steps.map(describeStep)).toEqual([
      '2 step-1: gcr.io/cloud-builders/docker',
      '3 step-1: docker build -t eu.gcr.io/acme/answers:$SHORT_SHA .',
      '4 step-2: gcr.io/google.com/cloudsdktool/cloud-sdk:slim',
      '7 step-2: gcloud run deploy answers',
      '10 step-3: python:3.12',
      '11 step-3: pytest -k not slow',
      '12 step-4: gcr.io/cloud-builders/gcloud',
    ]);
    expect(steps[2]?.with).toEqual({ entrypoint: 'gcloud', args: 'run deploy answers' });
  });

  it('run scripts', () => {
    const { steps } = read(`steps:
- name: gcr.io/acme/tools
  entrypoint: bash
  args:
  - -c
  - |
    make eval
    make deploy
- name: gcr.io/acme/tools
  script: |
    #!/usr/bin/env bash
    make notes | tee log
- name: gcr.io/acme/tools
  entrypoint: /bin/sh
  args: ['-ec', 'make a; make b']
`);

    const commands = steps.filter(({ command }) => command !== undefined);
    expect(commands.map((step) => [describeStep(step), step.tolerant])).toEqual([
      ['7 step-1: make eval', true],
      ['8 step-1: make deploy', false],
      ['12 step-2: make notes', false],
      ['12 step-2: tee log', false],
      ['15 step-3: make a', false],
      ['15 step-3: make b', false],
    ]);
  });

  it('wait for all before them, or for what they name', () => {
    const { jobs } = read(`steps:
- { id: build, name: a, dir: service, allowFailure: true }
- { id: test, name: b }
- { name: c, waitFor: [build] }
- { name: d, waitFor: ['-'] }
- { name: e }
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'build',
      'test < build',
      'step-3 < build',
      'step-4',
      'step-5 < build, test, step-3, step-4',
    ]);
    expect(jobs[0]).toMatchObject({ directory: 'service', tolerant: true, triggers: [], manual: false });
  });

  it('have the variables in sight', () => {
    const { steps } = read(`substitutions: { _REGION: europe-west4 }
options: { env: [A=1, DB_PASSWORD=x] }
steps: [{ name: a, args: [b], env: ['A=2'] }]
`);

    expect(steps[1]?.env).toEqual({ _REGION: 'europe-west4', A: '2', DB_PASSWORD: '(hidden)' });
  });

  it('may be written as JSON', () => {
    const { steps } = read(
      '{ "steps": [ { "name": "gcr.io/cloud-builders/kubectl",\n"args": ["apply", "-f", "k8s/"] } ] }',
      'cloudbuild.json',
    );

    expect(steps.map(describeStep)).toEqual([
      '1 step-1: gcr.io/cloud-builders/kubectl',
      '2 step-1: kubectl apply -f k8s/',
    ]);
  });
});
