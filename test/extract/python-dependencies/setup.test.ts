import { describe, expect, it } from 'vitest';
import { pythonDependencies } from '../../../src/extract/python-dependencies.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function extract(path: string, text: string) {
  return pythonDependencies.extract(sourceFile(path, text), tools);
}

function packages(path: string, text: string) {
  return extract(path, text).facts.map((fact) =>
    fact.kind === 'dependency' ? [fact.name, fact.version, fact.scope, fact.at.line] : [],
  );
}

describe('a setup.cfg', () => {
  it('gives requirements by the list that they stand in', () => {
    const text = `[metadata]
name = answers
requires = nothing

[options]
install_requires =
    # web
    flask>=3
    requests[socks]==2.32; python_version >= "3.9"
tests_require = pytest; tox>=4

[options.extras_require]
gpu =
    torch~=2.4
test = coverage
[flake8]
ignore = E203
`;

    expect(packages('setup.cfg', text)).toEqual([
      ['flask', '>=3', 'product', 8],
      ['requests', '==2.32', 'product', 9],
      ['pytest', undefined, 'dev', 10],
      ['tox', '>=4', 'dev', 10],
      ['torch', '~=2.4', 'optional', 14],
      ['coverage', undefined, 'dev', 15],
    ]);
  });

  it.each([
    ['a list in another file', '[options]\ninstall_requires = file: requirements.txt\n'],
    ['an empty file', ''],
  ])('gives nothing for %s', (_, text) => {
    expect(extract('setup.cfg', text)).toEqual({ facts: [], diagnostics: [] });
  });
});

describe('a setup.py', () => {
  it('gives the literal lists of its call', () => {
    const text = `from setuptools import setup
# install_requires=["commented"]
setup(
    name="answers",
    install_requires=[
        "flask>=3",  # web
        'requests[socks]==2.32; python_version >= "3.9"',
    ],
    tests_require=("pytest",),
    extras_require={"gpu": ["torch~=2.4"], 'dev': ["ruff"]},
)
`;

    expect(packages('setup.py', text)).toEqual([
      ['flask', '>=3', 'product', 6],
      ['requests', '==2.32', 'product', 7],
      ['pytest', undefined, 'dev', 9],
      ['torch', '~=2.4', 'optional', 10],
      ['ruff', undefined, 'dev', 10],
    ]);
  });

  it('follows variables, and lists that are added', () => {
    const text = `install_requires = ["flask"]
TEST = ["pytest"]
extras = {
    "test": TEST,
    "gpu": ["torch"] + TEST,
}
setup(install_requires=install_requires + ["numpy"], extras_require=extras)
`;

    expect(packages('setup.py', text).map(([name, , , line]) => [name, line])).toEqual([
      ['flask', 1],
      ['pytest', 2],
      ['torch', 5],
      ['numpy', 7],
    ]);
  });

  it.each([
    ['a computed list', 'setup(install_requires=read("requirements.txt"))'],
    ['text about it', '"""install_requires=["a"]"""'],
    ['a list that never ends', 'setup(install_requires=["a'],
    ['a name that stands for itself', 'install_requires = install_requires'],
    ['lists that are added forever', 'a = [] + a + a\nsetup(install_requires=a)'],
  ])('gives nothing for %s', (_, text) => {
    expect(extract('setup.py', text)).toEqual({ facts: [], diagnostics: [] });
  });
});
