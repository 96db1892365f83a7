import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { viewFact } from '../../src/report/facts/view.ts';
import { renderFactsJson } from '../../src/report/facts-json.ts';
import { renderFactsText } from '../../src/report/facts-text.ts';

const at = { path: repoPath('app/main.py'), line: 3 };
const call: Fact = {
  kind: 'call',
  at,
  role: 'product',
  language: 'python',
  callee: 'openai.OpenAI',
  arguments: { model: 'gpt-4o', api_key: 'hunter2' },
  decorator: false,
};
const found = (fact: Fact, marks: readonly string[] = []) => ({ fact, marks, because: 'nothing says otherwise' });

describe('a fact', () => {
  test('is told by the names that rules have for its fields', () => {
    const text = renderFactsText([found({ ...call, arguments: { model: 'gpt-4o' } }, ['system/agent'])]);

    expect(text).toBe(
      [
        'app/main.py:3  call',
        '  role             product (nothing says otherwise)',
        '  marks            system/agent',
        '  language         python',
        '  callee           openai.OpenAI',
        '  arguments.model  gpt-4o',
        '',
        '1 fact in 1 file',
        '',
      ].join('\n'),
    );
  });

  test('tells why it does not run', () => {
    expect(renderFactsText([found({ ...call, disabled: 'if: false' })])).toContain('disabled           if: false');
  });

  test.each<[string, Fact]>([
    ['an argument', call],
    [
      'a variable of code',
      { kind: 'literal', at, role: 'product', language: 'python', name: 'DB_PASSWORD', value: 'hunter2' },
    ],
    [
      'an option of a command',
      {
        kind: 'script',
        at,
        role: 'product',
        runner: 'make',
        name: 'login',
        parameters: [],
        commands: [
          { does: 'run', line: 3, tolerant: false, command: 'docker login --password hunter2 registry.local' },
        ],
      },
    ],
  ])('hides a secret of %s in both formats', (_, fact) => {
    const printed = renderFactsText([found(fact)]) + renderFactsJson([found(fact)]);

    expect(printed).not.toContain('hunter2');
    expect(printed.match(/\(hidden\)/g)).toHaveLength(2);
  });

  test('keeps an option that only names where the secret is', () => {
    const fact: Fact = {
      kind: 'script',
      at,
      role: 'product',
      runner: 'make',
      name: 'login',
      parameters: [],
      commands: [{ does: 'run', line: 3, tolerant: false, command: 'up --token $TOKEN' }],
    };

    expect(viewFact(found(fact)).fields.commands).toEqual(['up --token $TOKEN']);
  });

  test('cannot steer a terminal', () => {
    const fact: Fact = { ...call, callee: 'a\u001b[31m\nb', arguments: { 'x\u202e': 'y' } };

    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(renderFactsText([found(fact)])).not.toMatch(/[\u001b\u202e]/);
  });

  test('is cut in text where it is long, and whole in JSON', () => {
    const fact = found({ ...call, callee: 'a'.repeat(1000) });

    expect(renderFactsText([fact])).toContain(`${'a'.repeat(200)}…\n`);
    expect(JSON.parse(renderFactsJson([fact]))[0].fields.callee).toHaveLength(1000);
  });
});

test('nothing that was found is said', () => {
  expect(renderFactsText([])).toBe('no facts\n');
  expect(renderFactsJson([])).toBe('[]\n');
});
