import { describe, expect, it } from 'vitest';
import { readValues } from '../../../src/extract/pipeline/values.ts';
import { parseYamlDocuments } from '../../../src/lib/yaml-nodes.ts';

describe('variables', () => {
  it.each([
    ['{ A: 1, B: yes, C: }', { A: '1', B: 'yes', C: '' }],
    ['{ A: { value: x, description: y } }', { A: 'x' }],
    ['[{ name: A, value: x }, { name: B }, { group: secrets }]', { A: 'x', group: 'secrets' }],
    ['[A=x=y, lonely]', { A: 'x=y' }],
    ['{ A: [x, y] }', { A: 'x y' }],
    ['{ A: { b: { c: d } } }', {}],
    ['{ API_TOKEN: abc, DB_PASSWORD: $DB_PASSWORD }', { API_TOKEN: '(hidden)', DB_PASSWORD: '$DB_PASSWORD' }],
    ['text', {}],
  ])('%s are %j', (text, expected) => {
    const values = readValues(parseYamlDocuments(text)[0]?.root);

    expect(values).toEqual(expected);
  });
});
