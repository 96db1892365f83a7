import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/lib/user-error.ts';
import { mistakeLimit } from '../../src/policy/mistake.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { mistakesOf, policyContext, refusal, withSystem } from '../support/policy.ts';

test('a mistake is told with its place, its key, what was meant, and the line with a mark', () => {
  const text = `version: 1
reviewed: 2026-11-01
capacity: 12
mode: enforce
gate:
  on-unknown: warn


systems:
  assistant:
    root: services/assistant
    include: [infra/assistant/**]
    kind: rag
    lifecyle: production
`;

  expect(refusal(text)).toBe(`stagegate.yml:14:5  systems.assistant.lifecyle is not a key here; did you mean lifecycle?
  14 |     lifecyle: production
           ^^^^^^^^`);
});

test('every mistake is told, in the order of its place', () => {
  const text = withSystem('kind: rags\ntarget: 7\nkind: rag\nattest:\n  - aspect: eval-in-ci/hraness\n    by: me');

  expect(mistakesOf(text)).toEqual([
    '5:11  systems.a.kind takes llm-app | rag | agent | ml-service | batch-ml | training-only | platform; did you mean rag?',
    '6:13  systems.a.target takes a stage: 1, 2, 3 or 4',
    '7:5  systems.a.kind is written twice, on lines 5 and 7; keep one of them',
    '9:9  systems.a.attest.0.on is missing; it takes a day written YYYY-MM-DD, such as 2026-11-01',
    '9:9  systems.a.attest.0.until is missing; it takes a day written YYYY-MM-DD, such as 2026-11-01',
    '9:17  systems.a.attest.0.aspect: eval-in-ci/hraness is no aspect of the model; did you mean eval-in-ci/harness?',
  ]);
});

test('every mistake has three lines of its own', () => {
  expect(refusal(withSystem('kind: "?"\ntarget: 9'))).toMatch(
    /^stagegate\.yml:5:11 {2}.+\n {3}5 \| {5}kind: "\?"\n {17}\^{3}\nstagegate\.yml:6:13 {2}.+\n {3}6 \| {5}target: 9\n {19}\^$/,
  );
});

test('wide characters are marked by their width', () => {
  expect(refusal('version: 1\nsystems: { 系统: { rot: 1 } }').split('\n').slice(1)).toEqual([
    '   2 | systems: { 系统: { rot: 1 } }',
    `${' '.repeat('   2 | systems: { 系统: { '.length + 2)}^^^`,
  ]);
});

test('a mistake that goes on below is marked to the end of its line', () => {
  expect(refusal('- version: 1\n- mode: observe\n').split('\n').slice(1)).toEqual([
    '   1 | - version: 1',
    '       ^^^^^^^^^^^^',
  ]);
});

test('a long line is cut around the mistake', () => {
  const text = `{ version: 1, extends: ${'a'.repeat(90)}, mdoe: observe, rules: ${'b'.repeat(90)} }`;

  const [, line = '', mark = ''] = refusal(text).split('\n');

  expect(line.length).toBeLessThan(140);
  expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('mdoe');
  expect(line).toMatch(/^ {3}1 \| ….*…$/);
});

test('a long word is cut where a message repeats it', () => {
  expect(mistakesOf(withSystem(`regimes: [${'x'.repeat(500)}]`))[0]?.length).toBeLessThan(150);
});

test('mistakes up to the limit are shown, the rest is counted', () => {
  const policy = (count: number) => `version: 1\n${Array.from({ length: count }, (_, n) => `k${n}: 1\n`).join('')}`;

  expect(mistakesOf(policy(mistakeLimit))).toHaveLength(mistakeLimit);
  expect(refusal(policy(mistakeLimit))).not.toContain('more mistake');
  expect(refusal(policy(mistakeLimit + 1))).toMatch(/\nstagegate\.yml: and 1 more mistake$/);
});

test('what is told never steers a terminal', () => {
  const text = 'version: 1\n"\\e[31m": 1\nmode: "\\u202e"\nx\u200by: "\u001b]8;;\u0007"\n';

  const told = tell(text, 'a\u001b[2J.yml');

  expect(told).toContain('a\\u{1b}[2J.yml:4:1  "x\\u{200b}y" is not a key here');
  expect(told.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
});

test('whatever a policy holds, it is read or refused, and no control character is told', () => {
  const words = [
    'version: 1',
    'systems',
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '"',
    '&a ',
    '*a',
    '\t',
    '\u001b',
    '#',
  ];
  const anything = fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 30 });

  fc.assert(
    fc.property(anything, (parts) => {
      expect(tell(parts.join(''), 'p.yml').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }),
  );
});

/** What is told, or nothing for a policy that is good. Anything but a UserError is a bug. */
function tell(text: string, path: string): string {
  try {
    parsePolicy(text, path, policyContext);
    return '';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

test('a line is shown without the secrets that were written into it, and its mark stays in place', () => {
  const key = `ghp_${'a1B2'.repeat(9)}`;

  expect(refusal(`version: 1\napi_key: hunter2 # old\nnote: ${key}\n`).split('\n')).toEqual([
    expect.stringContaining('stagegate.yml:2:1  api_key is not a key here'),
    '   2 | api_key: ******* * ***',
    '       ^^^^^^^',
    expect.stringContaining('stagegate.yml:3:1  note is not a key here'),
    `   3 | note: ${'*'.repeat(40)}`,
    '       ^^^^',
  ]);
  expect(refusal(`version: 1\nmode: ${key}\n`)).not.toContain('a1B2');
  expect(refusal(`version: 1\nsystems: { a: { password: "hun ter2", token: $TOKEN, kind: rag, rot: x } }\n`)).toContain(
    'password: **** *****, token: $TOKEN, kind: rag, rot: x',
  );
});
