import type { Capture, QuerySyntax } from '../../model/source.ts';

/** A call of a method with the texts among its arguments, in order, and the names of its keyword arguments. */
export type PythonCall = {
  readonly object: string;
  readonly method: string;
  readonly texts: readonly string[];
  readonly keywords: readonly string[];
  readonly line: number;
};

/** A function under a decorator. */
export type TaskFunction = {
  readonly name: string;
  /** The name that the decorator gives it. */
  readonly given?: string;
  readonly parameter: string;
  readonly needs: readonly string[];
  readonly line: number;
  readonly calls: readonly PythonCall[];
};

const query = `
(decorated_definition
  (decorator) @decorator
  definition: (function_definition
    name: (identifier) @name
    parameters: (parameters . (_) @parameter)
    body: (block) @body))
(call
  function: (attribute object: (identifier) @object attribute: (identifier) @method)
  arguments: (argument_list) @arguments)
(argument_list (string) @text)
(argument_list (concatenated_string) @text)
(argument_list (keyword_argument name: (identifier) @keyword))
(decorator (call arguments: (argument_list (identifier) @need)))
(decorator (call arguments: (argument_list (keyword_argument name: (identifier) @need-key value: (list (identifier) @need)))))
(decorator (call arguments: (argument_list (keyword_argument name: (identifier) @given-key value: (string) @given))))
`;

type Functions =
  | { readonly ok: true; readonly functions: readonly TaskFunction[] }
  | { readonly ok: false; readonly reason: string };

/** The functions of a Python file under a decorator whose last name is this one (`@nox.session`, `@task(pre=[…])`). */
export function readTaskFunctions(text: string, decorator: string, querySyntax: QuerySyntax): Functions {
  const found = querySyntax('python', text, query);
  if (!found.ok) return found;
  const texts = capturesOf(found.matches, 'text');
  const keywords = capturesOf(found.matches, 'keyword');
  const calls = found.matches.flatMap((match) => readCall(match, texts, keywords));
  const functions = found.matches.flatMap((match) => readFunction(match, decorator, found.matches, calls));
  return { ok: true, functions };
}

type Placed = PythonCall & Pick<Capture, 'start' | 'end'>;

function readCall(
  match: readonly Capture[],
  texts: readonly Capture[],
  keywords: readonly Capture[],
): readonly Placed[] {
  const [object, method, list] = ['object', 'method', 'arguments'].map((name) => find(match, name));
  if (!object || !method || !list) return [];
  return [
    {
      object: object.text,
      method: method.text,
      texts: texts.filter((text) => isInside(text, list)).map(({ text }) => unquote(text)),
      keywords: keywords.filter((keyword) => isInside(keyword, list)).map(({ text }) => text),
      line: object.line,
      start: object.start,
      end: list.end,
    },
  ];
}

function readFunction(
  match: readonly Capture[],
  wanted: string,
  matches: readonly (readonly Capture[])[],
  calls: readonly Placed[],
): readonly TaskFunction[] {
  const [decorator, name, parameter, body] = ['decorator', 'name', 'parameter', 'body'].map((key) => find(match, key));
  if (!decorator || !name || !parameter || !body) return [];
  const [path = ''] = decorator.text.slice(1).split('(');
  if (path.trim().split('.').at(-1) !== wanted) return [];
  const inside = matches.filter(([first]) => first && isInside(first, decorator));
  const given = inside.find((found) => find(found, 'given-key')?.text === 'name');
  const needs = inside.filter((found) => (find(found, 'need-key')?.text ?? 'pre') === 'pre');
  return [
    {
      name: name.text,
      ...(given ? { given: unquote(find(given, 'given')?.text ?? '') } : {}),
      parameter: parameter.text.split(':')[0]?.trim() ?? '',
      needs: needs.flatMap((found) => find(found, 'need')?.text ?? []),
      line: name.line,
      calls: calls.filter((call) => isInside(call, body)),
    },
  ];
}

function capturesOf(matches: readonly (readonly Capture[])[], name: string): readonly Capture[] {
  return matches.flatMap((match) => find(match, name) ?? []);
}

function find(match: readonly Capture[], name: string): Capture | undefined {
  return match.find((capture) => capture.name === name);
}

type Span = Pick<Capture, 'start' | 'end'>;

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The text of a literal; of an f-string with its expressions as they are written. */
function unquote(literal: string): string {
  return [...literal.matchAll(/[a-zA-Z]{0,2}("""|'''|"|')([\s\S]*?)\1/g)].map(([, , inner]) => inner).join('');
}
