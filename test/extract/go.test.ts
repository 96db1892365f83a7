import { describe, expect, it } from 'vitest';
import { go } from '../../src/extract/go.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';

function extract(text: string, ...kinds: readonly FactKind[]) {
  return codeFacts(go, 'cmd/main.go', `package main\n${text}`, ...kinds);
}

it('claims Go and nothing else', () => {
  const claimed = ['a/b.go', 'go.mod', 'a.gohtml'].filter((path) => go.claims(repoPath(path)));

  expect(claimed).toEqual(['a/b.go']);
});

describe('imports', () => {
  it.each([
    ['a package', 'import "fmt"', ['2 import fmt']],
    [
      'several, each at its line',
      'import (\n\t"fmt"\n\tai "github.com/a/go-ai"\n)',
      ['3 import fmt', '4 import github.com/a/go-ai'],
    ],
    ['only effects', 'import _ "a/b"', ['2 import a/b']],
    ['all names', 'import . "a/b"', ['2 import a/b (*)']],
    ['no comment', '// import "fmt"', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'import');

    expect(facts).toEqual(expected);
  });
});

describe('where a call comes from', () => {
  it.each([
    ['a package', 'import "log/slog"\nvar x = slog.New()', ['3 call log/slog.New()']],
    ['a package by its alias', 'import x "a/b"\nvar y = x.F()', ['3 call a/b.F()']],
    [
      'a package that leaves go out of its name',
      'import "github.com/a/go-openai"\nvar x = openai.F()',
      ['3 call github.com/a/go-openai.F()'],
    ],
    ['a package that names its version', 'import "a/b/v2"\nvar x = b.F()', ['3 call a/b/v2.F()']],
    [
      'a package that names its version with a dot',
      'import "gopkg.in/yaml.v3"\nvar x = yaml.F()',
      ['3 call gopkg.in/yaml.v3.F()'],
    ],
    [
      'a variable',
      'import "a/b"\nfunc f() {\n\tc, err := b.New()\n\tc.F()\n}',
      ['4 call a/b.New() in f', '5 call a/b.New.F() in f'],
    ],
    ['a parameter by its type', 'import "a/b"\nfunc f(c *b.C) { c.F() }', ['3 call a/b.C.F() in f']],
    [
      'a member of the receiver',
      'import "a/b"\ntype S struct { c *b.C }\nfunc (s *S) f() { s.c.F() }',
      ['4 call a/b.C.F() in f'],
    ],
    [
      'a member of the receiver that is set',
      'import "a/b"\ntype S struct { c any }\nfunc (s S) f() { s.c = b.New() }\nfunc (s S) g() { s.c.F() }',
      ['4 call a/b.New() in f', '5 call a/b.New.F() in g'],
    ],
    ['a parameter hides a package', 'import "a/b"\nfunc f(b int) { b.F() }', ['3 call b.F() in f']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect(facts).toEqual(expected);
  });
});

describe('calls', () => {
  it.each([
    ['by position', 'var x = F(1, "a", `b`, y)', ['2 call F(0=1, 1=a, 2=b, 3=y)']],
    [
      'with a composite literal, flat',
      'var x = F(&A{B: "c", D: []int{1}})',
      ['2 call A(B=c, D=[]int{1}, D.0=1)', '2 call F(0=&A{B: "c", D: []int{1}}, 0.B=c, 0.D=[]int{1}, 0.D.0=1)'],
    ],
    [
      'with a map, which is no call',
      'var x = F(map[string]string{"a": "b"})',
      ['2 call F(0=map[string]string{"a": "b"}, 0.a=b)'],
    ],
    ['of a composite literal without keys', 'var x = A{1}', ['2 call A()']],
    ['in a chain', 'var x = a.B(1).C()', ['2 call a.B(0=1)', '2 call a.B.C()']],
    ['in a goroutine', 'func f() { go func() { g() }() }', ['2 call g() in f']],
    ['with types', 'var x = F[int](1)', ['2 call F(0=1)']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect([...facts].sort()).toEqual([...expected].sort());
  });
});

describe('named literals', () => {
  it.each([
    ['constants', 'const A = "a"\nconst (\n\tB = 1\n\tC = `c`\n)', ['2 A = a', '4 B = 1', '5 C = c']],
    ['variable', 'func f() { m := "a" }', ['2 m = a']],
    ['assignment', 'func f() { s.model = "a" }', ['2 model = a']],
    ['key', 'var x = A{Model: "a"}', ['2 Model = a']],
    ['key of a map', 'var x = map[string]int{"a": 1}', ['2 a = 1']],
    ['default of the environment', 'var x = env("MODEL", "a")', ['2 MODEL = a']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'literal');

    expect(facts).toEqual(expected);
  });
});

describe('structs', () => {
  it.each([
    [
      'with fields',
      'type U struct {\n\tIn, Out int\n\tCost float64 `json:"cost"`\n}',
      ['2 class U() { In, Out, Cost }'],
    ],
    [
      'with what they embed',
      'import "gorm.io/gorm"\ntype U struct {\n\tgorm.Model\n\t*Base\n}',
      ['3 class U(gorm.io/gorm.Model, Base) {  }'],
    ],
    ['but no interfaces', 'type I interface { F() }', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'class');

    expect(facts).toEqual(expected);
  });
});

it('gives what stands around a broken line', () => {
  const facts = extract('func f() {\n\tx := := 1\n\tg()\n}', 'call');

  expect(facts).toContain('4 call g() in f');
});
