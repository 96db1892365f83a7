// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are template strings of the texts.
import { describe, expect, it } from 'vitest';
import { typescript } from '../../src/extract/typescript.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string, ...kinds: readonly FactKind[]) {
  return codeFacts(typescript, 'src/app/chat.ts', text, ...kinds);
}

it.each([
  ['a.ts', true],
  ['a.tsx', true],
  ['a.js', true],
  ['a.jsx', true],
  ['a.mjs', true],
  ['a.cts', true],
  ['a.d.ts', false],
  ['a.json', false],
])('claims %s: %s', (path, expected) => {
  const claimed = typescript.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

describe('imports', () => {
  it.each([
    ['a default', "import OpenAI from 'openai'", ['1 import openai (OpenAI)']],
    ['names', 'import { a, b as c } from "@ai-sdk/openai"', ['1 import @ai-sdk/openai (a, b)']],
    ['a default and names', "import A, { b } from 'm'", ['1 import m (A, b)']],
    ['all names', "import * as ns from 'm'", ['1 import m (*)']],
    ['only effects', "import 'm'", ['1 import m']],
    ['names over lines, at the first', "import {\n  a,\n} from 'm'", ['1 import m (a)']],
    ['no types', "import type { A } from 'm'", []],
    ['what is passed on', "export { a } from 'm'", ['1 import m (a)']],
    ['all that is passed on', "export * from 'm'", ['1 import m']],
    ['a neighbour, from the root', "import { a } from '../lib/llm.js'", ['1 import ./src/lib/llm (a)']],
    ['nothing from above the root', "import { a } from '../../../llm'", []],
    ['a path of the compiler', "import { a } from '@/lib/llm'", ['1 import @/lib/llm (a)']],
    ['a required module', "const p = require('pino')", ['1 import pino (p)']],
    ['names of a required module', "const { a, b: c, d = 1 } = require('m')", ['1 import m (a, b, d)']],
    ['a required module without a name', "require('m')", ['1 import m']],
    ['a module on demand', "const m = await import('m')", ['1 import m (m)']],
    ['names of a module on demand', "const { a } = await import('m')", ['1 import m (a)']],
    ['no computed module', 'require(x)', []],
    ['no comment', "// import 'm'", []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'import');

    expect(facts).toEqual(expected);
  });
});

describe('where a call comes from', () => {
  it.each([
    ['a default is the module', "import pino from 'pino'\npino()", ['2 call pino()']],
    ['so is a required module', "const pino = require('pino')\npino()", ['2 call pino()']],
    ['a name', "import { z as y } from 'zod'\ny.string()", ['2 call zod.z.string()']],
    ['a namespace', "import * as m from 'm'\nm.f()", ['2 call m.f()']],
    ['a name of a required module', "const { a: b } = require('m')\nb()", ['2 call m.a()']],
    ['a neighbour', "import { a } from './llm'\na()", ['2 call ./src/app/llm.a()']],
    [
      'a type that is imported as such',
      "import type { A } from 'm'\nfunction f(a: A) { a.b() }",
      ['2 call m.A.b() in f'],
    ],
    [
      'a variable',
      "import { OpenAI } from 'openai'\nconst c = new OpenAI()\nc.chat.create()",
      ['2 call openai.OpenAI()', '3 call openai.OpenAI.chat.create()'],
    ],
    [
      'a member',
      "import { A } from 'm'\nclass C {\n  private a = new A()\n  f() { this.a.b() }\n}",
      ['3 call m.A()', '4 call m.A.b() in f'],
    ],
    [
      'a private member',
      "import { A } from 'm'\nclass C {\n  #a = new A()\n  f() { this.#a.b() }\n}",
      ['3 call m.A()', '4 call m.A.b() in f'],
    ],
    [
      'a member that the constructor sets',
      "import { A } from 'm'\nclass C {\n  constructor() { this.a = new A() }\n  f() { this.a.b() }\n}",
      ['3 call m.A() in constructor', '4 call m.A.b() in f'],
    ],
    [
      'a member that is a parameter',
      "import { A } from 'm'\nclass C {\n  constructor(private readonly a: A) {}\n  f() { this.a.b() }\n}",
      ['4 call m.A.b() in f'],
    ],
    ['a fallback', "import { A } from 'm'\nconst a = given ?? new A()\na.b()", ['2 call m.A()', '3 call m.A.b()']],
    ['what waits', "import { a } from 'm'\nconst b = await a()\nb.c()", ['2 call m.a()', '3 call m.a.c()']],
    ['a parameter hides a module', "import a from 'm'\nconst f = (a) => a.b()", ['2 call a.b() in f']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect(facts).toEqual(expected);
  });
});

describe('calls', () => {
  it.each([
    [
      'with an object, flat and as text',
      "f({ model: 'x', 'a-b': 1, c: { d: [true] }, e, ...g })",
      [
        "1 call f(0={ model: 'x', 'a-b': 1, c: { d: [true] }, e, ...g }, 0.model=x, 0.a-b=1, 0.c={ d: [true] }, 0.c.d=[true], 0.c.d.0=true, 0.e=e)",
      ],
    ],
    ['with a template', 'f(`a ${b}`)', ['1 call f(0=a ${b})']],
    ['with a tagged template', 'sql`a`', ['1 call sql(0=a)']],
    ['that makes something', 'new A.B(1)', ['1 call A.B(0=1)']],
    ['that makes something without parentheses', 'new A', ['1 call A()']],
    ['on something just made', 'new A(1).b()', ['1 call A(0=1)', '1 call A.b()']],
    ['with types', 'a.b<C<D>>(1)', ['1 call a.b(0=1)']],
    [
      'that waits, with types',
      'async function f() { (await a.b<C>(1)).d() }',
      ['1 call a.b(0=1) in f', '1 call a.b.d() in f'],
    ],
    ['that may not be there', 'a?.b!.c?.()', ['1 call a.b.c()']],
    ['by another type', '(a as any).b()', ['1 call a.b()']],
    ['without comments', 'f(/* no */ 1, // no\n 2)', ['1 call f(0=1, 1=2)']],
    ['of something without a name', '[1].map(f)', ['1 call ?.map(0=f)']],
    ['in a function that a variable holds', 'const run = async () => { g() }', ['1 call g() in run']],
    [
      'in a method of an object',
      'const x = { run: () => g(), go() { h() } }',
      ['1 call g() in run', '1 call h() in go'],
    ],
    [
      'in a callback, by the function around it',
      'function f() { a.map(() => g()) }',
      ['1 call a.map(0=() => g()) in f', '1 call g() in f'],
    ],
    ['in markup', 'const A = () => <B c={() => track("d")}>text()</B>', ['1 call track(0=d) in A']],
    [
      'as a decorator',
      "@Entity({ name: 'u' })\nclass A {\n  @Column\n  b: string\n}",
      ["1 @Entity(0={ name: 'u' }, 0.name=u)", '3 @Column()'],
    ],
    ['of a module is no call', "require('m')", []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect([...facts].sort()).toEqual([...expected].sort());
  });
});

describe('named literals', () => {
  it.each([
    ['constant', "const MODEL = 'gpt-4o'", ['1 MODEL = gpt-4o']],
    ['constant for good', "const MODEL = 'gpt-4o' as const", ['1 MODEL = gpt-4o']],
    ['key', "const x = { model: 'a', 'max-tokens': 10 } satisfies T", ['1 model = a', '1 max-tokens = 10']],
    ['member', 'class A { model = "a"; static n: number = 1 }', ['1 model = a', '1 n = 1']],
    ['default of a parameter', "function f(model = 'a') {}", ['1 model = a']],
    ['default of a taken name', "const { model = 'a' } = x", ['1 model = a']],
    ['member of an enumeration', "enum M { Big = 'a' }", ['1 Big = a']],
    ['default of the environment', "const m = process.env.MODEL ?? 'a'", ['1 m = a', '1 MODEL = a']],
    ['default of a setting', "z.object({ MODEL: z.string().default('a') })", ['1 MODEL = a']],
    ['template', 'const P = `a ${b}`', ['1 P = a ${b}']],
    ['assignment', "a.b.model = 'c'", ['1 model = c']],
    ['no comparison', "if (model === 'a') {}", []],
    ['no markup', '<A>model = "a"</A>', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'literal');

    expect(facts).toEqual(expected);
  });
});

describe('classes', () => {
  it.each([
    [
      'with bases by their origin',
      "import { B } from 'm'\nexport class A extends B<C> implements D, E.F {}",
      ['2 class A(m.B, D, E.F) {  }'],
    ],
    ['without a base', 'abstract class A { b: string; #c = 1; d() {} }', ['1 class A() { b, #c }']],
    ['with decorators', '@Entity()\nexport class A { @Column() b: number }', ['2 class A() { b } @Entity']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'class');

    expect(facts).toEqual(expected);
  });
});

describe('what looks different', () => {
  it.each([
    ['Windows line ends', "import a from 'a'\r\n\r\na(\r\n  1)\r\n", ['1 import a (a)', '3 call a(0=1)']],
    ['a broken line costs itself', "import a from 'a'\nconst x = = ;\na()\n", ['1 import a (a)', '3 call a()']],
    ['names in other scripts', 'const ключ = größe.測る()\nключ.ß()', ['1 call größe.測る()', '2 call größe.測る.ß()']],
    ['calls in strings and comments', "const a = 'f()' // g()\n/* h() */", ['1 a = f()']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text);

    expect(facts).toEqual(expected);
  });
});

describe('code that does not run', () => {
  const evaluation = "import { evalite } from 'evalite';\n";

  it.each([
    ['a test that is skipped', "it.skip('answers', () => { evalite('answers'); });", 'the test is skipped'],
    [
      'a suite that is skipped',
      "xdescribe('answers', () => { it('a', () => { evalite('answers'); }); });",
      'the test is skipped',
    ],
    ['a branch that is never taken', "if (false) { evalite('answers'); }", 'its branch is never taken'],
    ['a test beside a skipped one runs', "it.skip('a', () => {});\nit('b', () => { evalite('answers'); });", undefined],
  ])('%s', (_, text, expected) => {
    const { facts } = typescript.extract(sourceFile('evals/answers.test.ts', evaluation + text), tools);

    const call = facts.find((fact) => fact.kind === 'call' && fact.callee === 'evalite.evalite');
    expect(call?.disabled).toBe(expected);
  });
});
