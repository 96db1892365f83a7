import { describe, expect, it } from 'vitest';
import { csharp } from '../../src/extract/csharp.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';

function extract(text: string, ...kinds: readonly FactKind[]) {
  return codeFacts(csharp, 'src/A.cs', text, ...kinds);
}

it('claims C# and nothing else', () => {
  const claimed = ['a/B.cs', 'a.csproj', 'a.css'].filter((path) => csharp.claims(repoPath(path)));

  expect(claimed).toEqual(['a/B.cs']);
});

describe('imports', () => {
  it.each([
    ['a namespace', 'using OpenAI.Chat;', ['1 import OpenAI.Chat']],
    ['one of a single name', 'global using Serilog;', ['1 import Serilog']],
    ['members', 'using static System.Math;', ['1 import System.Math']],
    ['an alias', 'using A = B.C;', ['1 import B.C']],
    ['no statement that disposes', 'class A { void f() { using var x = y; } }', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'import');

    expect(facts).toEqual(expected);
  });
});

describe('where a call comes from', () => {
  it.each([
    ['an alias', 'using A = B.C;\nvar x = A.D();', ['2 call B.C.D()']],
    [
      'a field by its type',
      'class A { private readonly ChatClient _c;\n void F() { _c.G(); this._c.H(); } }',
      ['2 call ChatClient.G() in F', '2 call ChatClient.H() in F'],
    ],
    [
      'a property by its type',
      'class A { public Ns.C B { get; set; }\n void F() { B.G(); } }',
      ['2 call Ns.C.G() in F'],
    ],
    [
      'a parameter by its type, which may be null',
      'class A { void F(ILogger<A>? l) { l.G(); } }',
      ['1 call ILogger.G() in F'],
    ],
    ['a parameter of the class', 'class A(ChatClient c) { void F() { c.G(); } }', ['1 call ChatClient.G() in F']],
    ['a variable without a type', 'var a = B.Make();\na.C();', ['1 call B.Make()', '2 call B.Make.C()']],
    [
      'a lambda hides a variable',
      'var a = B.Make();\nF(a => a.C());',
      ['1 call B.Make()', '2 call F(0=a => a.C())', '2 call a.C()'],
    ],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect(facts).toEqual(expected);
  });
});

describe('calls', () => {
  it.each([
    ['by position and by name', 'F(1, "a", n: 2);', ['1 call F(0=1, 1=a, n=2)']],
    ['with strings of each kind', 'F(@"a", $"b {c}", """d""");', ['1 call F(0=a, 1=b {c}, 2=d)']],
    ['with types', 'a.F<B<C>>(1);', ['1 call a.F(0=1)']],
    ['that may not be there', 'await a?.B!.F();', ['1 call a.B.F()']],
    ['that makes something', 'new A(1);', ['1 call A(0=1)']],
    [
      'that makes something and sets it up',
      'var a = new A(1) { B = "b", C = { D = 2 } };',
      ['1 call A(0=1, B=b, C={ D = 2 }, C.D=2)'],
    ],
    ['that makes what is declared', 'A a = new("x");', ['1 call A(0=x)']],
    ['in a chain over lines', 'a.B()\n .C(1)\n .D();', ['1 call a.B()', '2 call a.B.C(0=1)', '3 call a.B.C.D()']],
    ['in a local function', 'void F() { G(); }', ['1 call G() in F']],
    [
      'as an attribute',
      '[ApiController, Route("a", Order = 1)]\nclass A { [HttpPost] void F() {} }',
      ['1 @ApiController()', '1 @Route(0=a, Order=1)', '2 @HttpPost()'],
    ],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect([...facts].sort()).toEqual([...expected].sort());
  });
});

describe('named literals', () => {
  it.each([
    ['constant', 'class A { const string Model = "a"; }', ['1 Model = a']],
    ['property', 'class A { public int N { get; set; } = 3; }', ['1 N = 3']],
    ['variable', 'var model = "a";', ['1 model = a']],
    ['default of a parameter', 'class A { void F(string m = "a") {} }', ['1 m = a']],
    ['argument by name', 'F(model: "a");', ['1 model = a']],
    ['member of what is made', 'var a = new A { Model = "a" };', ['1 Model = a']],
    ['member of what has no name', 'var a = new { model = "a", n = 1 };', ['1 model = a', '1 n = 1']],
    [
      'default of the environment',
      'var m = Environment.GetEnvironmentVariable("MODEL") ?? "a";',
      ['1 m = a', '1 MODEL = a'],
    ],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'literal');

    expect(facts).toEqual(expected);
  });
});

describe('classes', () => {
  it.each([
    [
      'with bases, fields and properties',
      'class A : B<T>, N.C { int x; public int Y { get; set; } void F() {} }',
      ['1 class A(B, N.C) { x, Y }'],
    ],
    ['with attributes, at the name', '[Table("a")]\npublic class A {}', ['2 class A() {  } @Table']],
    ['that are records', 'record A(int X) : B(1);', ['1 class A(B) { X }']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'class');

    expect(facts).toEqual(expected);
  });
});

it('gives what stands around a broken line', () => {
  const facts = extract('var x = = 1;\nG();', 'call');

  expect(facts).toContain('2 call G()');
});
