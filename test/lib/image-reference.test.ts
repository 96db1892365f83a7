// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of the files that are read.
import { describe, expect, it } from 'vitest';
import { parseImage } from '../../src/lib/image-reference.ts';

describe('parseImage', () => {
  it.each([
    ['nginx', { repository: 'nginx' }],
    ['nginx:1.27', { repository: 'nginx', tag: '1.27' }],
    ['ghcr.io/acme/answers:4f2c1e9', { repository: 'ghcr.io/acme/answers', tag: '4f2c1e9' }],
    ['host:5000/a/b', { repository: 'host:5000/a/b' }],
    ['host:5000/a/b:v1@sha256:abc', { repository: 'host:5000/a/b', tag: 'v1', digest: 'sha256:abc' }],
    ['host:5000/a@sha256:abc', { repository: 'host:5000/a', digest: 'sha256:abc' }],
    ['app:${TAG}', { repository: 'app', tag: '${TAG}' }],
    ['app:${TAG:-latest}', { repository: 'app', tag: '${TAG:-latest}' }],
    ['app:$TAG', { repository: 'app', tag: '$TAG' }],
    ['${REGISTRY:-ghcr.io/acme}/app', { repository: '${REGISTRY:-ghcr.io/acme}/app' }],
    ['${IMAGE:-a/b:${TAG:-1}}', { repository: '${IMAGE:-a/b:${TAG:-1}}' }],
    ['$(REGISTRY)/app:$(Build.BuildId)', { repository: '$(REGISTRY)/app', tag: '$(Build.BuildId)' }],
    ['app@${DIGEST}', { repository: 'app', digest: '${DIGEST}' }],
    ['app:${{ github.sha }}', { repository: 'app', tag: '${{ github.sha }}' }],
    [' app:1 ', { repository: 'app', tag: '1' }],
    ['app:', { repository: 'app' }],
    ['', { repository: '' }],
  ])('reads %s', (reference, expected) => {
    const image = parseImage(reference);

    expect(image).toEqual(expected);
  });
});
