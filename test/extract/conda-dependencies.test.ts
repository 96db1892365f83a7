import { describe, expect, it } from 'vitest';
import { condaDependencies, environmentSizeLimit } from '../../src/extract/conda-dependencies.ts';
import { packagesOf } from '../support/packages.ts';
import { sourceFile, tools } from '../support/tools.ts';

const environment = `name: answers
channels: [conda-forge]
dependencies:
  - python=3.11
  - numpy
  - pytorch=2.4.1=cuda_0
  - conda-forge::mlflow >=2,<3
  - scikit_learn==1.5
  - xgboost[version='>=2',build=x]
  - pip
  - pip:
      - openai==1.2
      - -r requirements.txt
`;

describe('an environment', () => {
  it('gives its packages and those that pip brings in', () => {
    expect(packagesOf(condaDependencies, 'environment.yml', environment)).toEqual([
      ['conda', 'numpy', undefined, 'product', 5],
      ['conda', 'pytorch', '2.4.1', 'product', 6],
      ['conda', 'mlflow', '>=2,<3', 'product', 7],
      ['conda', 'scikit-learn', '1.5', 'product', 8],
      ['conda', 'xgboost', '>=2', 'product', 9],
      ['pypi', 'openai', '==1.2', 'product', 12],
    ]);
  });

  it('is for developers if its name says so', () => {
    expect(packagesOf(condaDependencies, 'environment-dev.yml', 'dependencies: [black]')).toMatchObject([
      ['conda', 'black', undefined, 'dev', 1],
    ]);
  });

  it.each([
    ['without packages', 'name: x\n'],
    ['of another kind', 'dependencies: { a: b }\n'],
  ])('%s gives nothing', (_, text) => {
    expect(condaDependencies.extract(sourceFile('environment.yml', text), tools)).toEqual({
      facts: [],
      diagnostics: [],
    });
  });

  it('that is broken gives a diagnostic', () => {
    const { diagnostics } = condaDependencies.extract(sourceFile('environment.yml', 'dependencies: [\n'), tools);

    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { line: 2 } }]);
  });

  it.each([
    ['as long as is read', environmentSizeLimit, 1],
    ['longer', environmentSizeLimit + 1, 0],
  ])('that is %s', (_, size, count) => {
    const text = 'dependencies: [a]\n#';

    expect(packagesOf(condaDependencies, 'conda.yml', text.padEnd(size, '-'))).toHaveLength(count);
  });
});

describe('a workspace', () => {
  const tables = `[dependencies]
python = "3.11.*"
numpy = ">=2"
pytorch = { version = "2.4", channel = "x" }
[pypi-dependencies]
openai = "*"
[feature.test.dependencies]
pytest = "8"
[feature.gpu.pypi-dependencies]
vllm = "*"
`;
  const expected = [
    ['conda', 'numpy', '>=2', 'product', 3],
    ['conda', 'pytorch', '2.4', 'product', 4],
    ['pypi', 'openai', '*', 'product', 6],
    ['conda', 'pytest', '8', 'dev', 8],
    ['pypi', 'vllm', '*', 'product', 10],
  ];

  it('gives its packages by their registry', () => {
    expect(packagesOf(condaDependencies, 'pixi.toml', tables)).toEqual(expected);
  });

  it('may stand in the file of the project', () => {
    const below = tables.replaceAll('[', '[tool.pixi.');

    expect(packagesOf(condaDependencies, 'pyproject.toml', below)).toEqual(expected);
    expect(packagesOf(condaDependencies, 'pyproject.toml', tables)).toEqual([]);
  });
});
