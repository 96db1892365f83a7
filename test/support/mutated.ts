import * as fc from 'fast-check';

/** Words of the formats that are read, which a random text would seldom hit. */
const pieces = [
  '',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  '\ud800',
  '\u2028',
  '{{',
  '}}',
  '{%',
  '${{',
  '${',
  '$(',
  '`',
  '"""',
  "'''",
  '"',
  "'",
  '#',
  '//',
  '/*',
  '*/',
  '---\n',
  '|\n',
  '<<: *a',
  '&a',
  '*a',
  '!!binary ',
  '!Ref ',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '<',
  '</',
  '<![CDATA[',
  ':',
  ': ',
  '- ',
  '=',
  ',',
  ';',
  '\\',
  '__proto__',
  'constructor',
  'null',
  'true',
  '-1',
  '1e999',
  '99999999999999999999',
  'run: ',
  'needs: ',
  'if: ',
  'uses: ./',
  'include: ',
  'extends: ',
  'count = 0',
  'for_each = ',
  'import ',
  'def ',
  'class ',
  'end\n',
];

type Edit = { readonly does: string; readonly at: number; readonly length: number; readonly piece: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  does: fc.constantFrom('insert', 'insert', 'delete', 'repeat', 'move', 'cut', 'glue'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(8), fc.nat(400)),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })),
});

function apply(text: string, { does, at, length, piece }: Edit, other: string): string {
  const start = Math.floor(at * text.length);
  const part = text.slice(start, start + length);
  if (does === 'insert') return text.slice(0, start) + piece + text.slice(start);
  if (does === 'delete') return text.slice(0, start) + text.slice(start + length);
  if (does === 'repeat') return text.slice(0, start) + part.repeat(3) + text.slice(start);
  if (does === 'move') return part + text.slice(0, start) + text.slice(start + length);
  if (does === 'cut') return text.slice(0, start);
  return text.slice(0, start) + other.slice(Math.floor(at * other.length));
}

/** A file that is none of the given ones, but was: some of its text is gone, doubled, moved, or another's. */
export function mutated(
  files: readonly (readonly [path: string, text: string])[],
): fc.Arbitrary<readonly [path: string, text: string]> {
  return fc
    .tuple(fc.constantFrom(...files), fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([[path, text], [, other], edits]) => [path, edits.reduce((seen, next) => apply(seen, next, other), text)]);
}
