import { describe, expect, it } from 'vitest';
import { pythonDependencies } from '../../src/extract/python-dependencies.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(path: string, text: string) {
  return pythonDependencies.extract(sourceFile(path, text), tools);
}

function packages(path: string, text: string) {
  return extract(path, text).facts.map((fact) =>
    fact.kind === 'dependency' ? [fact.name, fact.version, fact.scope, fact.at.line] : [],
  );
}

describe('claims', () => {
  it.each([
    ['requirements.txt', true],
    ['api/requirements-dev.txt', true],
    ['dev-requirements.txt', true],
    ['requirements/base.txt', true],
    ['requirements.in', true],
    ['pyproject.toml', true],
    ['Pipfile', true],
    ['setup.py', true],
    ['lib/setup.cfg', true],
    ['constraints.txt', false],
    ['requirements/constraints.txt', false],
    ['Pipfile.lock', false],
    ['requirements.md', false],
    ['notes.txt', false],
  ])('%s: %s', (path, expected) => {
    expect(pythonDependencies.claims(repoPath(path))).toBe(expected);
  });
});

describe('a requirements file', () => {
  it('gives each requirement at its line', () => {
    const found = packages(
      'requirements.txt',
      `# web
--index-url https://host/simple
-r base.txt
-c constraints.txt

Flask[async]==3.0.1  # the web
uvicorn>=0.30 ; python_version < "3.13"
gunicorn==23.0.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
%% odd
-e git+https://host/tools.git#egg=acme-tools
-e .
httpx --no-binary httpx
`,
    );

    expect(found).toEqual([
      ['flask', '==3.0.1', 'product', 6],
      ['uvicorn', '>=0.30', 'product', 7],
      ['gunicorn', '==23.0.0', 'product', 8],
      ['acme-tools', 'git+https://host/tools.git#egg=acme-tools', 'product', 12],
      ['httpx', undefined, 'product', 14],
    ]);
  });

  it('reads a requirement that goes on after its name', () => {
    expect(packages('requirements.txt', 'flask \\\n  ==3.0.1\r\nhttpx\r\n')).toEqual([
      ['flask', '==3.0.1', 'product', 1],
      ['httpx', undefined, 'product', 3],
    ]);
  });

  it('that was compiled gives what was asked for, and not what came with it', () => {
    const found = packages(
      'requirements.txt',
      `flask==3.0.1
    # via -r requirements.in
click==8.1.7  # via flask
werkzeug==3.0.1
    # via
    #   flask
    #   flask-login
httpx==0.28.0
    # via
    #   acme (pyproject.toml)
    #   flask
`,
    );

    expect(found.map(([name]) => name)).toEqual(['flask', 'httpx']);
  });

  it.each([
    ['requirements.txt', 'product'],
    ['requirements-prod.txt', 'product'],
    ['requirements/base.txt', 'product'],
    ['dev/requirements.txt', 'product'],
    ['requirements-dev.txt', 'dev'],
    ['requirements_test.txt', 'dev'],
    ['dev-requirements.txt', 'dev'],
    ['requirements.docs.txt', 'dev'],
    ['requirements/lint.txt', 'dev'],
    ['requirements-device.txt', 'product'],
  ])('%s is for: %s', (path, scope) => {
    expect(packages(path, 'flask\n')).toEqual([['flask', undefined, scope, 1]]);
  });
});

describe('pyproject.toml', () => {
  it('declares by the standard', () => {
    const found = packages(
      'pyproject.toml',
      `[build-system]
requires = ["hatchling"]
[project]
dependencies = [
  "fastapi>=0.115,<1",
  "acme",
]
[project.optional-dependencies]
gpu = ["torch==2.5.0"]
dev = ["ruff"]
[dependency-groups]
test = ["pytest>=8", { include-group = "lint" }]
prod = ["gunicorn"]
worker = ["openai"]
evals = ["ragas"]
`,
    );

    expect(found).toEqual([
      ['fastapi', '>=0.115,<1', 'product', 5],
      ['acme', undefined, 'product', 6],
      ['torch', '==2.5.0', 'optional', 9],
      ['ruff', undefined, 'dev', 10],
      ['pytest', '>=8', 'dev', 12],
      ['gunicorn', undefined, 'product', 13],
      ['openai', undefined, 'product', 14],
      ['ragas', undefined, 'dev', 15],
    ]);
  });

  it('declares in tables of packages', () => {
    const found = packages(
      'pyproject.toml',
      `[tool.poetry.dependencies]
python = "^3.12"
fastapi = "^0.115"
torch = { version = "^2.5", optional = true }
acme = { git = "https://me:pass@host/acme.git", tag = "v1" }
numpy = [
  { version = "<2", python = "<3.10" },
  { version = ">=2", python = ">=3.10" },
]
local = { path = "../local" }
[tool.poetry.dependencies.httpx]
version = "0.28"
extras = ["http2"]
[tool.poetry.group.dev.dependencies]
pytest = "*"
[tool.poetry.group.main.dependencies]
click = "8"
[tool.poetry.dev-dependencies]
ruff = "*"
[tool.uv]
dev-dependencies = ["mypy>=1"]
`,
    );

    expect(found).toEqual([
      ['fastapi', '^0.115', 'product', 3],
      ['torch', '^2.5', 'optional', 4],
      ['acme', 'https://host/acme.git', 'product', 5],
      ['numpy', '<2 || >=2', 'product', 6],
      ['local', undefined, 'product', 10],
      ['httpx', '0.28', 'product', 12],
      ['pytest', '*', 'dev', 15],
      ['click', '8', 'product', 17],
      ['ruff', '*', 'dev', 19],
      ['mypy', '>=1', 'dev', 21],
    ]);
  });

  it('without dependencies gives nothing', () => {
    expect(extract('pyproject.toml', '[tool.ruff]\nline-length = 120\n')).toEqual({ facts: [], diagnostics: [] });
  });

  it('that is not valid TOML gives a diagnostic', () => {
    const { facts, diagnostics } = extract('pyproject.toml', '[project]\ndependencies = [\n');

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'file-unparsed', at: { path: 'pyproject.toml' } }]);
  });
});

describe('Pipfile', () => {
  it('has packages for users and for developers', () => {
    const found = packages(
      'Pipfile',
      '[packages]\nflask = "*"\nacme = { version = "==1" }\n[dev-packages]\npytest = "*"\n',
    );

    expect(found).toEqual([
      ['flask', '*', 'product', 2],
      ['acme', '==1', 'product', 3],
      ['pytest', '*', 'dev', 5],
    ]);
  });
});

it('facts belong to the registry of Python, and to the role of their file', () => {
  expect(extract('requirements.txt', 'flask\n').facts).toEqual([
    {
      kind: 'dependency',
      at: { path: 'requirements.txt', line: 1 },
      role: 'product',
      ecosystem: 'pypi',
      name: 'flask',
      scope: 'product',
    },
  ]);
});
