import { describe, expect, it } from 'vitest';
import { python } from '../../src/extract/python.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string, ...kinds: readonly FactKind[]) {
  return codeFacts(python, 'app/llm/client.py', text, ...kinds);
}

it.each([
  ['app/main.py', true],
  ['main.pyi', false],
  ['main.py.txt', false],
])('claims %s: %s', (path, expected) => {
  const claimed = python.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

describe('imports', () => {
  it.each([
    ['a module', 'import openai', ['1 import openai']],
    ['a module in a package', 'import azure.ai.evaluation', ['1 import azure.ai.evaluation']],
    ['two modules at once', 'import os, mlflow.sklearn as m', ['1 import os', '1 import mlflow.sklearn']],
    ['names, one with an alias', 'from a.b import c, d as e', ['1 import a.b (c, d)']],
    ['names over several lines', 'from a import (\n  b,\n  c,\n)', ['1 import a (b, c)']],
    ['all names', 'from a import *', ['1 import a (*)']],
    ['a neighbour, from the root', 'from .tracing import observe', ['1 import .app.llm.tracing (observe)']],
    ['a module of the same package', 'from . import tracing', ['1 import .app.llm (tracing)']],
    ['a module of the package above', 'from ..db import Session', ['1 import .app.db (Session)']],
    ['a module at the root', 'from ... import settings', ['1 import . (settings)']],
    ['nothing from above the root', 'from ....x import y', []],
    ['one inside a function', 'def f():\n    import openai', ['2 import openai']],
    ['one that may fail', 'try:\n    import openai\nexcept ImportError:\n    pass', ['2 import openai']],
    ['not the future', 'from __future__ import annotations', []],
    ['no comment', '# import openai', []],
    ['no string', '"""\nimport openai\n"""', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'import');

    expect(facts).toEqual(expected);
  });
});

describe('where a call comes from', () => {
  it.each([
    ['a module', 'import structlog\nstructlog.configure()', ['2 call structlog.configure()']],
    ['a module by its alias', 'import structlog as sl\nsl.configure()', ['2 call structlog.configure()']],
    [
      'a package',
      'import azure.ai.evaluation\nazure.ai.evaluation.evaluate()',
      ['2 call azure.ai.evaluation.evaluate()'],
    ],
    ['a name', 'from langfuse import Langfuse\nLangfuse()', ['2 call langfuse.Langfuse()']],
    ['a name by its alias', 'from langfuse import Langfuse as L\nL()', ['2 call langfuse.Langfuse()']],
    ['a neighbour', 'from .x import y\ny()', ['2 call .app.llm.x.y()']],
    [
      'a variable',
      'from openai import OpenAI\nc = OpenAI()\nc.chat.create()',
      ['2 call openai.OpenAI()', '3 call openai.OpenAI.chat.create()'],
    ],
    [
      'a variable that waits',
      'import a\nasync def f():\n  c = await a.B()\n  c.d()',
      ['3 call a.B() in f', '4 call a.B.d() in f'],
    ],
    ['a part of a variable', 'import a\nc = a.B()\nd = c.e.f\nd.g()', ['2 call a.B()', '4 call a.B.e.f.g()']],
    [
      'a variable set anew',
      'import a, b\nx = a.A()\nx = b.B()\nx.c()',
      ['2 call a.A()', '3 call b.B()', '4 call b.B.c()'],
    ],
    [
      'a variable set from itself',
      'import a\nx = a.get()\nx = x.bind()\nx.info()',
      ['2 call a.get()', '3 call a.get.bind()', '4 call a.get.bind.info()'],
    ],
    ['a context manager', 'import a\nwith a.run() as r:\n  r.log()', ['2 call a.run()', '3 call a.run.log()']],
    ['a walrus', 'import a\nif (c := a.B()):\n  c.d()', ['2 call a.B()', '3 call a.B.d()']],
    ['a global set later', 'import a\ndef f():\n  return c.d()\nc = a.B()', ['3 call a.B.d() in f', '4 call a.B()']],
    ['a fallback', 'import a\ndef f(c=None):\n  c = c or a.B()\n  c.d()', ['3 call a.B() in f', '4 call a.B.d() in f']],
    ['a parameter with a type', 'from a import B\ndef f(c: B): c.d()', ['2 call a.B.d() in f']],
    ['a parameter that may be none', 'from a import B\ndef f(c: Optional["B"] = None): c.d()', ['2 call a.B.d() in f']],
    ['a parameter hides a module', 'import json\ndef f(json): json.loads()', ['2 call json.loads() in f']],
    ['a type that is not imported tells nothing', 'def f(c: B): c.d()', ['1 call c.d() in f']],
    [
      'a member',
      'import a\nclass C:\n  def __init__(self):\n    self.c = a.B()\n  def f(self):\n    self.c.d()',
      ['4 call a.B() in __init__', '6 call a.B.d() in f'],
    ],
    ['a member with a type', 'from a import B\nclass C:\n  c: B\n  def f(self): self.c.d()', ['4 call a.B.d() in f']],
    [
      'a member that a caller gives',
      'from a import B\nclass C:\n  def __init__(self, c: B): self.c = c\n  def f(self): self.c.d()',
      ['4 call a.B.d() in f'],
    ],
    [
      'a member of another class does not count',
      'import a\nclass C:\n  def f(self): self.c = a.B()\nclass D:\n  def f(self): self.c.d()',
      ['3 call a.B() in f', '5 call self.c.d() in f'],
    ],
    [
      'a class attribute is no global',
      'import a\nclass C:\n  c = a.B()\n  def f(self): c.d()',
      ['3 call a.B()', '4 call c.d() in f'],
    ],
    ['what nothing tells', 'logger.info()', ['1 call logger.info()']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect(facts).toEqual(expected);
  });

  it('is not the nothing that stands there until it is made', () => {
    const text = 'import a\nclass C:\n  b = None\n  def f(self): self.b.c()\n  def g(self): self.b = a.B()';

    const facts = extract(text, 'call');

    expect(facts).toEqual(['4 call a.B.c() in f', '5 call a.B() in g']);
  });

  it('is not chased around itself', () => {
    const facts = extract('class C:\n  def f(self):\n    self.a = self.a.x\n    self.a.z()', 'call');

    expect(facts).toEqual(['4 call self.a.z() in f']);
  });

  it('is not chased around a circle', () => {
    const facts = extract(
      'class C:\n  def f(self):\n    self.a = self.b.x\n    self.b = self.a.y\n    self.a.z()',
      'call',
    );

    expect(facts).toEqual(['5 call self.a.z() in f']);
  });
});

describe('calls', () => {
  it.each([
    ['by position and by keyword', 'f(1, "a", model="gpt")', ['1 call f(0=1, 1=a, model=gpt)']],
    ['with source text for what is no literal', 'f(x + 1, k=g)', ['1 call f(0=x + 1, k=g)']],
    [
      'with a dictionary, flat and as text',
      'f(k={"a": 1, "b": {"c": x}})',
      ['1 call f(k={"a": 1, "b": {"c": x}}, k.a=1, k.b={"c": x}, k.b.c=x)'],
    ],
    ['with a list, flat and as text', 'f(["a", x])', ['1 call f(0=["a", x], 0.0=a, 0.1=x)']],
    ['with a formatted string', 'f(f"a {b}")', ['1 call f(0=a {b})']],
    ['with strings of each kind', `f('a', r"b", """c""", b'd')`, ['1 call f(0=a, 1=b, 2=c, 3=d)']],
    ['with text over lines on one line', 'f(x if y\n    else z)', ['1 call f(0=x if y else z)']],
    ['without a comment among the arguments', 'f(\n  # no\n  1,  # no\n  2,\n)', ['1 call f(0=1, 1=2)']],
    [
      'a dictionary by its variable',
      'p = {"model": "x", "tags": {"a": 1}}\nf(extra=p)',
      ['2 call f(extra=p, extra.model=x, extra.tags={"a": 1}, extra.tags.a=1)'],
    ],
    ['keywords that a variable holds', 'p = {"model": "x"}\nf(1, **p)', ['2 call f(0=1, model=x)']],
    ['the dictionary of a module inside a function', 'p = {"a": 1}\ndef g():\n  f(p)', ['3 call f(0=p, 0.a=1) in g']],
    ['not the dictionary of another function', 'def h():\n  p = {"a": 1}\ndef g(p):\n  f(p)', ['4 call f(0=p) in g']],
    ['not the dictionary that a parameter hides', 'p = {"a": 1}\ndef g(p):\n  f(p)', ['3 call f(0=p) in g']],
    ['not what it was before', 'p = {"a": 1}\np = 2\nf(p)', ['3 call f(0=p)']],
    ['not a dictionary of later on', 'f(p)\np = {"a": 1}', ['1 call f(0=p)']],
    ['a dictionary that holds itself once', 'p = {"a": 1}\np = {"b": p}\nf(p)', ['3 call f(0=p, 0.b=p, 0.b.a=1)']],
    ['without spread keywords', 'f(*a, **b)', ['1 call f(0=*a)']],
    ['inside each other', 'f(g(1))', ['1 call f(0=g(1))', '1 call g(0=1)']],
    ['in a chain', 'a(1).b(2).c()', ['1 call a.b.c()', '1 call a.b(0=2)', '1 call a(0=1)'].sort()],
    ['in a chain over lines, each at its own', '(a\n  .b()\n  .c())', ['2 call a.b()', '3 call a.b.c()']],
    ['behind a subscript', 'a["x"].b[0].c()', ['1 call a.b.c()']],
    ['of something without a name', '", ".join(x)', ['1 call ?.join(0=x)']],
    ['of an expression', '(a or b).c()', ['1 call ?.c()']],
    ['of nothing that has a name', '(lambda: 1)()', []],
    ['in a method, by its name', 'class A:\n  def f(self):\n    g()', ['3 call g() in f']],
    ['in a lambda, by the function around it', 'def f():\n  return lambda: g()', ['2 call g() in f']],
    [
      'as a decorator',
      'from langfuse import observe\n@observe(name="x")\ndef f(): pass',
      ['2 @langfuse.observe(name=x)'],
    ],
    [
      'as a decorator without parentheses',
      'from langfuse import observe\n@observe\nasync def f(): pass',
      ['2 @langfuse.observe()'],
    ],
    [
      'as a decorator of a method, inside no function',
      '@a\nclass A:\n  @b.c\n  def f(self): pass',
      ['1 @a()', '3 @b.c()'],
    ],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'call');

    expect([...facts].sort()).toEqual([...expected].sort());
  });
});

describe('named literals', () => {
  it.each([
    ['constant', 'MODEL = "gpt-4o"', ['1 MODEL = gpt-4o']],
    ['annotated constant', 'RATE: float = 0.1', ['1 RATE = 0.1']],
    ['member', 'class A:\n  def f(self):\n    self.model = "x"', ['3 model = x']],
    ['class attribute', 'class S(B):\n  model: str = "x"', ['2 model = x']],
    ['default of a setting', 'class S(B):\n  model: str = Field("x", alias="y")', ['2 model = x', '2 alias = y']],
    ['default of a setting by keyword', 'class S(B):\n  model = Field(default="x")', ['2 model = x', '2 default = x']],
    ['a column has no default', 'class S(B):\n  model = Column("x")', []],
    ['keyword argument', 'f(model="x", n=3)', ['1 model = x', '1 n = 3']],
    ['default of a parameter', 'def f(model="x", n: int = 3): pass', ['1 model = x', '1 n = 3']],
    ['key of a dictionary', 'X = {"model": "x", 1: "y"}', ['1 model = x', '1 1 = y']],
    ['members of a list', 'MODELS = ["a", "b"]', ['1 MODELS = a', '1 MODELS = b']],
    ['default of the environment', 'os.getenv("MODEL", "x")', ['1 MODEL = x']],
    ['default of the environment by keyword', 'config("MODEL", default="x")', ['1 default = x', '1 MODEL = x']],
    ['fallback of the environment', 'm = os.environ.get("MODEL") or "x"', ['1 m = x', '1 MODEL = x']],
    ['no first argument that is no variable', 'd.get("model", "x")', []],
    ['string over lines', 'P = """a\nb"""', ['1 P = a\nb']],
    ['no docstring', 'def f():\n  """model = "x" """', []],
    ['no comparison', 'if model == "x": pass', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'literal');

    expect(facts).toEqual(expected);
  });
});

describe('classes', () => {
  it.each([
    ['without anything', 'class A: pass', ['1 class A() {  }']],
    [
      'with bases by their origin',
      'from a import B\nimport c\nclass A(B, c.D, metaclass=M): pass',
      ['3 class A(a.B, c.D) {  }'],
    ],
    [
      'with columns',
      'class U(Base):\n  id = Column(Integer)\n  tokens: Mapped[int] = mapped_column()\n  cost: float',
      ['1 class U(Base) { id, tokens, cost }'],
    ],
    [
      'of Django',
      'from django.db import models\nclass U(models.Model):\n  tokens = models.IntegerField()\n  class Meta: ordering = []',
      ['2 class U(django.db.models.Model) { tokens }', '4 class Meta() { ordering }'],
    ],
    [
      'with decorators',
      'from dataclasses import dataclass\n@dataclass(frozen=True)\n@x.y\nclass A:\n  b: int',
      ['4 class A() { b } @dataclasses.dataclass @x.y'],
    ],
    ['without methods and their variables', 'class A:\n  x = 1\n  def f(self): y = 2', ['1 class A() { x }']],
  ])('%s', (_, text, expected) => {
    const facts = extract(text, 'class');

    expect(facts).toEqual(expected);
  });
});

describe('what looks different', () => {
  it.each([
    ['a file with Windows line ends', 'import a\r\n\r\nx = a.b(\r\n  "c")\r\n', ['1 import a', '3 call a.b(0=c)']],
    ['a file with tabs', 'def f():\n\tif x:\n\t\tg("\t")\n', ['3 call g(0=\t) in f']],
    ['a file with a byte order mark', '\uFEFFimport a\na.b()', ['1 import a', '2 call a.b()']],
    [
      'names in other scripts',
      'import größe\nπ = größe.Ω()\nπ.測る(naïve=1)',
      ['1 import größe', '2 call größe.Ω()', '3 call größe.Ω.測る(naïve=1)', '3 naïve = 1'],
    ],
    ['a broken line costs itself', 'import a\ndef f(:\n  x ==\na.b()\n', ['1 import a', '4 call a.b()']],
    ['an empty file', '', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text);

    expect(facts).toEqual(expected);
  });
});

describe('code that does not run', () => {
  const evaluation = 'from deepeval import assert_test\n';

  it.each([
    [
      'a test that is skipped',
      '@pytest.mark.skip(reason="no key")\ndef test_it():\n    assert_test(case)',
      'the test is skipped',
    ],
    [
      'a skipped class',
      '@unittest.skip("later")\nclass T:\n    def test_it(self):\n        assert_test(case)',
      'the test is skipped',
    ],
    [
      'all tests of a file',
      'pytestmark = pytest.mark.skip(reason="slow")\ndef test_it():\n    assert_test(case)',
      'its tests are skipped',
    ],
    ['a branch that is never taken', 'if False:\n    assert_test(case)', 'its branch is never taken'],
    [
      'a test that may be skipped runs',
      '@pytest.mark.skipif(no_key)\ndef test_it():\n    assert_test(case)',
      undefined,
    ],
    ['another branch of it runs', 'if False:\n    pass\nelse:\n    assert_test(case)', undefined],
    ['a branch that is always taken runs', 'if 1:\n    assert_test(case)', undefined],
  ])('%s', (_, text, expected) => {
    const { facts } = python.extract(sourceFile('tests/test_it.py', evaluation + text), tools);

    const call = facts.find((fact) => fact.kind === 'call' && fact.callee === 'deepeval.assert_test');
    expect(call?.disabled).toBe(expected);
  });
});
