import { describe, expect, it } from 'vitest';
import { readXml, xmlChildren, xmlDepthLimit, xmlText } from '../../src/lib/xml.ts';

describe('readXml', () => {
  it('gives elements with attributes, text and lines', () => {
    const { root, fault } = readXml('<?xml version="1.0"?>\n<a x="1">\n  <n:b>t<c/><![CDATA[<u>]]></n:b>\n</a>\n');

    expect(fault).toBeUndefined();
    expect(root).toMatchObject({ name: 'a', attributes: { x: '1' }, text: '', line: 2 });
    expect(root?.children).toMatchObject([{ name: 'b', text: 't<u>', line: 3, children: [{ name: 'c', line: 3 }] }]);
  });

  it('gives an element the line on which it begins', () => {
    expect(readXml('<a>\n<b\n  x="1"\n/></a>').root?.children).toMatchObject([{ line: 2 }]);
  });

  it.each([
    ['a tag that is not closed', '<a><b>1</b>\n<c>', 2],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "x">]>\n<a><b>1</b>\n&e;<d/></a>', 3],
    ['an entity that grows', '<!DOCTYPE a [<!ENTITY e "xx"><!ENTITY f "&e;&e;">]><a><b>1</b>\n&f;</a>', 2],
  ])('keeps what stands before %s', (_, text, line) => {
    const { root, fault } = readXml(text);

    expect(fault?.line).toBe(line);
    expect(root?.children[0]).toMatchObject({ name: 'b', text: '1' });
    expect(root?.children.map(({ name }) => name)).not.toContain('d');
  });

  it.each([
    ['nothing', ''],
    ['no element', 'hello'],
  ])('finds no root in %s', (_, text) => {
    expect(readXml(text)).toMatchObject({ root: undefined, fault: { line: 1 } });
  });

  it('leaves out what is deeper than its limit', () => {
    const nested = (depth: number) => readXml('<a>'.repeat(depth) + '</a>'.repeat(depth));
    const depthOf = (text: string) => text.split('"name"').length - 1;

    expect(depthOf(JSON.stringify(nested(xmlDepthLimit)))).toBe(xmlDepthLimit);
    expect(depthOf(JSON.stringify(nested(xmlDepthLimit + 5)))).toBe(xmlDepthLimit);
    expect(nested(20_000).fault).toBeUndefined();
  });
});

it('finds elements and their texts by name', () => {
  const { root } = readXml('<a><b>1</b><c/><b>2</b></a>');

  expect(xmlChildren(root, 'b').map(({ text }) => text)).toEqual(['1', '2']);
  expect(root && xmlText(root, 'b')).toBe('1');
  expect(root && xmlText(root, 'd')).toBeUndefined();
});
