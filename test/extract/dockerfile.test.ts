import { describe, expect, it } from 'vitest';
import { dockerfile, dockerfileSizeLimit } from '../../src/extract/dockerfile.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string) {
  return dockerfile.extract(sourceFile('api/Dockerfile', text), tools);
}

function attributes(text: string) {
  return extract(text).facts.find((fact) => fact.kind === 'resource')?.attributes;
}

function images(text: string) {
  return extract(text).facts.flatMap((fact) =>
    fact.kind === 'image' ? [`${fact.at.line} ${fact.use} ${fact.reference}`] : [],
  );
}

describe('claims', () => {
  it.each([
    ['Dockerfile', true],
    ['api/Dockerfile.gpu', true],
    ['api/Dockerfile-aks', true],
    ['python/sklearn.Dockerfile', true],
    ['api/dockerfile', true],
    ['Containerfile', true],
    ['Dockerfile.dockerignore', false],
    ['docs/Dockerfile.md', false],
    ['Dockerfile.j2', false],
    ['src/dockerfile-parser.ts', false],
    ['dockerfiles/README', false],
  ])('%s: %s', (path, expected) => {
    expect(dockerfile.claims(repoPath(path))).toBe(expected);
  });
});

describe('an image', () => {
  it('is a resource at the stage that is shipped, and what it is built on are images', () => {
    const { facts, diagnostics } = extract(`FROM node:24 AS web
RUN npm ci
FROM python:3.12-slim@sha256:0f AS base
USER app
FROM base
COPY --from=web /dist /app/dist
CMD ["opentelemetry-instrument", "uvicorn", "app:app"]
`);

    expect(diagnostics).toEqual([]);
    expect(facts).toEqual([
      {
        kind: 'image',
        at: { path: 'api/Dockerfile', line: 1 },
        role: 'product',
        reference: 'node:24',
        repository: 'node',
        tag: '24',
        use: 'build',
      },
      {
        kind: 'image',
        at: { path: 'api/Dockerfile', line: 3 },
        role: 'product',
        reference: 'python:3.12-slim@sha256:0f',
        repository: 'python',
        tag: '3.12-slim',
        digest: 'sha256:0f',
        use: 'base',
      },
      {
        kind: 'resource',
        at: { path: 'api/Dockerfile', line: 5 },
        role: 'product',
        tool: 'dockerfile',
        type: 'image',
        name: 'api/Dockerfile',
        attributes: {
          from: 'python:3.12-slim@sha256:0f',
          user: 'app',
          cmd: 'opentelemetry-instrument uvicorn app:app',
          'run.0': 'npm ci',
          'copy.0': '--from=web /dist /app/dist',
        },
      },
    ]);
  });

  it.each([
    ['a default', 'ARG V=3.12\nFROM python:${V}-slim\n', ['2 base python:3.12-slim']],
    ['a default of a default', 'ARG A=x\nARG B=${A}y\nFROM $B\n', ['3 base xy']],
    ['a default where it is used', 'ARG A\nFROM a:${A:-1}\n', ['2 base a:1']],
    ['nothing', 'ARG A\nFROM ${A}\n', ['2 base ${A}']],
    ['a default of a stage, which holds for no other FROM', 'FROM a\nARG A=b\nFROM $A\n', ['1 build a', '3 base $A']],
  ])('takes a variable from %s', (_, text, expected) => {
    expect(images(text)).toEqual(expected);
  });

  it.each([
    ['an empty one', 'FROM scratch\nCOPY a /a\n', []],
    ['a stage, in any case', 'FROM a AS Build\nFROM BUILD\n', ['1 base a']],
    [
      'an image that files are copied from',
      'FROM a\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/\n',
      ['1 base a', '2 build ghcr.io/astral-sh/uv:0.9'],
    ],
    ['stages by number', 'FROM a\nFROM b\nCOPY --from=0 /a /a\n', ['1 build a', '2 base b']],
    ['a platform', 'FROM --platform=$BUILDPLATFORM a:1\n', ['1 base a:1']],
  ])('may be built on %s', (_, text, expected) => {
    expect(images(text)).toEqual(expected);
  });
});

