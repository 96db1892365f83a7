// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are template strings of the texts.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { python } from '../../src/extract/python.ts';
import { typescript } from '../../src/extract/typescript.ts';
import type { Role } from '../../src/model/fact.ts';
import type { Extractor, FirstLook } from '../../src/model/source.ts';
import { compileRule } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import { prepareFirstLook } from '../../src/rules/first-look.ts';
import { indexFacts, matchRule } from '../../src/rules/match.ts';
import { collectNeeds } from '../../src/rules/needs.ts';
import type { Match, Rule, Within } from '../../src/rules/schema.ts';
import { sourceFile, tools } from '../support/tools.ts';

function ruleOf(match: Match, roles?: readonly Role[]): Rule {
  return { id: 'a/b', title: 'a', since: '1.0.0', match, ...(roles && { roles: [...roles] }) };
}

function lookOf(...matches: readonly Match[]): FirstLook {
  return prepareFirstLook(collectNeeds(matches.map((match) => ruleOf(match))));
}

function pinoAndBunyan(within: Within): Match {
  return {
    all: [
      { fact: 'import', module: 'pino' },
      { fact: 'call', callee: 'bunyan' },
    ],
    within,
  };
}

describe('which code is looked at', () => {
  it('none if no rule asks for code', () => {
    const look = lookOf({ fact: 'file', name: 'a' });

    expect(look('python', 'product')).toBeUndefined();
  });

  it('any language if a leaf names none, of the role that counts', () => {
    const look = lookOf({ fact: 'import', module: 'pino' });

    expect([look('python', 'product'), look('ruby', 'product'), look('python', 'test')].map(Boolean)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('the language that a leaf names', () => {
    const look = lookOf({ fact: 'import', language: ['go', '/^c/'], module: 'pino' });

    expect([look('go', 'product'), look('csharp', 'product'), look('python', 'product')].map(Boolean)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('the roles that a rule or a leaf names', () => {
    const needs = collectNeeds([
      ruleOf({ fact: 'import', module: 'pino' }, ['test']),
      ruleOf({ fact: 'import', module: 'pino', role: 'example' }),
    ]);

    expect(Object.keys(needs.of.python ?? {})).toEqual(['test', 'example']);
  });

  it('all of it if a leaf needs no word', () => {
    const look = lookOf({ fact: 'literal', name: 'pino' }, { fact: 'literal', value: { above: 0 } });

    expect(look('python', 'product')?.('')?.('literal', '')).toBe(true);
  });
});

describe('what a text has to hold', () => {
  it.each<[string, Match, string, boolean]>([
    ['a word', { fact: 'import', module: 'pino' }, 'x pino.', true],
    ['no part of a word', { fact: 'import', module: 'pino' }, 'pinot', false],
    ['a part of a word for a glob', { fact: 'import', module: 'pino*' }, 'pinot', true],
    ['the same case', { fact: 'import', module: 'pino' }, 'Pino', false],
    ['any case for an expression without', { fact: 'import', module: '/pino/i' }, 'PINO', true],
    ['case as the engine for teams takes it', { fact: 'import', module: '/risk/i' }, 'RIſ\u212A', true],
    ['words of all fields', { fact: 'literal', name: 'model', value: 'gpt-4' }, 'model', false],
    ['words of all fields, in any order', { fact: 'literal', name: 'model', value: 'gpt-4' }, 'gpt-4 model', true],
    ['a dot where the value has one', { fact: 'literal', value: 'gpt-3.5' }, 'gpt-365', false],
    [
      'one of several',
      {
        any: [
          { fact: 'import', module: 'pino' },
          { fact: 'call', callee: 'bunyan' },
        ],
      },
      'bunyan',
      true,
    ],
    [
      'no more than what must be there, and not what must not',
      { all: [{ fact: 'import', module: 'pino' }, { not: { fact: 'call', callee: 'bunyan' } }], within: 'file' },
      'pino',
      true,
    ],
    [
      'what must be there',
      { all: [{ fact: 'import', module: 'pino' }, { not: { fact: 'call', callee: 'bunyan' } }], within: 'file' },
      'bunyan',
      false,
    ],
    [
      'what must not be there, where the rest is no code',
      { all: [{ fact: 'file', name: 'a' }, { not: { fact: 'call', callee: 'bunyan' } }], within: 'file' },
      'bunyan',
      true,
    ],
    ['words of all parts in one file', pinoAndBunyan('file'), 'pino', false],
    ['words of all parts in one file, in any order', pinoAndBunyan('job'), 'bunyan pino', true],
    ['words of any part where the rest may be in another file', pinoAndBunyan('system'), 'bunyan', true],
    [
      'words of code alone, where a part may be something else',
      {
        all: [
          { fact: 'import', module: 'pino' },
          {
            any: [
              { fact: 'call', callee: 'bunyan' },
              { fact: 'file', name: 'a' },
            ],
          },
        ],
        within: 'file',
      },
      'pino',
      true,
    ],
    [
      'nothing will do where a part is never found in the language',
      {
        all: [
          { fact: 'import', module: 'pino' },
          { fact: 'call', language: 'go', callee: 'bunyan' },
        ],
        within: 'file',
      },
      'pino bunyan',
      false,
    ],
    ['the word that a class begins with', { fact: 'class', name: '/pino/' }, 'pino', false],
    ['the word that a class begins with, and its own', { fact: 'class', name: '/pino/' }, 'class Mypino', true],
    [
      'a word that overlaps another',
      {
        any: [
          { fact: 'call', callee: '/create_/', inside: 'zz' },
          { fact: 'call', callee: '/ate_run/' },
        ],
      },
      'create_run',
      true,
    ],
    [
      'a word that begins like another',
      {
        any: [
          { fact: 'call', callee: '/create/', inside: 'zz' },
          { fact: 'call', callee: '/create_run/' },
        ],
      },
      'create_run',
      true,
    ],
  ])('%s', (_, match, text, expected) => {
    const test = lookOf(match)('python', 'product');

    expect(test?.(text) !== undefined).toBe(expected);
  });
});

const pythonLines = [
  'import openai',
  'import openai as ai',
  'from openai import OpenAI',
  'from langfuse import observe as watch',
  'from .tracing import langfuse',
  'from . import openai',
  'client = OpenAI()',
  'client = ai.OpenAI(api_key="k")',
  'client.chat.completions.create(model="gpt-4o", temperature=0.1)',
  'client.chat.completions.create(model="gpt" "-4o")',
  'openai.chat.completions.create(model=f"gpt-{n}")',
  '@watch\ndef handle(model="gpt-4o"): client.run()',
  '@watch(name="x")\nclass Usage(Base):\n  input_tokens: int\n  model = Column("x")',
  'logger.bind(tokens=1).info("done", extra={"tokens": 3})',
  'MODEL = os.getenv("MODEL", "gpt-4o")',
  'RATE = 0.5',
  "', '.join(openai)",
  '# openai.OpenAI(model="gpt-4o")',
  'x = """openai"""',
  "y = '\\ngpt-4o'",
];

const typescriptLines = [
  "import OpenAI from 'openai';",
  "import { OpenAI as Client } from 'openai';",
  "import { langfuse } from '../lib/tracing';",
  "const ai = require('openai');",
  'const client = new OpenAI();',
  'const client = new ai.OpenAI({ apiKey: "k" });',
  'await client.chat.completions.create({ model: "gpt-4o", tags: ["tokens"] });',
  'client?.chat!.completions.create<Foo>({ model: `gpt-${n}` });',
  'class Usage extends Base { inputTokens = 3; run() { this.client.create(); } }',
  'const RATE = process.env.RATE ?? "0.5";',
  'export const watch = () => logger.info({ tokens: 1 });',
  '// openai',
];

const leaves: readonly Match[] = [
  { fact: 'import', module: 'openai' },
  { fact: 'import', module: ['openai*', '/tracing/'] },
  { fact: 'import', names: 'langfuse' },
  { fact: 'import', module: '/llm/' },
  { fact: 'import', module: '/llm/', names: 'langfuse' },
  { fact: 'call', callee: 'openai.OpenAI' },
  { fact: 'call', callee: ['openai.OpenAI.chat.completions.create', 'openai.chat.*create'] },
  { fact: 'call', callee: '/(observe|info)$/', decorator: true },
  { fact: 'call', callee: '*create', arguments: { '/model$/': '/^gpt-4/' } },
  { fact: 'call', arguments: { 'extra.tokens': '3' } },
  { fact: 'call', callee: '*', inside: '/^(handle|watch)$/' },
  { fact: 'call', callee: '/\\?\\./' },
  { fact: 'call', callee: '/CREATE$/i', arguments: { '0.tags.0': 'tokens' } },
  { fact: 'literal', name: 'MODEL', value: 'gpt-4o' },
  { fact: 'literal', value: '/gpt-4o$/' },
  { fact: 'literal', name: '/rate/i', value: { above: 0, below: 1 } },
  { fact: 'class', fields: '/(input|output)_?tokens/i' },
  { fact: 'class', bases: 'Base', decorators: 'langfuse.observe' },
  { all: [{ fact: 'import', module: 'openai' }, { not: { fact: 'literal', name: 'MODEL' } }], within: 'file' },
  {
    all: [
      { fact: 'class', fields: '/tokens/i' },
      {
        any: [
          { fact: 'import', module: 'openai' },
          { fact: 'file', name: '/y$/' },
        ],
      },
    ],
    within: 'file',
  },
  {
    all: [
      { fact: 'class', bases: 'Base' },
      { fact: 'import', module: '/openai/' },
    ],
    within: 'file',
  },
  {
    all: [
      { fact: 'call', callee: '/OpenAI$/' },
      { all: [{ fact: 'class', name: 'Usage' }, { not: { fact: 'import', module: '/llm/' } }], within: 'file' },
    ],
    within: 'system',
  },
];

function places(extractor: Extractor, path: string, text: string, rules: readonly Rule[], firstLook: FirstLook) {
  const { facts } = extractor.extract(sourceFile(path, text), { ...tools, firstLook });
  return rules.map((rule) => matchRule(compileRule(rule, patternEngine), indexFacts(facts)).map(({ fact }) => fact));
}

test.each<[string, Extractor, string, readonly string[]]>([
  ['Python', python, 'src/llm/tracing.py', pythonLines],
  ['TypeScript', typescript, 'src/llm/chat.ts', typescriptLines],
])('rules find the same with and without it: %s', (_, extractor, path, lines) => {
  const text = fc.array(fc.constantFrom(...lines), { maxLength: 6 }).map((some) => some.join('\n'));

  fc.assert(
    fc.property(text, fc.subarray([...leaves], { minLength: 1, maxLength: 5 }), (code, matches) => {
      const rules = matches.map((match) => ruleOf(match));
      const look = prepareFirstLook(collectNeeds(rules));

      const [found, all] = [look, tools.firstLook].map((one) => places(extractor, path, code, rules, one));

      expect(found).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

test('the rules of that test do find something', () => {
  const rules = leaves.map((match) => ruleOf(match));
  const found = [
    places(python, 'src/llm/tracing.py', pythonLines.join('\n'), rules, tools.firstLook),
    places(typescript, 'src/llm/chat.ts', typescriptLines.join('\n'), rules, tools.firstLook),
  ];

  const idle = leaves.filter((_, index) => found.every((of) => of[index]?.length === 0));

  expect(idle).toEqual([]);
});
