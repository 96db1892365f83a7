import { describe, expect, it } from 'vitest';
import { flatDepthLimit, flatEntryLimit, flattenYaml } from '../../src/lib/flatten-yaml.ts';
import { parseYamlDocuments } from '../../src/lib/yaml-nodes.ts';

function flatten(text: string) {
  const [document] = parseYamlDocuments(text);
  if (!document) throw new Error('the text holds no document');
  return flattenYaml(document.root);
}

function pairs(text: string) {
  return flatten(text).entries.map(({ path, value }) => [path, value.text, value.line]);
}

describe('flattenYaml', () => {
  it('spreads maps and lists out to key paths', () => {
    expect(pairs('a:\n  b:\n    - c: 1\n    - 2\nd: x\n')).toEqual([
      ['a.b.0.c', '1', 3],
      ['a.b.1', '2', 4],
      ['d', 'x', 5],
    ]);
  });

  it('tells an empty map, an empty list and nothing apart', () => {
    expect(pairs('a: {}\nb: []\nc:\n').map(([, text]) => text)).toEqual(['{}', '[]', '']);
  });

  it('writes aliases out', () => {
    expect(pairs('a: &a { x: 1 }\nb: *a\n').map(([path]) => path)).toEqual(['a.x', 'b.x']);
  });
});

describe('limits', () => {
  const list = (length: number) => Array.from({ length }, () => '- 1\n').join('');

  it.each([
    ['as many values as are kept', list(flatEntryLimit), true],
    ['one more', list(flatEntryLimit + 1), false],
    ['as deep as is kept', `${'- '.repeat(flatDepthLimit)}1`, true],
    ['one level deeper', `${'- '.repeat(flatDepthLimit + 1)}1`, false],
  ])('%s', (_, text, complete) => {
    const flat = flatten(text);

    expect(flat.complete).toBe(complete);
    expect(flat.entries.length).toBeLessThanOrEqual(flatEntryLimit);
  });

  it('holds against aliases that multiply', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const bomb = names.map(
      (name, index) => `${name}: &${name} [${Array(9).fill(index === 0 ? 'x' : `*${names[index - 1]}`)}]`,
    );

    expect(flatten(bomb.join('\n'))).toMatchObject({ complete: false });
  });
});
