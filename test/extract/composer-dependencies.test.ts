import { expect, it } from 'vitest';
import { composerDependencies } from '../../src/extract/composer-dependencies.ts';
import { packagesOf } from '../support/packages.ts';
import { sourceFile, tools } from '../support/tools.ts';

it('gives the packages that a project asks for, without its platform', () => {
  const text = `{
  "require": {
    "php": ">=8.2", "ext-json": "*",
    "OpenAI-php/client": "^0.10"
  },
  "require-dev": { "phpunit/phpunit": "^11" }
}`;

  expect(packagesOf(composerDependencies, 'composer.json', text)).toEqual([
    ['packagist', 'openai-php/client', '^0.10', 'product', 4],
    ['packagist', 'phpunit/phpunit', '^11', 'dev', 6],
  ]);
});

it('tells of a fault', () => {
  expect(composerDependencies.extract(sourceFile('composer.json', '{\n'), tools).diagnostics).toMatchObject([
    { code: 'file-unparsed', at: { line: 2 } },
  ]);
});
