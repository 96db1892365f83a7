import { expect, it } from 'vitest';
import { nugetDependencies } from '../../src/extract/nuget-dependencies.ts';
import { packagesOf } from '../support/packages.ts';
import { sourceFile, tools } from '../support/tools.ts';

it('gives the packages of a project', () => {
  const text = `<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="Serilog" Version="4.0.0" />
    <PackageReference Include="OpenAI"><Version>2.1.0</Version></PackageReference>
    <PackageReference Include="Central" />
    <PackageReference Include="Style" Version="1"><PrivateAssets>all</PrivateAssets></PackageReference>
    <PackageReference Update="Other" Version="1" />
    <ProjectReference Include="../B/B.csproj" />
  </ItemGroup>
</Project>
`;

  expect(packagesOf(nugetDependencies, 'src/A.csproj', text)).toEqual([
    ['nuget', 'Serilog', '4.0.0', 'product', 3],
    ['nuget', 'OpenAI', '2.1.0', 'product', 4],
    ['nuget', 'Central', undefined, 'product', 5],
    ['nuget', 'Style', '1', 'dev', 6],
  ]);
});

it.each([
  ['packages.config', '<packages><package id="A" version="1" /></packages>', 'A', '1', 'product'],
  [
    'packages.config',
    '<packages><package id="A" version="1" developmentDependency="true" /></packages>',
    'A',
    '1',
    'dev',
  ],
  ['Directory.Packages.props', '<Project><PackageVersion Include="A" Version="1" /></Project>', 'A', '1', 'optional'],
  [
    'Directory.Packages.props',
    '<Project><GlobalPackageReference Include="A" Version="1" /></Project>',
    'A',
    '1',
    'dev',
  ],
])('reads %s: %s', (path, text, name, version, scope) => {
  expect(packagesOf(nugetDependencies, path, text)).toEqual([['nuget', name, version, scope, 1]]);
});

it('tells of a fault', () => {
  expect(nugetDependencies.extract(sourceFile('a.csproj', '<Project>\n<'), tools).diagnostics).toMatchObject([
    { code: 'file-unparsed', at: { line: 2 } },
  ]);
});
