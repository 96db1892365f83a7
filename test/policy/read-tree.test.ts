import { expect, test } from 'vitest';
import { policyLimit } from '../../src/policy/parse-file.ts';
import { aliasLimit } from '../../src/policy/read-tree.ts';
import { type BrokenPolicy, mistakesOf, refusal, withEntry, withSystem } from '../support/policy.ts';

const syntax: readonly BrokenPolicy[] = [
  ['an empty file', '', '1:1  the policy is empty; it needs at least version: 1'],
  ['comments only', '# later\n', '1:1  the policy is empty; it needs at least version: 1'],
  ['null', '~\n', '1:1  the policy is empty; it takes keys, such as version: 1'],
  ['a list', '- version: 1\n', '1:1  the policy takes keys, such as version: 1, not a list'],
  ['prose', 'hello\n', '1:1  the policy takes keys, such as version: 1'],
  ['an open bracket', 'version: [1\nmode: observe\n', '2:1  a [ above is not closed before this line'],
  ['an open quote', 'version: 1\nmode: "observe\n', '2:15  a quote is opened and never closed'],
  ['a tab as indentation', 'version: 1\nsystems:\n\ta: {}\n', '3:1  a tab indents this line; YAML takes spaces only'],
  [
    'a line that is indented halfway',
    'version: 1\nsystems:\n  a:\n    kind: rag\n   target: 3\n',
    '5:1  this line is indented neither as the one above nor as those it belongs to',
  ],
  [
    'two documents',
    'version: 1\n---\nversion: 1\n',
    '2:1  a second document begins here; a policy is one document, without --- inside',
  ],
  [
    'a key without a colon',
    'version: 1\nmode observe\n',
    '2:1  a key without a colon and a value; write it as key: value',
  ],
  [
    'a first key without a colon',
    'version 1\nmode: observe\n',
    '1:1  a key without a colon and a value; write it as key: value',
  ],
  [
    'a colon in text',
    withEntry('waive', ['capability: model-registry', 'reason: batch only: no users']),
    '7:17  a colon with a space after it begins a new key; put text that holds one in quotes',
  ],
  ['text that begins with @', 'version: 1\nmode: @x\n', '2:7  text that begins with this character needs quotes'],
  [
    'a tag',
    'version: 1\nmode: !secret observe\n',
    '2:7  a tag (!) is not read here; take it away, or put text that begins with ! in quotes',
  ],
  [
    'a glob that YAML takes for an alias',
    withSystem('include: [**/prompts/**]'),
    '5:15  systems.a.include.0 is read as an alias of an anchor that is not there; put text that begins with * in quotes',
  ],
  [
    'an alias of itself',
    withSystem('include: &all [*all]'),
    '5:20  systems.a.include.0 is read as an alias of an anchor that is not there; put text that begins with * in quotes',
  ],
  [
    'a merge key',
    'version: 1\nsystems:\n  a: &a { root: services/a }\n  b:\n    <<: *a\n    root: services/b\n',
    '5:5  a merge key (<<) is not read here; write the keys out',
  ],
  ['a key that is a list', 'version: 1\n? [a]\n: 1\n', '2:3  a key is plain text here'],
];

test.each(syntax)('%s is told in plain words', (_, text, ...told) => {
  expect(mistakesOf(text)).toEqual(told);
});

test('nesting without end is told once', () => {
  const told = mistakesOf(`version: 1\nmode: ${'['.repeat(policyLimit - 20)}`);

  expect(told).toEqual([expect.stringMatching(/^2:\d+ {2}this is nested too deep to be read$/)]);
});

test('no key of a policy reaches a prototype', () => {
  const text = 'version: 1\n__proto__: { polluted: true }\nsystems:\n  __proto__: { polluted: true }\n';

  expect(mistakesOf(text)).toEqual([
    '2:1  __proto__ is no name for a key; choose another name',
    '4:3  systems.__proto__ is no name for a key; choose another name',
  ]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('aliases stand for values up to the limit', () => {
  const item = 'x,'.repeat(aliasLimit / 10 - 1);
  const policy = (aliases: number) =>
    `version: 1\nsystems:\n  a: { root: services/a, include: &list [${item}] }\n  b: { root: services/b, exclude: [${'*list,'.repeat(aliases)}] }\n`;

  expect(refusal(policy(10))).not.toContain('the aliases up to here');
  expect(mistakesOf(policy(11))).toContainEqual(
    expect.stringMatching(/^4:\d+ {2}systems\.b\.exclude\.10: the aliases up to here stand for more than 10000 values/),
  );
});

test('a bomb of aliases costs no time', () => {
  const levels = Array.from({ length: 9 }, (_, n) => `  s${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]\n`);
  const started = performance.now();

  const told = refusal(`version: 1\nsystems:\n  s0: &a0 [x]\n${levels.join('')}`);

  expect(told).toContain('write them out');
  expect(performance.now() - started).toBeLessThan(5000);
});

test.each([
  ['flat keys', (n: number) => `k${n}: 1\n`],
  ['copies of one key', () => 'mode: observe\n'],
])('%s, as many as a policy may hold, are told in seconds', (_, line) => {
  let text = 'version: 1\n';
  for (let n = 0; text.length < policyLimit - 20; n++) text += line(n);
  const started = performance.now();

  const told = refusal(text);

  expect(performance.now() - started).toBeLessThan(8000);
  expect(told).toMatch(/stagegate\.yml: and \d+,\d+ more mistakes$/);
});
