import { expect, it } from 'vitest';
import { rDependencies } from '../../src/extract/r-dependencies.ts';
import { packagesOf } from '../support/packages.ts';
import { sourceFile, tools } from '../support/tools.ts';

it('gives the packages of a description', () => {
  const text = `Package: answers
Depends: R (>= 4.1), methods
Imports: httr2 (>= 1.0, < 2), jsonlite,
    dplyr
Suggests:
    testthat (>= 3.0.0)
Description: Imports: none
    and no, packages
`;

  expect(packagesOf(rDependencies, 'DESCRIPTION', text)).toEqual([
    ['cran', 'methods', undefined, 'product', 2],
    ['cran', 'httr2', '>= 1.0, < 2', 'product', 3],
    ['cran', 'jsonlite', undefined, 'product', 3],
    ['cran', 'dplyr', undefined, 'product', 4],
    ['cran', 'testthat', '>= 3.0.0', 'dev', 6],
  ]);
});

it('gives the packages that a project has locked', () => {
  const text =
    '{\n"R": {"Version": "4.4"},\n"Packages": {\n"vetiver": {"Package": "vetiver", "Version": "0.2.5"},\n"bare": {}\n}}';

  expect(packagesOf(rDependencies, 'renv.lock', text)).toEqual([
    ['cran', 'vetiver', '0.2.5', 'product', 4],
    ['cran', 'bare', undefined, 'product', 5],
  ]);
});

it('tells of a lock that is broken', () => {
  expect(rDependencies.extract(sourceFile('renv.lock', '{\n"a"'), tools).diagnostics).toMatchObject([
    { code: 'file-unparsed', at: { line: 2 } },
  ]);
});
