import { describe, expect, it } from 'vitest';
import { flattenYaml } from '../../src/lib/flatten-yaml.ts';
import { jsonDepthLimit, readJson } from '../../src/lib/json-nodes.ts';

function pairs(text: string, comments = false) {
  const read = readJson(text, { comments });
  if (!read.ok) throw new Error(read.message);
  return flattenYaml(read.root).entries.map(({ path, value }) => [path, value.text, value.line]);
}

describe('readJson', () => {
  it('gives values as they are written, with their lines', () => {
    const text = '{\n  "a": { "b.c": 1.50 },\n  "d": [true, null,\n    "x\\n"],\n  "e": {}\n}';

    expect(pairs(text)).toEqual([
      ['a.b.c', '1.50', 2],
      ['d.0', 'true', 3],
      ['d.1', '', 3],
      ['d.2', 'x\n', 4],
      ['e', '{}', 5],
    ]);
  });

  it('takes comments and trailing commas where they are allowed', () => {
    expect(pairs('// a\n{ "a": 1, /* b */ }', true)).toEqual([['a', '1', 2]]);
    expect(readJson('{ "a": 1, }', { comments: false })).toMatchObject({ ok: false });
  });

  it('leaves out what is deeper than its limit', () => {
    const nested = (depth: number) => readJson(`${'['.repeat(depth)}"x"${']'.repeat(depth)}`, { comments: false });
    const textOf = (depth: number) => JSON.stringify(nested(depth)).includes('"text":"x"');

    expect([textOf(jsonDepthLimit), textOf(jsonDepthLimit + 1)]).toEqual([true, false]);
  });

  it.each([
    ['nothing', '', 1],
    ['a text that is cut off', '{\n"a": [1,\n', 3],
    ['two values', '{}\n{}', 2],
    ['more nesting than the stack takes', '['.repeat(300_000), 1],
  ])('fails on %s', (_, text, line) => {
    expect(readJson(text, { comments: true })).toMatchObject({ ok: false, line });
  });
});
