import { describe, expect, it } from 'vitest';
import { readRequirement, requirementLimit } from '../../../src/extract/python-dependencies/requirement.ts';

describe('readRequirement', () => {
  it.each([
    ['flask', { name: 'flask' }],
    ['Flask==3.0.1', { name: 'flask', version: '==3.0.1' }],
    ['flask >= 3, < 4', { name: 'flask', version: '>=3,<4' }],
    ['flask (>=3)', { name: 'flask', version: '>=3' }],
    ['flask[async, dotenv]~=3.0', { name: 'flask', version: '~=3.0' }],
    ['flask==3.*; python_version < "3.12"', { name: 'flask', version: '==3.*' }],
    ["flask ; extra == 'web'", { name: 'flask' }],
    ['flask===3.0', { name: 'flask', version: '===3.0' }],
    ['Zope.Interface_x--y', { name: 'zope-interface-x-y' }],
    ['acme @ https://me:pass@host/acme.zip ; os_name == "nt"', { name: 'acme', version: 'https://host/acme.zip' }],
    ['acme[x]@git+https://host/acme.git@v1', { name: 'acme', version: 'git+https://host/acme.git@v1' }],
    ['git+https://host/a.git@v1#egg=Acme', { name: 'acme', version: 'git+https://host/a.git@v1#egg=Acme' }],
    [
      'https://host/acme_ai-1.0-py3-none-any.whl',
      { name: 'acme-ai', version: 'https://host/acme_ai-1.0-py3-none-any.whl' },
    ],
  ])('reads %s', (text, expected) => {
    expect(readRequirement(text)).toEqual(expected);
  });

  it.each([
    ['a folder', './packages/acme'],
    ['a folder without a dot', 'packages/acme'],
    ['a file', 'acme-1.0.tar.gz'],
    ['an address without a name', 'https://host/latest'],
    ['a sentence', 'see the readme'],
    ['a placeholder', '{{ cookiecutter.package }}'],
    ['more than a line', 'flask'.padEnd(requirementLimit + 1)],
    ['nothing', ''],
  ])('takes %s for none', (_, text) => {
    expect(readRequirement(text)).toBeUndefined();
  });

  it('reads the longest that it takes', () => {
    expect(readRequirement('flask'.padEnd(requirementLimit))).toEqual({ name: 'flask' });
  });
});
