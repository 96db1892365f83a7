import { describe, expect, it } from 'vitest';
import { parseYamlDocuments, yamlDepthLimit, yamlEntry, yamlMergeLimit } from '../../src/lib/yaml-nodes.ts';

function root(text: string) {
  const node = parseYamlDocuments(text)[0]?.root;
  if (!node) throw new Error('the text holds no document');
  return node;
}

function value(text: string, key: string) {
  return yamlEntry(root(text), key)?.value;
}

function problems(text: string) {
  return parseYamlDocuments(text).flatMap((document) => document.problems);
}

describe('documents', () => {
  it.each([
    ['nothing', '', 0],
    ['a comment alone', '# nothing\n', 0],
    ['one', 'a: 1\n', 1],
    ['two', 'a: 1\n---\nb: 2\n', 2],
    ['an empty one between', 'a: 1\n---\n---\nb: 2\n', 2],
  ])('%s', (_, text, count) => {
    expect(parseYamlDocuments(text)).toHaveLength(count);
  });

  it('has lines counted from the beginning of the text', () => {
    const documents = parseYamlDocuments('a: 1\n---\n\nb: 2\n');

    expect(yamlEntry(documents[1]?.root, 'b')?.key.line).toBe(4);
  });

  it('is read as far as it can be, with its problems', () => {
    const [document] = parseYamlDocuments('a: 1\nb: [1\nc: 2\n');

    expect(yamlEntry(document?.root, 'a')?.value).toMatchObject({ text: '1' });
    expect(document?.problems[0]?.line).toBeGreaterThan(1);
  });
});

describe('values', () => {
  it.each([
    ['a number as it is written', 'a: 3.10', '3.10'],
    ['a boolean', 'a: true', 'true'],
    ['a text', "a: 'x y'", 'x y'],
    ['a null', 'a: null', ''],
    ['nothing', 'a:', ''],
    ['a tagged value', 'a: !Ref Bucket', 'Bucket'],
    ['a block', 'a: |\n  x\n  y\n', 'x\ny\n'],
  ])('%s', (_, text, expected) => {
    expect(value(text, 'a')).toMatchObject({ kind: 'scalar', text: expected });
  });

  it.each([
    ['a: !Ref x', '!Ref'],
    ['a: !If [b, c]', '!If'],
    ['a: !Sub { b: c }', '!Sub'],
    ['a: !!str 1', undefined],
    ['a: x', undefined],
  ])('%s has the tag %s', (text, tag) => {
    expect(value(text, 'a')?.tag).toBe(tag);
  });

  it('takes the last of a key that is written twice', () => {
    expect(value('a: 1\na: 2', 'a')).toMatchObject({ text: '2' });
  });

  it('nests as deep as the limit', () => {
    expect(problems(`${'['.repeat(yamlDepthLimit)}${']'.repeat(yamlDepthLimit)}`)).toEqual([]);
  });

  it('says that it nests deeper', () => {
    const deeper = yamlDepthLimit + 1;

    expect(problems(`${'['.repeat(deeper)}${']'.repeat(deeper)}`)[0]?.message).toContain('levels deep');
  });
});

describe('aliases', () => {
  it('share the value of their anchor, with its place', () => {
    expect(value('a: &x { b: 1 }\n\nc: *x', 'c')).toMatchObject({ kind: 'map', line: 1 });
  });

  it.each([
    ['nothing', 'a: *nothing'],
    ['themselves', 'a: &a { b: *a }'],
  ])('that stand for %s are a problem', (_, text) => {
    expect(problems(text)).not.toEqual([]);
  });
});

describe('merge keys', () => {
  it.each([
    ['one map', 'x: &x { a: 1, b: 2 }\ny: { <<: *x, b: 3 }', { a: '1', b: '3' }],
    [
      'a list of maps, of which the first wins',
      'x: &x { a: 1 }\nz: &z { a: 2, b: 4 }\ny: { <<: [*x, *z] }',
      { a: '1', b: '4' },
    ],
    ['nothing where there is no map', 'y: { <<: 1, a: 1 }', { '<<': '1', a: '1' }],
  ])('bring in %s', (_, text, expected) => {
    const merged = value(text, 'y');

    const entries = merged?.kind === 'map' ? merged.entries : [];
    expect(Object.fromEntries(entries.map((entry) => [entry.key.text, Reflect.get(entry.value, 'text')]))).toEqual(
      expected,
    );
  });

  it('stop at the limit', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `k${index}: 1`).join(', ');
    const copies = yamlMergeLimit / 500;
    const list = value(`x: &x { ${keys} }\ny:\n${'  - <<: *x\n'.repeat(copies + 1)}`, 'y');

    const sizes =
      list?.kind === 'list' ? list.items.map((item) => (item.kind === 'map' ? item.entries.length : -1)) : [];
    expect(sizes).toEqual([...Array.from({ length: copies }, () => 500), 0]);
  });
});