describe('how it starts', () => {
  it.each([
    ['a list', 'CMD ["python", "-c", "print(1, \\"a b\\")"]\n', { cmd: 'python -c print(1, "a b")' }],
    ['a command over lines', 'CMD a \\\n  # why\n  b\n', { cmd: 'a b' }],
    ['what looks like a list', "CMD ['a', 'b']\n", { cmd: "['a', 'b']" }],
    ['the last command', 'CMD a\nCMD b\n', { cmd: 'b' }],
    ['ports', 'EXPOSE 80 443/tcp\n', { 'expose.80': '80', 'expose.443/tcp': '443/tcp' }],
    ['variables', 'ENV A=1 B="x y"\nENV C d e\n', { 'env.A': '1', 'env.B': 'x y', 'env.C': 'd e' }],
    ['labels', 'LABEL "a.b"="c"\n', { 'label.a.b': 'c' }],
    ['a check', 'HEALTHCHECK CMD curl -f localhost\n', { healthcheck: 'CMD curl -f localhost' }],
  ])('%s', (_, text, expected) => {
    expect(attributes(`FROM a\n${text}`)).toEqual({ from: 'a', ...expected });
  });

  it('is inherited, but an entrypoint makes the command of a lower stage void', () => {
    expect(attributes('FROM a AS b\nCMD x\nENV A=1\nFROM b\nENTRYPOINT y\n')).toEqual({
      from: 'a',
      'env.A': '1',
      entrypoint: 'y',
    });
  });

  it.each([
    ['development', 'FROM a AS app\nCMD x\nFROM app AS dev\nCMD y\n', 'y'],
    ['development beside the product', 'FROM a AS core\nFROM core AS prod\nCMD x\nFROM core AS dev\nCMD y\n', 'x'],
    ['the product', 'FROM a AS core\nFROM core AS test\nCMD x\nFROM core AS app\nCMD y\n', 'y'],
  ])('is told of the stage that is shipped where the last is for %s', (_, text, expected) => {
    expect(attributes(text)?.cmd).toBe(expected);
  });
});

describe('how it is built', () => {
  it('is told of the stages that the shipped one comes from', () => {
    expect(attributes('FROM a AS b\nRUN x\nFROM a AS lint\nRUN y\nFROM a AS app\nCOPY --from=b /x /x\n')).toEqual({
      from: 'a',
      'run.0': 'x',
      'copy.0': '--from=b /x /x',
    });
  });

  it('is a script in a document of its own', () => {
    expect(attributes('FROM a\nRUN <<EOF\npip install x\nEOF\n')?.['run.0']).toContain('pip install x');
  });
});

describe('secrets', () => {
  it.each([
    ['a variable', 'ENV OPENAI_API_KEY=sk-1\n', 'env.OPENAI_API_KEY', '(hidden)'],
    ['a variable of the build', 'ENV OPENAI_API_KEY=$KEY\n', 'env.OPENAI_API_KEY', '$KEY'],
    ['a variable of a command', 'RUN HF_TOKEN=hf_1 python get.py\n', 'run.0', 'HF_TOKEN=(hidden) python get.py'],
    ['an option', 'RUN login --password="a b" x\n', 'run.0', 'login --password=(hidden) x'],
    ['an address', 'RUN git clone https://me:pass@host/x\n', 'run.0', 'git clone https://host/x'],
    ['none', 'RUN A=1 b --c=2\n', 'run.0', 'A=1 b --c=2'],
  ])('%s', (_, text, key, expected) => {
    expect(attributes(`FROM a\n${text}`)?.[key]).toBe(expected);
  });
});

describe('a file', () => {
  it('without an image gives a diagnostic', () => {
    expect(extract('<<<<<<< HEAD\n')).toMatchObject({ facts: [], diagnostics: [{ code: 'file-unparsed' }] });
  });

  it('of the longest size is read', () => {
    expect(extract('FROM a\n'.padEnd(dockerfileSizeLimit, '#')).facts).toHaveLength(2);
  });

  it('that is longer is not', () => {
    const { facts, diagnostics } = extract('FROM a\n'.padEnd(dockerfileSizeLimit + 1, '#'));

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { path: 'api/Dockerfile' } }]);
  });
});
