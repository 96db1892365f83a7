import { describe, expect, it } from 'vitest';
import { linkImages } from '../../src/derive/image-links.ts';
import type { Fact, ImageFact, ResourceFact, StepFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { stepFact } from '../support/facts.ts';

const context = {
  provider: 'github',
  job: 'image',
  triggers: ['push'],
  branches: [],
  paths: [],
  needs: [],
} as const;

function step(fields: Partial<StepFact>): StepFact {
  const path = '.github/workflows/image.yml';
  return stepFact('image', { path, ...context, activities: ['builds-image'], ...fields });
}

function image(reference: string): ImageFact {
  const [repository = ''] = reference.split(/:(?!.*\/)/);
  return { kind: 'image', at: { path: repoPath('deploy/app.yaml'), line: 9 }, role: 'product', reference, repository };
}

function resource(fields: Partial<ResourceFact>): ResourceFact {
  const at = { path: repoPath('infra/app.tf'), line: 3 };
  return {
    kind: 'resource',
    at,
    role: 'product',
    tool: 'terraform',
    type: 'task',
    name: 'a',
    attributes: {},
    ...fields,
  };
}

/** Whether the image is built here, as the facts of a pipeline and the image tell. */
function builtHere(reference: string, facts: readonly Fact[], repository?: string) {
  const found = linkImages([...facts, image(reference)], repository).filter((fact) => fact.kind === 'image');
  return found.at(0)?.builtHere;
}

describe('an image is built here', () => {
  const used = 'ghcr.io/acme/answers:4f2c1e9';

  it.each([
    ['docker build -t ghcr.io/acme/answers:$GITHUB_SHA .', true],
    ['docker build --tag=ghcr.io/acme/answers .', true],
    ['docker push ghcr.io/acme/answers:latest', true],
    ['docker buildx build --push -t ghcr.io/acme/answers:${{ github.sha }} .', true],
    ['az acr build --registry acme --image answers:7 .', true],
    ['gcloud builds submit --tag eu-docker.pkg.dev/acme/answers', true],
    ['kaniko --destination=ghcr.io/acme/answers:7', true],
    ['docker push ghcr.io/acme/search', false],
    ['docker push ghcr.io/other/answers', false],
    ['docker build -t x .', undefined],
    ['docker build .', undefined],
  ])('by %s: %s', (command, expected) => {
    expect(builtHere(used, [step({ command })])).toBe(expected);
  });

  it.each([
    ['tags', { tags: 'ghcr.io/acme/answers:7\nghcr.io/acme/answers:latest' }, true],
    ['tags by comma', { tags: 'a/search:1, ghcr.io/acme/answers:7' }, true],
    ['a tag with an expression', { tags: 'ghcr.io/acme/answers:${{ github.sha }}' }, true],
    ['an image beside its tags', { image: 'answers', tags: 'latest v1' }, true],
    ['a name', { name: 'acme/answers' }, true],
    ['a trial', { tags: 'ghcr.io/acme/answers:7', push: 'false' }, undefined],
    ['an output', { outputs: 'type=image,name=ghcr.io/acme/answers,push-by-digest=true' }, true],
    ['a setting', { set: 'app.tags=ghcr.io/acme/answers:7\napp.platform=linux/arm64' }, true],
    ['a name that only a run knows', { tags: 'ghcr.io/${{ matrix.name }}' }, undefined],
    ['a namespace whose names only a run knows', { tags: 'ghcr.io/acme/${{ matrix.name }}:1' }, true],
    ['a choice', { tags: "${{ inputs.a && 'acme/search' || 'acme/answers' }}" }, true],
    ['another namespace', { tags: 'ghcr.io/other/${{ matrix.name }}:1' }, false],
    ['a name of which a part is known', { tags: 'ghcr.io/acme/${{ matrix.name }}wers:1' }, true],
    ['another name of which a part is known', { tags: 'ghcr.io/acme/search${{ matrix.name }}:1' }, false],
  ])('by an action with %s', (_, inputs, expected) => {
    expect(builtHere(used, [step({ uses: 'docker/build-push-action@v6', with: inputs })])).toBe(expected);
  });

  it('by an action whose tags another step of the job makes', () => {
    const meta = step({ activities: [], uses: 'docker/metadata-action@v5', with: { images: 'ghcr.io/acme/answers' } });
    const push = step({ uses: 'docker/build-push-action@v6', with: { tags: '${{ steps.meta.outputs.tags }}' } });

    expect(builtHere(used, [meta, push])).toBe(true);
  });

  it.each([
    ['of a script', '$REGISTRY/$NAME:1', true],
    ['of the pipeline', '${{ env.REGISTRY }}/${{ env.NAME }}:1', true],
    ['in a variable', '$IMAGE', true],
    ['that nothing sets', '$OTHER/$THIRD', undefined],
  ])('by variables %s', (_, reference, expected) => {
    const env = { REGISTRY: 'ghcr.io/acme', NAME: 'answers', IMAGE: '${{ env.REGISTRY }}/answers' };

    expect(builtHere(used, [step({ command: `docker push ${reference}`, env })])).toBe(expected);
  });

  it('by one of several variables', () => {
    const tags = "${{ inputs.trial == 'true' && env.CACHE || env.IMAGE }}";
    const push = step({ uses: 'docker/build-push-action@v6', with: { tags }, env: { IMAGE: 'acme/answers' } });

    expect(builtHere(used, [push])).toBe(true);
  });

  it('by the name of the repository', () => {
    const push = step({ command: 'docker push ghcr.io/${{ github.repository }}:1' });

    expect(builtHere(used, [push], 'Acme/answers')).toBe(true);
    expect(builtHere(used, [push])).toBeUndefined();
  });

  it('by compose, as its services say', () => {
    const service = resource({ tool: 'compose', attributes: { 'build.context': '.', image: 'ghcr.io/acme/answers' } });
    const other = resource({ tool: 'compose', attributes: { image: 'acme/search' } });
    const push = step({ command: 'docker compose push' });

    expect(builtHere(used, [service, push])).toBe(true);
    expect(builtHere('acme/search', [service, other, push])).toBe(false);
  });

  it.each([
    ['whose step does something else', step({ activities: ['tests'], command: 'docker push ghcr.io/acme/answers' })],
    ['whose step is switched off', step({ disabled: 'if: false', command: 'docker push ghcr.io/acme/answers' })],
  ])('not by a pipeline %s', (_, fact) => {
    expect(builtHere(used, [fact])).toBeUndefined();
  });

  it.each([
    ['answers', true],
    ['1.dkr.ecr.eu-west-1.amazonaws.com/answers:1', true],
    ['${var.registry}/answers:${var.tag}', true],
    ['ghcr.io/${var.owner}/answers', true],
    ['${var.image}', undefined],
    ['docker.io/library/answers', false],
    ['redis:8', false],
  ])('if it is called %s: %s', (reference, expected) => {
    expect(builtHere(reference, [step({ command: 'docker push ghcr.io/acme/answers:1' })])).toBe(expected);
  });

  it('or nobody knows, if another step does not tell its name', () => {
    const steps = [step({ command: 'docker push ghcr.io/acme/answers' }), step({ command: 'docker build .' })];

    expect(builtHere('redis:8', steps)).toBeUndefined();
    expect(builtHere(used, steps)).toBe(true);
  });
});

describe('an image in the values of a resource', () => {
  const push = step({ command: 'docker push 1.dkr.ecr.eu-west-1.amazonaws.com/answers:1' });

  function found(attributes: Readonly<Record<string, string>>, more: readonly Fact[] = []) {
    const facts = linkImages([push, resource({ attributes }), ...more]);
    return facts.flatMap((fact) =>
      fact.kind === 'image' ? [`${fact.at.path}:${fact.at.line} ${fact.reference}`] : [],
    );
  }

  it.each([
    ['is a fact', { image_uri: 'reg/answers:${var.tag}' }, ['infra/app.tf:3 reg/answers:${var.tag}']],
    [
      'may stand in a text',
      { container_definitions: '[{"name": "a", "image": "reg/answers:7"}]' },
      ['infra/app.tf:3 reg/answers:7'],
    ],
    ['that no pipeline builds is none', { image: 'reg/search:7' }, []],
    ['counts under a key for images alone', { description: 'reg/answers:7' }, []],
  ])('%s', (_, attributes, expected) => {
    expect(found(attributes)).toEqual(expected);
  });

  it('may be that of a registry which is declared beside it', () => {
    const registry = resource({ type: 'aws_ecr_repository', name: 'api', attributes: { name: 'answers' } });

    expect(found({ image: '${aws_ecr_repository.api.repository_url}:7' }, [registry])).toEqual([
      'infra/app.tf:3 answers:7',
    ]);
  });

  it('that is a fact already is not told twice', () => {
    const known: ImageFact = { ...image('reg/answers:7'), at: { path: repoPath('infra/app.tf'), line: 5 } };

    expect(found({ image: 'reg/answers:7' }, [known])).toEqual(['infra/app.tf:5 reg/answers:7']);
  });
});

it('facts of a repository that builds no image stay as they are', () => {
  const facts = [image('redis:8'), resource({ attributes: { image: 'redis:8' } })];

  expect(linkImages(facts)).toEqual(facts);
});
