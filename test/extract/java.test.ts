// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Spring's expressions.
import { describe, expect, it } from 'vitest';
import { java } from '../../src/extract/java.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';

function extract(text: string, ...kinds: readonly FactKind[]) {
  return codeFacts(java, 'src/main/java/A.java', text, ...kinds);
}

function body(text: string, ...kinds: readonly FactKind[]) {
  return extract(`class A { void f() {\n${text}\n} }`, ...kinds);
}

it('claims Java and nothing else', () => {
  const claimed = ['a/B.java', 'B.class', 'a.js'].filter((path) => java.claims(repoPath(path)));

  expect(claimed).toEqual(['a/B.java']);
});

describe('imports', () => {
  it.each([
    ['a class', 'import a.b.C;', ['1 import a.b (C)']],
    ['a package', 'import a.b.*;', ['1 import a.b (*)']],
    ['a member', 'import static a.B.c;', ['1 import a.B (c)']],
    ['all members', 'import static a.B.*;', ['1 import a.B (*)']],
    ['no comment', '/* import a.B; */', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'import');

    expect(facts).toEqual(expected);
  });
});

describe('where a call comes from', () => {
  it.each([
    ['a class', 'import a.B;\nclass C { Object x = B.make(); }', ['2 call a.B.make()']],
    ['a member of a class', 'import static a.B.c;\nclass C { Object x = c(); }', ['2 call a.B.c()']],
    [
      'an object',
      'import a.B;\nclass C { void f() { new B(1).d(); } }',
      ['2 call a.B(0=1) in f', '2 call a.B.d() in f'],
    ],
    [
      'a field by its type',
      'import a.B;\nclass C { private final B b;\n void f() { b.d(); this.b.e(); } }',
      ['3 call a.B.d() in f', '3 call a.B.e() in f'],
    ],
    ['a parameter by its type', 'import a.B;\nclass C { void f(B b) { b.d(); } }', ['2 call a.B.d() in f']],
    [
      'a variable without a type',
      'import a.B;\nclass C { void f() { var b = B.of();\n b.d(); } }',
      ['2 call a.B.of() in f', '3 call a.B.of.d() in f'],
    ],
    [
      'a builder',
      'import a.B;\nclass C { Object x = B.builder()\n .key("k")\n .build(); }',
      ['2 call a.B.builder()', '3 call a.B.builder.key(0=k)', '4 call a.B.builder.key.build()'],
    ],
    ['a type of the same package', 'class C { void f(B b) { b.d(); } }', ['1 call B.d() in f']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect(facts).toEqual(expected);
  });
});

describe('calls', () => {
  it.each([
    ['by position', 'g(1, "a", x);', ['2 call g(0=1, 1=a, 2=x) in f']],
    ['with types', 'a.<T>g();', ['2 call a.g() in f']],
    ['in a lambda', 'run(() -> g());', ['2 call g() in f', '2 call run(0=() -> g()) in f']],
    ['without comments', 'g(/* no */ 1);', ['2 call g(0=1) in f']],
    ['behind a subscript', 'a.b()[0].c();', ['2 call a.b() in f', '2 call a.b.c() in f']],
  ])('%s', (_, text, expected) => {
    const facts = body(text, 'call');

    expect([...facts].sort()).toEqual([...expected].sort());
  });

  it('are annotations, inside no function', () => {
    const facts = extract(
      'import a.Timed;\n@Entity\nclass A {\n  @Timed(value = "x", percentiles = {0.95, 0.99})\n  void f(@Value("${m:a}") String m) {}\n}',
      'call',
    );

    expect(facts).toEqual([
      '2 @Entity()',
      '4 @a.Timed(value=x, percentiles={0.95, 0.99}, percentiles.0=0.95, percentiles.1=0.99)',
      '5 @Value(0=${m:a}) in f',
    ]);
  });
});

describe('named literals', () => {
  it.each([
    ['field', 'class A { static final String MODEL = "a"; }', ['1 MODEL = a']],
    ['variable', 'class A { void f() { int n = 3; } }', ['1 n = 3']],
    ['assignment', 'class A { void f() { this.model = "a"; } }', ['1 model = a']],
    ['key of an annotation', '@A(cron = "0 0 * * *")\nclass B {}', ['1 cron = 0 0 * * *']],
    [
      'default of the environment',
      'class A { String m = System.getenv().getOrDefault("MODEL", "a"); }',
      ['1 MODEL = a'],
    ],
    ['text over lines', 'class A { String p = """\n  a"""; }', ['1 p = \n  a']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'literal');

    expect(facts).toEqual(expected);
  });
});

describe('classes', () => {
  it.each([
    [
      'with bases and fields',
      'import x.B;\nclass A extends B<T> implements C { int a, b; void f() { int c; } }',
      ['2 class A(x.B, C) { a, b }'],
    ],
    [
      'with annotations, at the name',
      'import x.Entity;\n@Entity\n@Table(name = "a")\npublic class A { @Id Long id; }',
      ['4 class A() { id } @x.Entity @Table'],
    ],
    ['that are records', 'record A(int a, String b) implements C {}', ['1 class A() { a, b }']],
    ['that are interfaces', 'interface A extends B { void f(); }', ['1 class A(B) {  }']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'class');

    expect(facts).toEqual(expected);
  });
});

it('gives what stands around a broken line', () => {
  const facts = body('int x = = 1;\ng();', 'call');

  expect(facts).toContain('3 call g() in f');
});
