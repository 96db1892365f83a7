import { describe, expect, it } from 'vitest';
import { extractors } from '../../src/extract/index.ts';
import { repoPath } from '../../src/model/location.ts';

const readers = extractors.filter(({ name }) => name.endsWith('-dependencies'));

describe('packages are looked for', () => {
  it.each([
    ['environment.yml', 'conda'],
    ['envs/environment-gpu.yaml', 'conda'],
    ['conda.yaml', 'conda'],
    ['pixi.toml', 'conda'],
    ['go.mod', 'go'],
    ['pom.xml', 'maven'],
    ['app/build.gradle', 'gradle'],
    ['app/build.gradle.kts', 'gradle'],
    ['gradle/libs.versions.toml', 'gradle'],
    ['src/Answers/Answers.csproj', 'nuget'],
    ['Directory.Packages.props', 'nuget'],
    ['packages.config', 'nuget'],
    ['Gemfile', 'ruby'],
    ['answers.gemspec', 'ruby'],
    ['DESCRIPTION', 'r'],
    ['renv.lock', 'r'],
    ['Cargo.toml', 'cargo'],
    ['composer.json', 'composer'],
    ['pyproject.toml', 'python, conda'],
  ])('in %s by %s', (path, names) => {
    const claiming = readers.filter(({ claims }) => claims(repoPath(path)));

    expect(claiming.map(({ name }) => name.replace('-dependencies', '')).join(', ')).toBe(names);
  });

  it.each([
    'go.sum',
    'Gemfile.lock',
    'Cargo.lock',
    'composer.lock',
    'uv.lock',
    'poetry.lock',
    'settings.xml',
    'environment.ts',
    'environments/prod.yml',
  ])('not in %s', (path) => {
    expect(readers.filter(({ claims }) => claims(repoPath(path)))).toEqual([]);
  });
});
