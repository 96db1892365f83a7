import { describe, expect, it, test } from 'vitest';
import { jsonDepthLimit, parseJson } from '../../src/lib/json-nodes.ts';

describe('JSON as nodes', () => {
  it('has lines, and scalars as text', () => {
    const read = parseJson('{\n  "a": [1, true, null],\n  "b": { "c": "d" }\n}');

    expect(read).toMatchObject({
      ok: true,
      root: {
        kind: 'map',
        entries: [
          {
            key: { text: 'a', line: 2 },
            value: { kind: 'list', items: [{ text: '1' }, { text: 'true' }, { text: '' }] },
          },
          { key: { text: 'b', line: 3 }, value: { entries: [{ key: { text: 'c' }, value: { text: 'd' } }] } },
        ],
      },
    });
  });

  it('may hold comments and trailing commas', () => {
    const read = parseJson('// a\n{ "a": 1, /* b */ }');

    expect(read.ok).toBe(true);
  });
});

test.each([
  [jsonDepthLimit, true],
  [jsonDepthLimit + 1, false],
])('%i levels are read: %s', (depth, ok) => {
  expect(parseJson(`${'['.repeat(depth)}1${']'.repeat(depth)}`).ok).toBe(ok);
});

test.each([
  ['nothing', '', 1],
  ['a fault', '{\n  "a": ,\n}', 2],
  ['nesting without end', '['.repeat(200_000), 1],
])('%s gives a problem with its line', (_, text, line) => {
  const read = parseJson(text);

  expect(read).toMatchObject({ ok: false, problem: { line } });
});
