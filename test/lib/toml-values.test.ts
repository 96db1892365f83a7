import { describe, expect, it } from 'vitest';
import { flattenYaml } from '../../src/lib/flatten-yaml.ts';
import { readToml, tomlNode } from '../../src/lib/toml-values.ts';

function entries(text: string) {
  const read = readToml(text);
  if (!read.ok) throw new Error(read.message);
  return read.entries;
}

describe('readToml', () => {
  it('gives every key its full path and its line', () => {
    const read = entries('a = 1\n[b."c.d"]\ne.f = "x"\n[[g]]\nh = true\n');

    expect(read.map(({ path, line }) => [path, line])).toEqual([
      [['a'], 1],
      [['b', 'c.d', 'e', 'f'], 3],
      [['g', '0', 'h'], 5],
    ]);
  });

  it.each([
    ['a string', '"x"', 'x'],
    ['a literal string', "'x'", 'x'],
    ['a number', '1000', '1000'],
    ['a float', '3.10', '3.10'],
    ['a boolean', 'true', 'true'],
    ['a date', '2026-03-04', '2026-03-04'],
  ])('reads %s as it is written', (_, written, text) => {
    expect(entries(`a = ${written}`)[0]?.value).toEqual({ kind: 'text', text: text, line: 1 });
  });

  it('gives the items of a list their lines', () => {
    const list = entries('a = [\n  "x",\n  { b = 1 },\n]')[0]?.value;

    expect(list).toMatchObject({
      kind: 'list',
      items: [
        { text: 'x', line: 2 },
        { kind: 'table', line: 3 },
      ],
    });
  });

  it.each([
    ['a fault, at its line', 'a = 1\nb = ]\n', 2],
    ['more nesting than the stack takes', `a = ${'['.repeat(200_000)}`, 1],
  ])('fails on %s', (_, text, line) => {
    expect(readToml(text)).toMatchObject({ ok: false, line });
  });
});

describe('tomlNode', () => {
  it('puts keys into each other', () => {
    const node = tomlNode(entries('a = 1\n[b]\nc = [2, { d = 3 }]\n[[e]]\nf = 4\n[[e]]\nf = 5\n'));

    const { entries: flat } = flattenYaml(node);

    expect(flat.map(({ path, value }) => [path, value.text, value.line])).toEqual([
      ['a', '1', 1],
      ['b.c.0', '2', 3],
      ['b.c.1.d', '3', 3],
      ['e.0.f', '4', 5],
      ['e.1.f', '5', 7],
    ]);
  });
});
