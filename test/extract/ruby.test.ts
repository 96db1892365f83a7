import { describe, expect, it } from 'vitest';
import { ruby } from '../../src/extract/ruby.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';

function extract(text: string, ...kinds: readonly FactKind[]) {
  return codeFacts(ruby, 'app/models/usage.rb', text, ...kinds);
}

it('claims Ruby and nothing else', () => {
  const claimed = ['a/b.rb', 'Rakefile', 'lib/a.rake', 'config.ru', 'a.erb', 'Gemfile'].filter((path) =>
    ruby.claims(repoPath(path)),
  );

  expect(claimed).toEqual(['a/b.rb', 'Rakefile', 'lib/a.rake', 'config.ru']);
});

describe('imports', () => {
  it.each([
    ['a library', "require 'openai'", ['1 import openai']],
    ['a neighbour, from the root', 'require_relative "../lib/x"', ['1 import ./app/lib/x']],
    ['nothing computed', 'require x', []],
    ['no method of an object', "a.require 'x'", []],
    ['no comment', "# require 'x'", []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'import');

    expect(facts).toEqual(expected);
  });
});

describe('where a call comes from', () => {
  it.each([
    ['a constant', 'OpenAI::Client.new', ['1 call OpenAI::Client.new()']],
    ['something just made', 'A::B.new(1).c', ['1 call A::B.new(0=1)', '1 call A::B.c()']],
    ['a variable', 'a = A::B.new\na.c', ['1 call A::B.new()', '2 call A::B.c()']],
    [
      'a member',
      'class C\n  def initialize\n    @a = A.new\n  end\n  def f\n    @a.b\n  end\nend',
      ['3 call A.new() in initialize', '6 call A.b() in f'],
    ],
    [
      'a member that is made when needed',
      'class C\n  def a\n    @a ||= A.new\n  end\n  def f\n    a.b\n  end\nend',
      ['3 call A.new() in a', '6 call A.b() in f'],
    ],
    [
      'a member given by default',
      'class C\n  def initialize(a: A.new)\n    @a = a\n  end\n  def f = @a.b(1)\nend',
      ['2 call A.new() in initialize', '5 call A.b(0=1) in f'],
    ],
    ['a parameter of a block', 'a = A.new\nx.each { |a| a.b }', ['1 call A.new()', '2 call x.each()', '2 call a.b()']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect(facts).toEqual(expected);
  });
});

describe('calls', () => {
  it.each([
    [
      'with a hash, flat and as text',
      'f(p: { model: "a", "b" => 1, :c => d }, e: 2)',
      ['1 call f(p={ model: "a", "b" => 1, :c => d }, p.model=a, p.b=1, p.c=d, e=2)'],
    ],
    ['without parentheses', 'f "a", :b, c: 1', ['1 call f(0=a, 1=:b, c=1)']],
    ['that may not be there', 'a&.b(1)', ['1 call a.b(0=1)']],
    ['with marks', 'a.b?(1).c!', ['1 call a.b?(0=1)', '1 call a.b?.c!()']],
    ['with a block', 'f(1) do |t|\n  t.g "x"\nend', ['1 call f(0=1)', '2 call t.g(0=x)']],
    ['with strings of each kind', `f('a', "b #{'#{c}'}", %q(d), 1.5)`, [`1 call f(0=a, 1=b #{'#{c}'}, 2=d, 3=1.5)`]],
    ['in a chain over lines', 'a\n  .b\n  .c(1)', ['2 call a.b()', '3 call a.b.c(0=1)']],
    ['but not a bare name', 'foo', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect([...facts].sort()).toEqual([...expected].sort());
  });
});

describe('named literals', () => {
  it.each([
    ['constant', 'MODEL = "a"', ['1 MODEL = a']],
    ['members of a list for good', 'MODELS = ["a", "b"]', ['1 MODELS = a', '1 MODELS = b']],
    ['member', '@model = "a"', ['1 model = a']],
    ['member by default', '@n ||= 3', ['1 n = 3']],
    ['defaults of parameters', 'def f(a = "x", b: 1); end', ['1 a = x', '1 b = 1']],
    ['key', 'x = { model: "a", "n" => 1 }', ['1 model = a', '1 n = 1']],
    ['setting of an object', 'c.model = "a"', ['1 model = a']],
    ['default of the environment', 'ENV.fetch("MODEL", "a")', ['1 MODEL = a']],
    ['fallback of the environment', 'm = ENV["MODEL"] || "a"', ['1 m = a', '1 MODEL = a']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'literal');

    expect(facts).toEqual(expected);
  });
});

describe('classes', () => {
  it.each([
    ['with a base', 'class A::B < C::D\nend', ['1 class A::B(C::D) {  }']],
    [
      'with attributes',
      'class A\n  attr_reader :a, :b\n  attribute :c, :integer\n  belongs_to :d\nend',
      ['1 class A() { a, b, c }'],
    ],
    ['that are modules', 'module A\n  class B; end\nend', ['1 class A() {  }', '2 class B() {  }']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'class');

    expect(facts).toEqual(expected);
  });
});

it('gives what stands around a broken line', () => {
  const facts = extract('x = = 1\ng(2)\n', 'call');

  expect(facts).toContain('2 call g(0=2)');
});
