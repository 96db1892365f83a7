import { type Nested, nestSpans } from '../../lib/nesting.ts';
import type { Capture, ExtractTools } from '../../model/source.ts';

const query = `
(block . (identifier) @name) @block
(block (identifier) . (identifier) @label)
(block (string_lit (template_literal) @label))
(attribute (identifier) @name (expression) @value) @attribute
(object_elem key: (_) @name val: (_) @value) @element
(tuple (expression) @item)
(object) @object
(tuple) @tuple
(expression (function_call (identifier) @name (function_arguments (expression) @argument)) @call)
(expression (literal_value (string_lit))) @literal
(expression (template_expr (quoted_template))) @template
(expression (template_expr (heredoc_template))) @heredoc
(ERROR) @error
`;

// Where two nodes cover the same text, the lower rank is the outer one.
const ranks = {
  block: 0,
  attribute: 0,
  element: 0,
  item: 1,
  argument: 1,
  literal: 2,
  template: 2,
  heredoc: 2,
  object: 2,
  tuple: 2,
  label: 2,
  error: 3,
} as const;

type Kind = keyof typeof ranks;

type Construct = Omit<Capture, 'name'> & {
  readonly kind: Kind;
  /** Type of a block, key of an attribute or an element, function of an argument. */
  readonly name: string;
  /** The expression of an attribute or an element, the call of an argument. */
  readonly value?: Capture;
};

export type HclNode = Nested<Construct>;

export type HclTree =
  | { readonly ok: true; readonly nodes: readonly HclNode[]; readonly hasErrors: boolean }
  | { readonly ok: false; readonly reason: string };

/**
 * The constructs of a file in order of their place.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseHcl(text: string, tools: ExtractTools): HclTree {
  const found = tools.querySyntax('hcl', text, query);
  if (!found.ok) return found;
  const nodes = nestSpans(found.matches.flatMap(readConstruct), ({ kind }) => ranks[kind]);
  return { ok: true, nodes, hasErrors: found.hasErrors };
}

function readConstruct(match: readonly Capture[]): readonly Construct[] {
  const main = match.find(({ name }) => isKind(name));
  if (main === undefined || !isKind(main.name)) return [];
  const named = match.find(({ name }) => name === 'name');
  const value = match.find(({ name }) => name === 'value' || name === 'call');
  return [{ ...main, kind: main.name, name: named?.text ?? '', ...(value && { value }) }];
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(ranks, name);
}

/** Whether two nodes cover the same text. */
export function isSame(a: Pick<Capture, 'start' | 'end'>, b: Pick<Capture, 'start' | 'end'>): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The expression that a node stands for. */
export function expressionOf(node: HclNode): Pick<Capture, 'text' | 'start' | 'end'> {
  return (node.kind === 'attribute' || node.kind === 'element') && node.value ? node.value : node;
}
